//! What commits, what does not, and what a read sees.

use std::sync::mpsc;

use store::{Error, Tx, params};

use crate::fixture::{Fixture, add_deal, add_team};

/// An act's own error, as desk has one.
#[derive(Debug, PartialEq)]
enum Refusal {
    NotAllowed,
    Store(Error),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

pub fn an_error_of_the_act_rolls_back(fixture: &Fixture) {
    let refused: Result<(), Refusal> = fixture.store.write_blocking(|tx| {
        add_team(tx, "North")?;
        Err(Refusal::NotAllowed)
    });
    assert_eq!(refused, Err(Refusal::NotAllowed));
    assert!(fixture.teams().is_empty());
}

pub fn a_spoiled_transaction_never_commits(fixture: &Fixture) {
    let swallowed = fixture.write(|tx| {
        add_team(tx, "North")?;
        drop(add_team(tx, "North"));
        Ok(())
    });
    assert!(matches!(swallowed, Err(Error::Spoiled { .. })), "{swallowed:?}");
    assert!(fixture.teams().is_empty());
}

pub fn nothing_runs_after_a_failed_statement(fixture: &Fixture) {
    let (sender, answers) = mpsc::channel();
    let ended = fixture.write(move |tx| {
        add_team(tx, "North")?;
        drop(add_deal(tx, 4711, "Roof", 1));
        drop(sender.send(tx.all::<(i64,)>("SELECT id FROM teams", params![])));
        add_team(tx, "South")
    });
    assert!(matches!(answers.recv(), Ok(Err(Error::Spoiled { .. }))));
    assert!(matches!(ended, Err(Error::Spoiled { .. })), "{ended:?}");
    assert!(fixture.teams().is_empty());
}

pub fn a_panic_rolls_back_and_the_store_lives(fixture: &Fixture) {
    let panicked: Result<(), Error> = fixture.write(|tx| {
        add_team(tx, "North")?;
        panic!("a bug in the act")
    });
    assert_eq!(panicked, Err(Error::Panicked { what: "a bug in the act".into() }));
    fixture.write(|tx| add_team(tx, "South")).unwrap();
    assert_eq!(fixture.teams(), ["South"]);
    let panicked: Result<(), Error> = fixture.read(|_| panic!("a bug in the page"));
    assert_eq!(panicked, Err(Error::Panicked { what: "a bug in the page".into() }));
    assert_eq!(fixture.teams(), ["South"]);
}

pub fn an_act_may_not_speak_of_transactions(fixture: &Fixture) {
    for word in ["COMMIT", " rollback", "BEGIN IMMEDIATE", "savepoint mine", "END"] {
        let refused = fixture.write(move |tx| {
            add_team(tx, "North")?;
            tx.run(word, params![])
        });
        assert!(matches!(refused, Err(Error::TransactionWord { .. })), "{word}: {refused:?}");
    }
    assert!(fixture.teams().is_empty());
}

pub fn a_read_refuses_to_write(fixture: &Fixture) {
    let refused = fixture.read(|tx| add_team(tx, "North"));
    assert!(matches!(refused, Err(Error::ReadOnly { .. })), "{refused:?}");
    let refused = fixture.read(|tx| tx.later("INSERT INTO teams (name) VALUES ($1)", params!["North"]));
    assert!(matches!(refused, Err(Error::ReadOnly { .. })), "{refused:?}");
    assert!(fixture.teams().is_empty());
}

pub fn a_read_sees_what_was_committed(fixture: &Fixture) {
    for number in 0..20 {
        fixture.write(move |tx| add_team(tx, &format!("{number:02}"))).unwrap();
        assert_eq!(fixture.teams().len(), number + 1);
    }
}

pub fn a_read_sees_one_moment(fixture: &Fixture) {
    let writer = fixture.again(Default::default());
    let counts = fixture.read(move |tx| {
        let count = "SELECT count(*) FROM teams";
        let before: (i64,) = tx.one(count, params![])?;
        let (sender, done) = mpsc::channel();
        let writer = writer.clone();
        std::thread::spawn(move || sender.send(writer.write_blocking(|tx| add_team(tx, "North"))));
        done.recv().unwrap()?;
        Ok((before, tx.one::<(i64,)>(count, params![])?))
    });
    assert_eq!(counts, Ok(((0,), (0,))));
    assert_eq!(fixture.teams(), ["North"]);
}

pub fn a_later_statement_is_seen_by_those_behind_it(fixture: &Fixture) {
    let won = fixture.write(|tx| {
        tx.later("INSERT INTO teams (name, won) VALUES ($1, $2)", params!["North", 1])?;
        tx.later("UPDATE teams SET won = won * 10 WHERE name = $1", params!["North"])?;
        let (won,) = tx.one::<(i64,)>("SELECT won FROM teams", params![])?;
        tx.later("UPDATE teams SET won = $1", params![won + 1])?;
        Ok(won)
    });
    assert_eq!(won, Ok(10));
    assert_eq!(fixture.read(|tx| tx.one::<(i64,)>("SELECT won FROM teams", params![])), Ok((11,)));
}

pub fn a_later_statement_that_fails_takes_the_act_with_it(fixture: &Fixture) {
    let ended = fixture.write(|tx| {
        add_team(tx, "North")?;
        tx.later("INSERT INTO teams (name) VALUES ($1)", params!["North"])
    });
    assert_eq!(ended, Err(Error::Unique { constraint: "teams_name_unique".into() }));
    assert!(fixture.teams().is_empty());
}

pub fn hundreds_of_later_statements_land_in_order(fixture: &Fixture) {
    fixture
        .write(|tx| {
            add_team(tx, "North")?;
            for number in 1..=300 {
                // Only in order does each find the number before it.
                tx.later("UPDATE teams SET won = $1 WHERE won = $2", params![number, number - 1])?;
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(fixture.read(|tx| tx.one::<(i64,)>("SELECT won FROM teams", params![])), Ok((300,)));
}

pub fn what_is_foreseen_is_answered_as_it_stands_when_asked(fixture: &Fixture) {
    let count = |tx: &mut Tx| tx.one::<(i64,)>("SELECT count(*) FROM teams", params![]);
    let named = |tx: &mut Tx| tx.all::<(String,)>("SELECT name FROM teams ORDER BY name", params![]);
    let seen = fixture.write(move |tx| {
        let mut seen = Vec::new();
        // Foreseen before and behind a write, asked twice, and never asked.
        tx.foresee(|tx| (count(tx), named(tx)));
        add_team(tx, "North")?;
        seen.push(count(tx)?);
        tx.foresee(|tx| (count(tx), named(tx)));
        assert_eq!(named(tx)?, [("North".to_owned(),)]);
        tx.later("INSERT INTO teams (name) VALUES ($1)", params!["South"])?;
        seen.extend([count(tx)?, count(tx)?]);
        tx.foresee(|tx| named(tx));
        Ok(seen)
    });
    assert_eq!(seen, Ok(vec![(1,), (2,), (2,)]));
    assert_eq!(fixture.teams(), ["North", "South"]);
}

pub fn nothing_is_written_ahead(fixture: &Fixture) {
    fixture
        .write(|tx| {
            tx.foresee(|tx| {
                let later = tx.later("INSERT INTO teams (name) VALUES ($1)", params!["South"]);
                (add_team(tx, "North"), later)
            });
            Ok(())
        })
        .unwrap();
    assert!(fixture.teams().is_empty());
}

/// PostgreSQL only: what is foreseen comes with the next statement, and a lock makes it come again.
#[test]
fn what_is_foreseen_comes_with_the_next_statement_and_never_from_before_a_lock() {
    let fixture = Fixture::postgres();
    let elsewhere = fixture.again(Default::default());
    fixture.write(|tx| add_team(tx, "North")).unwrap();
    let counts = fixture.write(move |tx| {
        let count = |tx: &mut Tx| tx.one::<(i64,)>("SELECT count(*) FROM teams", params![]);
        let id = |tx: &mut Tx| tx.one::<(i64,)>("SELECT id FROM teams WHERE name = $1", params!["North"]);
        let add = |name: &'static str| {
            let elsewhere = elsewhere.clone();
            std::thread::spawn(move || elsewhere.write_blocking(move |tx| add_team(tx, name))).join().unwrap()
        };
        tx.foresee(count);
        id(tx)?;
        add("South")?;
        let early = count(tx)?;
        tx.foresee(count);
        id(tx)?;
        add("West")?;
        tx.one_to_change::<(i64,)>("SELECT id FROM teams WHERE name = $1", params!["North"])?;
        Ok((early, count(tx)?))
    });
    assert_eq!(counts, Ok(((1,), (3,))));
}
