//! A thread with one connection: takes an act, opens its transaction, runs it, commits, answers.

use std::{
    cell::RefCell,
    rc::Rc,
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

use crossbeam_channel::Receiver;
use tokio_postgres::Config;

use super::{
    connect::connect,
    session::{Session, Statements},
};
use crate::{
    Error, Result, Tx,
    store::Job,
    tx::{Access, Verdict},
};

/// How often an act runs again because others changed the same rows.
const RERUNS: u32 = 12;
/// How often it is tried to connect, with pauses of 50, 100, 200 ... milliseconds.
const CONNECTS: u32 = 5;

/// What the lanes of a store share.
#[derive(Clone)]
pub(super) struct Shared {
    pub config: Config,
    /// Acts that run again do so one at a time, or they only meet each other again.
    pub turnstile: Arc<Mutex<()>>,
}

pub(super) struct Lane {
    shared: Shared,
    read_limit: Duration,
    session: Option<Rc<RefCell<Session>>>,
}

impl Lane {
    pub fn new(shared: Shared, read_limit: Duration, session: Option<Session>) -> Self {
        Self { shared, read_limit, session: session.map(|session| Rc::new(RefCell::new(session))) }
    }

    /// Serves acts until the store closes.
    pub fn serve(mut self, jobs: &Receiver<Job>) {
        for mut job in jobs {
            if job.work.is_abandoned() {
                continue;
            }
            self.perform(&mut job);
            job.work.answer();
            // A read is answered first and closed after; a write has ended already.
            if let Some(session) = &self.session {
                session.borrow_mut().roll_back();
            }
        }
    }

    /// Runs the act until it has an outcome.
    fn perform(&mut self, job: &mut Job) {
        let turnstile = Arc::clone(&self.shared.turnstile);
        let mut turn = None;
        for reruns in 0.. {
            let ended = self.connected().and_then(|session| attempt(job, &session, self.begin(job.access)));
            let Err(error) = ended else { return };
            let lost = self.drop_lost();
            let again = matches!(error, Error::Contended { .. })
                || (lost && matches!(error, Error::Unavailable { .. }));
            if !again || reruns >= RERUNS {
                return job.work.fail(match error {
                    Error::Contended { what, .. } => Error::Contended { reruns, what },
                    other => other,
                });
            }
            tracing::debug!(%error, reruns, "an act runs again");
            if turn.is_none() {
                turn = Some(turnstile.lock().unwrap_or_else(PoisonError::into_inner));
            }
            thread::sleep(Duration::from_micros(500 << reruns.min(6)));
        }
    }

    fn begin(&self, access: Access) -> String {
        match access {
            Access::Write => "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE".to_owned(),
            Access::Read => format!(
                "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = {}",
                self.read_limit.as_millis()
            ),
        }
    }

    fn connected(&mut self) -> Result<Rc<RefCell<Session>>> {
        let mut tries = 0;
        loop {
            if let Some(session) = &self.session {
                return Ok(Rc::clone(session));
            }
            match connect(&self.shared.config) {
                Ok(session) => self.session = Some(Rc::new(RefCell::new(session))),
                Err(error) if tries + 1 >= CONNECTS => return Err(error),
                Err(_) => thread::sleep(Duration::from_millis(50 << tries)),
            }
            tries += 1;
        }
    }

    /// Lets a broken connection go; the next act makes a new one.
    fn drop_lost(&mut self) -> bool {
        let lost = self.session.as_ref().is_some_and(|session| session.borrow().is_lost());
        if lost {
            self.session = None;
        }
        lost
    }
}

/// Runs the act once. An error means that the store, not the act, has something to say: a rerun or a failure.
fn attempt(job: &mut Job, session: &Rc<RefCell<Session>>, begin: String) -> Result<()> {
    session.borrow_mut().open(begin);
    let mut tx = Tx::new(Box::new(Statements(Rc::clone(session))), job.access);
    let verdict = job.work.run(&mut tx);
    let spoiled = tx.spoiled().cloned();
    let mut session = session.borrow_mut();
    match (spoiled, verdict) {
        (None, Verdict::Commit) if job.access == Access::Read && !session.has_waiting() => Ok(()),
        (None, Verdict::Commit) => {
            let ended = session.commit();
            settle(&mut session, ended)
        }
        (None, Verdict::RollBack) => {
            session.roll_back();
            Ok(())
        }
        (Some(first), verdict) => {
            session.roll_back();
            let passing = matches!(first, Error::Contended { .. }) || session.is_lost();
            if passing {
                settle(&mut session, Err(first))
            } else if verdict == Verdict::Commit {
                Err(Error::Spoiled { first: first.to_string() })
            } else {
                Ok(())
            }
        }
    }
}

fn settle(session: &mut Session, ended: Result<()>) -> Result<()> {
    if let Err(Error::Contended { what, .. }) = &ended
        && what.contains("cached plan")
    {
        session.forget();
    }
    if ended.is_err() {
        session.roll_back();
    }
    ended
}
