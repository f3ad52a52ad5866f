//! Acts that share one commit on SQLite: each stands for itself.

use std::{sync::mpsc, thread};

use store::{Error, Tx, params};

use crate::fixture::{Fixture, add_team};

pub fn acts_that_commit_together_fail_alone(fixture: &Fixture) {
    // One act holds the writer, so that the others queue up behind it and form a group.
    let (started, is_started) = mpsc::channel();
    let (release, held) = mpsc::channel::<()>();
    let held = std::sync::Mutex::new(held);
    let blocked = fixture.store.clone();
    let first = thread::spawn(move || {
        blocked.write_blocking(move |tx| {
            let _ = started.send(());
            let _ = held.lock().unwrap().recv();
            add_team(tx, "first")
        })
    });
    is_started.recv().unwrap();
    let answers: Vec<_> = thread::scope(|scope| {
        let acts: Vec<_> =
            (0..40).map(|number| scope.spawn(move || fixture.write(move |tx| act(tx, number)))).collect();
        thread::sleep(std::time::Duration::from_millis(50));
        drop(release);
        acts.into_iter().map(|act| act.join().unwrap()).collect()
    });
    first.join().unwrap().unwrap();
    for (answer, number) in answers.iter().zip(0..) {
        match number % 4 {
            0 => assert!(answer.is_ok(), "{answer:?}"),
            1 => assert!(matches!(answer, Err(Error::Check { .. })), "{answer:?}"),
            2 => assert!(matches!(answer, Err(Error::Panicked { .. })), "{answer:?}"),
            _ => assert_eq!(answer, &Err(Error::Closed)),
        }
    }
    let counted = fixture.read(|tx| tx.one::<(i64,)>("SELECT count(*) FROM marks", params![]));
    assert_eq!(counted, Ok((10,)));
}

/// Every act writes; one in four is good, the others break each in its own way.
fn act(tx: &mut Tx, number: i64) -> Result<(), Error> {
    tx.run("INSERT INTO marks (kind, value) VALUES ($1, $2)", params!["act", number])?;
    match number % 4 {
        0 => Ok(()),
        1 => {
            let team = add_team(tx, &format!("{number}"))?;
            crate::fixture::add_deal(tx, team, "Roof", -1).map(drop)
        }
        2 => panic!("a bug in act {number}"),
        // Any error of the act's own will do.
        _ => Err(Error::Closed),
    }
}

/// SQLite only: one act fills the disk, and only that act fails.
#[test]
fn a_full_disk_fails_only_the_act_that_met_it() {
    let fixture = Fixture::sqlite();
    fixture
        .write(|tx| {
            let (pages,) = tx.one::<(i64,)>("PRAGMA page_count", params![])?;
            tx.all::<(i64,)>(&format!("PRAGMA max_page_count = {}", pages + 20), params![]).map(drop)
        })
        .unwrap();
    let store = fixture.store.clone();
    let answers = thread::scope(|scope| {
        let acts: Vec<_> = (0..20_i64)
            .map(|number| {
                let store = store.clone();
                let size = if number == 10 { 400_000 } else { 10 };
                scope.spawn(move || {
                    store.write_blocking(move |tx| add_team(tx, &format!("{number}-{}", "x".repeat(size))))
                })
            })
            .collect();
        acts.into_iter().map(|act| act.join().unwrap()).collect::<Vec<_>>()
    });
    for (answer, number) in answers.iter().zip(0..) {
        match number {
            10 => assert!(matches!(answer, Err(Error::DiskFull { .. })), "{answer:?}"),
            _ => assert!(answer.is_ok(), "{number}: {answer:?}"),
        }
    }
    assert_eq!(fixture.teams().len(), 19);
}
