//! Long reads and big writes.

use std::{sync::mpsc, thread, time::Duration};

use store::{Error, StoreSettings, Tx, params};

use crate::fixture::Fixture;

const ENDLESS: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT count(*) FROM n";

pub fn a_read_that_takes_too_long_is_stopped(fixture: &Fixture) {
    let limit = Duration::from_millis(150);
    let store =
        fixture.again(StoreSettings { read_limit: limit, readers: 1, lanes: 1, ..StoreSettings::default() });
    let stopped = store.read_blocking(|tx| tx.one::<(i64,)>(ENDLESS, params![]));
    assert!(matches!(stopped, Err(Error::TooSlow { .. })), "{stopped:?}");
    let next = store.read_blocking(|tx| tx.one::<(i64,)>("SELECT count(*) FROM teams", params![]));
    assert_eq!(next, Ok((0,)));
}

pub fn a_report_does_not_hold_up_a_page(fixture: &Fixture) {
    let settings = StoreSettings { readers: 1, lanes: 1, ..StoreSettings::default() };
    let store = fixture.again(settings);
    let (started, is_started) = mpsc::channel();
    let (release, held) = mpsc::channel::<()>();
    let held = std::sync::Mutex::new(held);
    let reports = store.clone();
    let report = thread::spawn(move || {
        futures::executor::block_on(reports.slow_read(move |tx: &mut Tx| {
            let _ = started.send(());
            let _ = held.lock().unwrap().recv();
            tx.one::<(i64,)>("SELECT count(*) FROM teams", params![])
        }))
    });
    is_started.recv().unwrap();
    let page = store.read_blocking(|tx| tx.one::<(i64,)>("SELECT count(*) FROM teams", params![]));
    assert_eq!(page, Ok((0,)));
    drop(release);
    assert_eq!(report.join().unwrap(), Ok((0,)));
}

pub fn a_big_batch_goes_in(fixture: &Fixture) {
    for batch in 0..5 {
        fixture
            .write(move |tx| {
                for number in 0..1000 {
                    tx.later(
                        "INSERT INTO marks (kind, value) VALUES ($1, $2)",
                        params!["пачка", batch * 1000 + number],
                    )?;
                }
                Ok(())
            })
            .unwrap();
    }
    let found = fixture.read(|tx| tx.one::<(i64, i64)>("SELECT count(*), sum(value) FROM marks", params![]));
    assert_eq!(found, Ok((5000, 12_497_500)));
}
