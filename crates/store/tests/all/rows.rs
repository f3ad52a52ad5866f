//! Rows found, missing, counted, paged.

use store::{Error, params};

use crate::fixture::{Fixture, add_deal, add_team};

store::row! {
    /// A deal as a list shows it.
    pub struct Line {
        pub id: i64,
        pub name: String,
        pub amount: Option<i64>,
        pub hot: bool,
    }
}

pub fn a_missing_row_leaves_the_transaction_good(fixture: &Fixture) {
    let found = fixture.write(|tx| {
        let missing = tx.one::<(i64,)>("SELECT id FROM teams WHERE id = $1", params![99]);
        let none = tx.opt::<(i64,)>("SELECT id FROM teams WHERE id = $1", params![99])?;
        add_team(tx, "North")?;
        Ok((missing, none))
    });
    let sql = "SELECT id FROM teams WHERE id = $1".to_owned();
    assert_eq!(found, Ok((Err(Error::NotFound { sql }), None)));
    assert_eq!(fixture.teams(), ["North"]);
}

pub fn two_rows_are_not_one(fixture: &Fixture) {
    let found = fixture.write(|tx| {
        add_team(tx, "North")?;
        add_team(tx, "South")?;
        Ok(tx.opt::<(String,)>("SELECT name FROM teams", params![]))
    });
    assert!(matches!(found, Ok(Err(Error::NotOne { .. }))), "{found:?}");
}

pub fn run_counts_the_rows_it_changed(fixture: &Fixture) {
    let counts = fixture.write(|tx| {
        add_team(tx, "North")?;
        add_team(tx, "South")?;
        Ok([
            tx.run("UPDATE teams SET won = won + $1", params![1])?,
            tx.run("UPDATE teams SET won = 5 WHERE name = $1 RETURNING id", params!["North"])?,
            tx.run("DELETE FROM teams WHERE name = $1", params!["nobody"])?,
        ])
    });
    assert_eq!(counts, Ok([2, 1, 0]));
}

pub fn insert_gives_the_id(fixture: &Fixture) {
    let (first, second) = fixture.write(|tx| Ok((add_team(tx, "North")?, add_team(tx, "South")?))).unwrap();
    assert!(first > 0 && second > first);
    let kept = fixture.write(|tx| {
        tx.insert(
            "INSERT INTO teams (name) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id",
            params!["North"],
        )
    });
    assert!(matches!(kept, Err(Error::NotFound { .. })), "{kept:?}");
}

pub fn an_upsert_adds_to_what_is_there(fixture: &Fixture) {
    let won = fixture.write(|tx| {
        let sql = "INSERT INTO teams (name, won) VALUES ($1, $2)
                   ON CONFLICT (name) DO UPDATE SET won = teams.won + excluded.won RETURNING won";
        tx.one::<(i64,)>(sql, params!["North", 2])?;
        tx.one::<(i64,)>(sql, params!["North", 3])
    });
    assert_eq!(won, Ok((5,)));
}

pub fn a_page_goes_on_where_the_last_one_ended(fixture: &Fixture) {
    let names = fixture.write(|tx| {
        let team = add_team(tx, "North")?;
        for (name, amount) in [("a", 1), ("b", 1), ("c", 2), ("d", 3)] {
            add_deal(tx, team, name, amount)?;
        }
        let sql = "SELECT name, amount, id FROM deals WHERE (amount, name) > ($1, $2) ORDER BY amount, name LIMIT 2";
        tx.all::<(String,)>(sql, params![1, "a"])
    });
    assert_eq!(names, Ok(vec![("b".to_owned(),), ("c".to_owned(),)]));
}

pub fn a_row_struct_reads_its_own_columns(fixture: &Fixture) {
    let line = fixture.write(|tx| {
        let team = add_team(tx, "North")?;
        let id = add_deal(tx, team, "Roof", 12)?;
        let sql = format!(
            "SELECT {} FROM deals d JOIN teams t ON t.id = d.team_id WHERE t.name = $1 AND d.hot = FALSE",
            Line::columns("d")
        );
        Ok((id, tx.one::<Line>(&sql, params!["North"])?))
    });
    let (id, line) = line.unwrap();
    assert_eq!(line, Line { id, name: "Roof".to_owned(), amount: Some(12), hot: false });
    assert_eq!(Line::COLUMNS, "id, name, amount, hot");
}
