//! A thread that reads: one snapshot an act, stopped when it takes too long.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use crossbeam_channel::Receiver;
use rusqlite::Connection;

use super::session::Session;
use crate::{
    Tx,
    store::Job,
    tx::{Access, Verdict},
};

/// SQLite's steps between two looks at the time: about a millisecond.
const STEPS: i32 = 20_000;

/// Serves reads until the store closes.
pub(super) fn serve(mut connection: Connection, jobs: &Receiver<Job>, limit: Duration) {
    let started = Instant::now();
    let deadline = Arc::new(AtomicU64::new(u64::MAX));
    let watched = Arc::clone(&deadline);
    let overdue = move || millis(started.elapsed()) > watched.load(Ordering::Relaxed);
    if let Err(error) = connection.progress_handler(STEPS, Some(overdue)) {
        tracing::warn!(%error, "reads run without a time limit");
    }
    let session = Session::new(connection, jobs);
    for mut job in jobs {
        if job.work.is_abandoned() {
            continue;
        }
        deadline.store(millis(started.elapsed() + limit), Ordering::Relaxed);
        read(&session, &mut job);
        deadline.store(u64::MAX, Ordering::Relaxed);
        if session.in_transaction()
            && let Err(error) = session.word("ROLLBACK")
        {
            tracing::error!(%error, "a reader could not end its snapshot");
        }
        job.work.answer();
    }
}

fn read(session: &Session, job: &mut Job) {
    if let Err(error) = session.word("BEGIN") {
        return job.work.fail(error);
    }
    let mut tx = Tx::new(Box::new(session.clone()), Access::Read);
    let verdict = job.work.run(&mut tx);
    if let (Verdict::Commit, Some(first)) = (verdict, tx.spoiled()) {
        job.work.fail(crate::Error::Spoiled { first: first.to_string() });
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
