//! Constraints carry the same names on both engines: a form maps them to its fields.

use store::{Error, params};

use crate::fixture::{Fixture, add_deal, add_team};

pub fn a_taken_value_names_its_index(fixture: &Fixture) {
    let taken = fixture.write(|tx| {
        add_team(tx, "North")?;
        add_team(tx, "North")
    });
    assert_eq!(taken, Err(Error::Unique { constraint: "teams_name_unique".into() }));
}

pub fn a_taken_pair_names_its_index(fixture: &Fixture) {
    let taken = fixture.write(|tx| {
        let team = add_team(tx, "North")?;
        add_deal(tx, team, "Roof", 1)?;
        add_deal(tx, team, "Roof", 2)
    });
    assert_eq!(taken, Err(Error::Unique { constraint: "deals_team_name_unique".into() }));
}

pub fn a_taken_key_names_the_table(fixture: &Fixture) {
    let taken = fixture.write(|tx| {
        let id = add_team(tx, "North")?;
        tx.run("INSERT INTO teams (id, name) VALUES ($1, $2)", params![id, "South"])
    });
    assert_eq!(taken, Err(Error::Unique { constraint: "teams_pkey".into() }));
    let taken = fixture
        .write(|tx| tx.run("INSERT INTO marks (kind, value) VALUES ($1, 1), ($1, 1)", params!["score"]));
    assert_eq!(taken, Err(Error::Unique { constraint: "marks_pkey".into() }));
}

pub fn a_refused_check_has_a_name(fixture: &Fixture) {
    let refused = fixture.write(|tx| {
        let team = add_team(tx, "North")?;
        add_deal(tx, team, "Roof", -1)
    });
    assert_eq!(refused, Err(Error::Check { constraint: "deals_amount_positive".into() }));
}

pub fn a_missing_value_names_its_column(fixture: &Fixture) {
    let refused = fixture.write(|tx| tx.run("INSERT INTO teams (name) VALUES ($1)", params![None::<String>]));
    assert_eq!(refused, Err(Error::NotNull { table: "teams".into(), column: "name".into() }));
}

pub fn a_missing_parent_names_the_key(fixture: &Fixture) {
    let refused = fixture.write(|tx| add_deal(tx, 4711, "Roof", 1));
    assert_eq!(refused, Err(Error::ForeignKey { constraint: "deals_team_id_fkey".into() }));
    assert_eq!(fixture.read(|tx| tx.one::<(i64,)>("SELECT count(*) FROM deals", params![])), Ok((0,)));
}

pub fn a_changed_parent_names_the_key(fixture: &Fixture) {
    let refused = fixture.write(|tx| {
        let team = add_team(tx, "North")?;
        let deal = add_deal(tx, team, "Roof", 1)?;
        tx.run("UPDATE deals SET parent_id = $2 WHERE id = $1", params![deal, 4711])
    });
    assert_eq!(refused, Err(Error::ForeignKey { constraint: "deals_parent_id_fkey".into() }));
}

pub fn a_parent_still_in_use_names_the_key(fixture: &Fixture) {
    fixture
        .write(|tx| {
            let team = add_team(tx, "North")?;
            add_deal(tx, team, "Roof", 1)
        })
        .unwrap();
    let refused = fixture.write(|tx| tx.run("DELETE FROM teams WHERE name = $1", params!["North"]));
    assert_eq!(refused, Err(Error::ForeignKey { constraint: "deals_team_id_fkey".into() }));
    assert_eq!(fixture.teams(), ["North"]);
    // Finding the name must leave the keys switched on.
    let again = fixture.write(|tx| add_deal(tx, 4711, "Roof", 1));
    assert!(matches!(again, Err(Error::ForeignKey { .. })), "{again:?}");
}
