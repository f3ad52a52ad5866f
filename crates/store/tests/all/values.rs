//! Values in and out.

use jiff::{Timestamp, civil::Date};
use store::{Error, Sql, params};

use crate::fixture::{Fixture, add_deal, add_team};

type Whole = (String, Option<i64>, Option<f64>, bool, Option<Timestamp>, Option<Date>, Option<String>);
const READ: &str = "SELECT name, amount, chance, hot, seen_at, due_on, extra FROM deals";

pub fn every_type_comes_back_as_it_went(fixture: &Fixture) {
    let seen: Timestamp = "2026-11-23T09:00:00.123456Z".parse().unwrap();
    let due: Date = "2027-02-28".parse().unwrap();
    let written = (
        "Roof".to_owned(),
        Some(i64::MAX),
        Some(0.1),
        true,
        Some(seen),
        Some(due),
        Some(r#"{"a": "\u0000"}"#.to_owned()),
    );
    let given = written.clone();
    fixture
        .write(move |tx| {
            let team = add_team(tx, "North")?;
            let (name, amount, chance, hot, seen, due, extra) = given.clone();
            tx.run(
                "INSERT INTO deals (team_id, name, amount, chance, hot, seen_at, due_on, extra)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                params![team, name, amount, chance, hot, seen, due, extra],
            )
        })
        .unwrap();
    assert_eq!(fixture.read(|tx| tx.one::<Whole>(READ, params![])), Ok(written));
}

pub fn what_is_missing_comes_back_as_none(fixture: &Fixture) {
    let found = fixture.write(|tx| {
        let team = add_team(tx, "North")?;
        tx.run(
            "INSERT INTO deals (team_id, name, amount, chance, hot, seen_at, due_on, extra)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            params![
                team,
                "",
                None::<i64>,
                None::<f64>,
                false,
                None::<Timestamp>,
                None::<Date>,
                None::<String>
            ],
        )?;
        tx.one::<Whole>(READ, params![])
    });
    assert_eq!(found, Ok((String::new(), None, None, false, None, None, None)));
}

pub fn cyrillic_text_is_kept_and_sorts_bytewise(fixture: &Fixture) {
    let names = ["Яблоко", "Zebra", "apple", "Ёлка", "ёлка", "абрикос"];
    fixture
        .write(move |tx| {
            for name in names {
                add_team(tx, name)?;
            }
            Ok(())
        })
        .unwrap();
    let mut bytewise = names.map(str::to_owned).to_vec();
    bytewise.sort();
    assert_eq!(fixture.teams(), bytewise);
}

pub fn parameters_are_bound_by_name_not_by_place(fixture: &Fixture) {
    let found = fixture.write(|tx| {
        tx.run("INSERT INTO marks (value, kind) VALUES ($2, $1)", params!["score", 7])?;
        tx.one::<(String, i64)>(
            "SELECT kind, value FROM marks WHERE value = $2 AND kind = $1",
            params!["score", 7],
        )
    });
    assert_eq!(found, Ok(("score".to_owned(), 7)));
}

pub fn a_parameter_may_stand_in_several_places(fixture: &Fixture) {
    let found = fixture.write(|tx| {
        tx.run("INSERT INTO marks (kind, value) VALUES ($1, $2), ($1, $3)", params!["score", 1, 2])?;
        tx.one::<(i64,)>("SELECT count(*) FROM marks WHERE kind = $1 OR kind = $1", params!["score"])
    });
    assert_eq!(found, Ok((2,)));
}

pub fn a_wrong_count_of_parameters_is_refused(fixture: &Fixture) {
    let sql = "SELECT value FROM marks WHERE kind = $1 AND value = $2";
    let few = fixture.read(move |tx| tx.all::<(i64,)>(sql, params!["score"]));
    let many = fixture.read(move |tx| tx.all::<(i64,)>(sql, params!["score", 1, 2]));
    assert!(matches!(few, Err(Error::WrongCount { wanted: 2, given: 1, .. })), "{few:?}");
    assert!(matches!(many, Err(Error::WrongCount { wanted: 2, given: 3, .. })), "{many:?}");
}

pub fn sums_and_counts_are_whole_numbers(fixture: &Fixture) {
    let found = fixture.write(|tx| {
        let team = add_team(tx, "North")?;
        add_deal(tx, team, "a", 4_000_000_000_000)?;
        add_deal(tx, team, "b", 5)?;
        tx.one::<(i64, i64, Option<i64>)>(
            "SELECT count(*), sum(amount), max(parent_id) FROM deals WHERE team_id = $1",
            params![team],
        )
    });
    assert_eq!(found, Ok((2, 4_000_000_000_005, None)));
}

pub fn a_column_of_another_type_is_refused_by_name(fixture: &Fixture) {
    let found = fixture.write(|tx| {
        add_team(tx, "North")?;
        tx.one::<(i64, i64)>("SELECT id, name FROM teams", params![])
    });
    let Err(Error::WrongType { what }) = found else { panic!("{found:?}") };
    assert!(what.contains("name") && what.contains("a whole number"), "{what}");
}

pub fn a_built_statement_carries_its_values(fixture: &Fixture) {
    let found = fixture.write(|tx| {
        for name in ["a", "b", "c"] {
            add_team(tx, name)?;
        }
        let sql = Sql::new("SELECT name FROM teams WHERE name IN ")
            .bind_list(["a", "c"])
            .text(" AND won = ")
            .bind(0)
            .text(" ORDER BY name");
        let none = Sql::new("SELECT name FROM teams WHERE name IN ").bind_list(Vec::<String>::new());
        Ok((
            tx.all::<(String,)>(sql.as_str(), sql.params())?,
            tx.all::<(String,)>(none.as_str(), none.params())?,
        ))
    });
    assert_eq!(found, Ok((vec![("a".to_owned(),), ("c".to_owned(),)], vec![])));
}

pub fn numbers_in_json_are_read_by_a_cast(fixture: &Fixture) {
    let cast = if fixture.is_sqlite() { "extra" } else { "CAST(extra AS JSONB)" };
    let sql = format!("SELECT CAST({cast} ->> 'size' AS BIGINT) FROM deals WHERE {cast} ->> 'kind' = $1");
    let found = fixture.write(move |tx| {
        let team = add_team(tx, "North")?;
        let deal = add_deal(tx, team, "a", 1)?;
        tx.run(
            "UPDATE deals SET extra = $2 WHERE id = $1",
            params![deal, r#"{"size": 12, "kind": "крыша"}"#],
        )?;
        tx.one::<(i64,)>(&sql, params!["крыша"])
    });
    assert_eq!(found, Ok((12,)));
}
