//! The thread that writes: acts that wait together share one commit, each after the first in a savepoint of its own.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

use crossbeam_channel::Receiver;
use rusqlite::Connection;

use super::session::Session;
use crate::{
    Error, Result, Tx,
    store::Job,
    tx::{Access, Verdict},
};

/// A group takes no more acts after this long: those in it wait for the slowest, and other processes for the lock.
const GROUP_TIME: Duration = Duration::from_millis(20);

/// Serves writes until the store closes.
pub(super) fn serve(connection: Connection, jobs: &Receiver<Job>, most: usize) {
    let writer = Writer { session: Session::new(connection, jobs), jobs, most: most.max(1) };
    // Acts whose group broke through no fault of theirs; each runs again alone.
    let mut again = VecDeque::new();
    loop {
        let broken = again.pop_front();
        let alone = broken.is_some();
        let Some(first) = broken.or_else(|| jobs.recv().ok()) else { break };
        again.extend(writer.group(first, alone));
    }
}

struct Writer<'a> {
    session: Session,
    jobs: &'a Receiver<Job>,
    most: usize,
}

/// What became of one act within its group.
enum Fate {
    /// Its changes wait for the commit.
    Kept,
    /// Only its own changes are gone.
    Undone,
    /// The whole transaction was rolled back, with the changes of the acts before it if there were any.
    TookAllAlong,
}

impl Writer<'_> {
    /// Runs one group and answers its acts. Gives back those that must run again.
    fn group(&self, first: Job, alone: bool) -> Vec<Job> {
        let asked = Instant::now();
        if let Err(error) = self.session.word("BEGIN IMMEDIATE") {
            refuse(first, error);
            return Vec::new();
        }
        let started = Instant::now();
        let (queue, lock) = ((asked - first.sent).as_micros(), (started - asked).as_micros());
        tracing::debug!(queue, lock, "microseconds waited");
        let mut done = Vec::new();
        let mut next = Some(first);
        while let Some(mut job) = next {
            if !job.work.is_abandoned() {
                let fate = if done.is_empty() { self.first(&mut job) } else { self.act(&mut job) };
                if matches!(fate, Fate::TookAllAlong) {
                    job.work.answer();
                    return done;
                }
                done.push(job);
            }
            let full = alone || done.len() >= self.most || started.elapsed() > GROUP_TIME;
            next = if full { None } else { self.jobs.try_recv().ok() };
        }
        self.commit(done)
    }

    /// The first act has the transaction to itself: there is nothing else to keep when it fails. In a savepoint
    /// SQLite would keep the former text of every page, and go through all of them after each statement.
    fn first(&self, job: &mut Job) -> Fate {
        if self.run(job) {
            return Fate::Kept;
        }
        self.roll_back();
        Fate::TookAllAlong
    }

    fn act(&self, job: &mut Job) -> Fate {
        if let Err(error) = self.session.word("SAVEPOINT act") {
            job.work.fail(error);
            return self.fate_after_failure();
        }
        if !self.run(job) {
            return self.undo();
        }
        match self.session.word("RELEASE act") {
            Ok(()) => Fate::Kept,
            Err(error) => {
                job.work.fail(error);
                self.undo()
            }
        }
    }

    /// True when the act's changes are to be kept.
    fn run(&self, job: &mut Job) -> bool {
        let mut tx = Tx::new(Box::new(self.session.clone()), Access::Write);
        let verdict = job.work.run(&mut tx);
        if let (Verdict::Commit, Some(first)) = (verdict, tx.spoiled()) {
            job.work.fail(Error::Spoiled { first: first.to_string() });
        }
        verdict == Verdict::Commit && tx.spoiled().is_none()
    }

    fn undo(&self) -> Fate {
        if self.session.in_transaction() {
            let undone = self.session.word("ROLLBACK TO act").and_then(|()| self.session.word("RELEASE act"));
            if let Err(error) = undone {
                tracing::error!(%error, "an act could not be undone by itself; its group runs again");
                self.roll_back();
            }
        }
        self.fate_after_failure()
    }

    fn fate_after_failure(&self) -> Fate {
        if self.session.in_transaction() { Fate::Undone } else { Fate::TookAllAlong }
    }

    fn commit(&self, mut done: Vec<Job>) -> Vec<Job> {
        let Err(error) = self.session.word("COMMIT") else {
            done.into_iter().for_each(|job| job.work.answer());
            return Vec::new();
        };
        self.roll_back();
        if done.len() > 1 {
            return done;
        }
        for mut job in done.drain(..) {
            job.work.fail(error.clone());
            job.work.answer();
        }
        done
    }

    fn roll_back(&self) {
        let rolled_back: Result<()> =
            if self.session.in_transaction() { self.session.word("ROLLBACK") } else { Ok(()) };
        if let Err(error) = rolled_back {
            tracing::error!(%error, "a group could not be rolled back");
        }
    }
}

fn refuse(mut job: Job, error: Error) {
    job.work.fail(error);
    job.work.answer();
}
