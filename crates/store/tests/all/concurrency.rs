//! Several acts at the same moment.

use std::{
    sync::{
        Arc, Barrier,
        atomic::{AtomicU32, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

use store::{Error, Store, StoreSettings, Tx, params};

use crate::fixture::{Fixture, add_team};

/// Runs `act` from eight threads, `times` each.
fn from_eight_threads(
    store: &Store,
    times: i64,
    act: impl Fn(&mut Tx, i64, i64) -> Result<(), Error> + Clone + Send + Sync + 'static,
) {
    thread::scope(|scope| {
        for thread in 0..8 {
            let (store, act) = (store.clone(), act.clone());
            scope.spawn(move || {
                for time in 0..times {
                    let act = act.clone();
                    store.write_blocking(move |tx| act(tx, thread, time)).unwrap();
                }
            });
        }
    });
}

pub fn writers_at_once_lose_nothing(fixture: &Fixture) {
    from_eight_threads(&fixture.store, 25, |tx, thread, time| {
        tx.run("INSERT INTO marks (kind, value) VALUES ($1, $2)", params![format!("{thread}"), time])
            .map(drop)
    });
    let counted = fixture.read(|tx| tx.one::<(i64,)>("SELECT count(*) FROM marks", params![]));
    assert_eq!(counted, Ok((200,)));
}

pub fn a_row_held_to_change_loses_no_addition(fixture: &Fixture) {
    fixture.write(|tx| add_team(tx, "North")).unwrap();
    from_eight_threads(&fixture.store, 25, |tx, _, _| {
        let (id, won) =
            tx.one_to_change::<(i64, i64)>("SELECT id, won FROM teams WHERE name = $1", params!["North"])?;
        tx.run("UPDATE teams SET won = $2 WHERE id = $1", params![id, won + 1]).map(drop)
    });
    assert_eq!(fixture.read(|tx| tx.one::<(i64,)>("SELECT won FROM teams", params![])), Ok((200,)));
}

/// Each takes a row and waits until the other has its own: PostgreSQL sees the deadlock after a second and ends one
/// of them, which runs again. SQLite takes turns, so there nobody waits.
pub fn acts_that_wait_for_each_other_run_again(fixture: &Fixture) {
    fixture.write(|tx| Ok((add_team(tx, "a")?, add_team(tx, "b")?))).unwrap();
    let runs = Arc::new(AtomicU32::new(0));
    let (meets, both) = (!fixture.is_sqlite(), Arc::new(Barrier::new(2)));
    thread::scope(|scope| {
        for names in [["a", "b"], ["b", "a"]] {
            let (runs, both) = (Arc::clone(&runs), Arc::clone(&both));
            scope.spawn(move || {
                let act = move |tx: &mut Tx| {
                    let sql = "UPDATE teams SET won = won + 1 WHERE name = $1";
                    tx.run(sql, params![names[0]])?;
                    if runs.fetch_add(1, Ordering::Relaxed) < 2 && meets {
                        both.wait();
                    }
                    tx.run(sql, params![names[1]])
                };
                fixture.write(act).unwrap()
            });
        }
    });
    assert_eq!(runs.load(Ordering::Relaxed), if meets { 3 } else { 2 });
    let won = fixture.read(|tx| tx.all::<(i64,)>("SELECT won FROM teams", params![]));
    assert_eq!(won, Ok(vec![(2,), (2,)]));
}

pub fn an_act_nobody_waits_for_is_not_begun(fixture: &Fixture) {
    let store = fixture.again(StoreSettings { lanes: 1, ..StoreSettings::default() });
    let (started, is_started) = mpsc::channel();
    let gate = Arc::new(Barrier::new(2));
    let (held, blocked) = (Arc::clone(&gate), store.clone());
    let slow = thread::spawn(move || {
        blocked.write_blocking(move |tx| {
            let _ = started.send(());
            held.wait();
            add_team(tx, "started")
        })
    });
    is_started.recv().unwrap();
    let mut given_up = Box::pin(store.write(|tx| add_team(tx, "given up")));
    // Polled once, it is queued; dropped, nobody waits for it.
    let polled = futures::executor::block_on(async { futures::poll!(given_up.as_mut()).is_pending() });
    assert!(polled);
    drop(given_up);
    gate.wait();
    slow.join().unwrap().unwrap();
    store.write_blocking(|tx| add_team(tx, "waited for")).unwrap();
    assert_eq!(fixture.teams(), ["started", "waited for"]);
}

pub fn two_programs_share_a_database(fixture: &Fixture) {
    let other = fixture.again(StoreSettings::default());
    thread::scope(|scope| {
        for (name, store) in [("serve", &fixture.store), ("import", &other)] {
            scope.spawn(move || {
                for number in 0..50 {
                    let insert = move |tx: &mut Tx| {
                        tx.run("INSERT INTO marks (kind, value) VALUES ($1, $2)", params![name, number])
                    };
                    store.write_blocking(insert).unwrap();
                }
            });
        }
    });
    let counted = fixture.read(|tx| {
        tx.all::<(String, i64)>("SELECT kind, count(*) FROM marks GROUP BY kind ORDER BY kind", params![])
    });
    assert_eq!(counted, Ok(vec![("import".to_owned(), 50), ("serve".to_owned(), 50)]));
}

pub fn dropping_the_store_finishes_what_is_queued(fixture: &Fixture) {
    let store = fixture.again(StoreSettings::default());
    let begun = Arc::new(AtomicU32::new(0));
    let act = {
        let begun = Arc::clone(&begun);
        move |tx: &mut Tx| {
            begun.fetch_add(1, Ordering::Relaxed);
            thread::sleep(Duration::from_millis(50));
            add_team(tx, "North")
        }
    };
    let mut answer = Box::pin({
        let store = store.clone();
        async move { store.write(act).await }
    });
    assert!(futures::executor::block_on(async { futures::poll!(answer.as_mut()).is_pending() }));
    drop(store);
    assert!(futures::executor::block_on(answer).is_ok());
    assert_eq!((begun.load(Ordering::Relaxed), fixture.teams().len()), (1, 1));
}
