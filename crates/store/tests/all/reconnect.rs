//! PostgreSQL only: connections that break.

use std::sync::atomic::{AtomicU32, Ordering};

use store::{Error, Store, StoreSettings, params};

use crate::fixture::{Fixture, add_team};

/// Cuts every connection but our own.
fn cut(fixture: &Fixture) {
    let sql = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
               WHERE pid <> pg_backend_pid() AND datname = current_database()";
    let knife = fixture.again(StoreSettings { lanes: 1, ..StoreSettings::default() });
    knife.read_blocking(move |tx| tx.one::<(i64,)>(sql, params![])).unwrap();
}

#[test]
fn an_idle_connection_that_broke_is_made_anew() {
    let fixture = Fixture::postgres();
    fixture.write(|tx| add_team(tx, "before")).unwrap();
    cut(&fixture);
    fixture.write(|tx| add_team(tx, "behind")).unwrap();
    assert_eq!(fixture.teams(), ["before", "behind"]);
}

#[test]
fn an_act_whose_connection_broke_before_the_commit_runs_again() {
    static RUNS: AtomicU32 = AtomicU32::new(0);
    let fixture = Fixture::postgres();
    let knife = fixture.again(StoreSettings { lanes: 1, ..StoreSettings::default() });
    fixture
        .write(move |tx| {
            add_team(tx, "North")?;
            let (own,) = tx.one::<(i64,)>("SELECT pg_backend_pid()", params![])?;
            if RUNS.fetch_add(1, Ordering::Relaxed) == 0 {
                let cut = "SELECT CAST(pg_terminate_backend(CAST($1 AS INT)) AS INT)";
                knife.read_blocking(move |tx| tx.one::<(i64,)>(cut, params![own]))?;
            }
            tx.run("UPDATE teams SET won = 1", params![])
        })
        .unwrap();
    assert_eq!(RUNS.load(Ordering::Relaxed), 2);
    assert_eq!(fixture.teams(), ["North"]);
}

#[test]
fn a_connection_lost_while_committing_leaves_the_outcome_unknown() {
    let fixture = Fixture::postgres();
    // The put-off statement cuts its own connection in the flight that carries COMMIT.
    let ended = fixture.write(|tx| {
        add_team(tx, "North")?;
        tx.later("SELECT pg_terminate_backend(pg_backend_pid())", params![])
    });
    assert!(matches!(ended, Err(Error::OutcomeUnknown { .. })), "{ended:?}");
    fixture.write(|tx| add_team(tx, "South")).unwrap();
}

#[test]
fn a_server_that_is_not_there_is_said_to_be_unavailable() {
    let url = "postgres:///crm?host=/nowhere/at/all&user=crm".parse().unwrap();
    let missing = Store::open(&url, StoreSettings::default());
    assert!(matches!(missing, Err(Error::Unavailable { .. })));
}
