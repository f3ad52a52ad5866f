//! One connection and the transaction open on it.

use std::{cell::RefCell, mem, rc::Rc};

use sales::Owners;
use tokio::runtime::Runtime;
use tokio_postgres::{Client, Statement};

use super::{
    errors::explain,
    flight::{Step, Taken, fly},
    prepared::Prepared,
    spelling,
};
use crate::{
    Error, Param, Result, Row,
    rows::{reach, search::containing},
    tx::{Engine, Sql, gist},
};

/// As many statements wait for company before they fly on their own.
const MOST_WAITING: usize = 64;

/// What makes a SELECT hold its rows.
const FOR_UPDATE: &str = " FOR UPDATE";
const FOR_SHARE: &str = " FOR SHARE";

/// A statement that `later` put off.
struct Waiting {
    statement: Statement,
    params: Vec<Param>,
    sql: String,
}

/// A SELECT that `foresee` announced; the answer comes with the next flight.
struct Foreseen {
    statement: Statement,
    params: Vec<Param>,
    sql: String,
    answer: Option<Taken>,
}

impl Foreseen {
    fn is(&self, sql: &str, params: &[Param]) -> bool {
        self.sql == sql && self.params == params
    }
}

/// A connection with its own runtime. BEGIN flies with the first statement, put-off statements with the next one
/// or with COMMIT, foreseen ones behind the next one.
pub(super) struct Session {
    runtime: Runtime,
    client: Client,
    prepared: Prepared,
    waiting: Vec<Waiting>,
    foreseen: Vec<Foreseen>,
    /// BEGIN, not sent yet.
    opening: Option<String>,
    begun: bool,
    lost: bool,
}

impl Session {
    pub fn new(runtime: Runtime, client: Client) -> Self {
        Self {
            runtime,
            client,
            prepared: Prepared::default(),
            waiting: Vec::new(),
            foreseen: Vec::new(),
            opening: None,
            begun: false,
            lost: false,
        }
    }

    /// Opens a transaction; nothing is sent yet.
    pub fn open(&mut self, begin: String) {
        self.waiting.clear();
        self.foreseen.clear();
        self.opening = Some(begin);
        self.begun = false;
    }

    /// True when only a new connection helps.
    pub fn is_lost(&self) -> bool {
        self.lost || self.client.is_closed()
    }

    /// Forgets prepared statements: the tables under them have changed.
    pub fn forget(&mut self) {
        self.prepared.clear();
    }

    /// Sends what waits and commits.
    pub fn commit(&mut self) -> Result<()> {
        if !self.begun && self.waiting.is_empty() {
            return Ok(());
        }
        self.foreseen.clear();
        let ended = self.fly(Some(Step::Words("COMMIT")));
        self.begun = false;
        match ended {
            // COMMIT was on the wire; whether it arrived, nobody can say.
            Err(Error::Unavailable { what }) => Err(Error::OutcomeUnknown { what }),
            other => other.map(drop),
        }
    }

    /// Drops what waits and rolls back.
    pub fn roll_back(&mut self) {
        self.waiting.clear();
        self.foreseen.clear();
        self.opening = None;
        if mem::take(&mut self.begun) && !self.is_lost() && self.fly(Some(Step::Words("ROLLBACK"))).is_err() {
            self.lost = true;
        }
    }

    /// True while `later` statements wait.
    pub fn has_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Sends BEGIN if it was not sent, what waits, `last`, and what is foreseen; gives back the answer to `last`.
    /// The first error in order is the one that counts, those behind it only follow from it.
    pub fn fly(&mut self, last: Option<Step<'_>>) -> Result<Taken> {
        let opening = self.opening.take();
        let waiting = mem::take(&mut self.waiting);
        let mut foreseen = mem::take(&mut self.foreseen);
        let mut steps: Vec<Step<'_>> = opening.as_deref().map(Step::Words).into_iter().collect();
        steps.extend(waiting.iter().map(|waiting| ask(&waiting.statement, &waiting.params, &waiting.sql)));
        let asked = steps.len();
        steps.extend(last);
        let ahead = steps.len();
        let unanswered = foreseen.iter().filter(|foreseen| foreseen.answer.is_none());
        steps.extend(unanswered.map(|foreseen| ask(&foreseen.statement, &foreseen.params, &foreseen.sql)));
        self.begun = true;
        let mut answers = Vec::with_capacity(steps.len());
        for (answer, step) in self.runtime.block_on(fly(&self.client, &steps)).into_iter().zip(&steps) {
            answers.push(answer.map_err(|error| explain(&error, step.sql())).inspect_err(|error| {
                self.lost |= matches!(error, Error::Unavailable { .. });
            })?);
        }
        let early = answers.split_off(ahead);
        let unanswered = foreseen.iter_mut().filter(|foreseen| foreseen.answer.is_none());
        unanswered.zip(early).for_each(|(foreseen, answer)| foreseen.answer = Some(answer));
        self.foreseen = foreseen;
        Ok(if ahead > asked { answers.pop().unwrap_or_default() } else { Taken::default() })
    }

    fn has_foreseen(&self, sql: &str, params: &[Param]) -> bool {
        self.foreseen.iter().any(|foreseen| foreseen.is(sql, params))
    }

    /// The answer to a statement that was foreseen, if it came. What may change rows makes all early answers
    /// worthless, a lock those read before it.
    fn early(&mut self, sql: &str, params: &[Param]) -> Option<Taken> {
        if !is_select(sql) {
            self.foreseen.clear();
        } else if sql.ends_with(FOR_UPDATE) || sql.ends_with(FOR_SHARE) {
            self.foreseen.retain(|foreseen| foreseen.answer.is_none());
        }
        let at = self.foreseen.iter().position(|foreseen| foreseen.is(sql, params))?;
        self.foreseen.swap_remove(at).answer
    }

    fn prepare(&mut self, sql: &str, params: &[Param]) -> Result<Statement> {
        let statement = match self.prepared.get(sql) {
            Some(statement) => statement,
            None => {
                let fresh =
                    self.runtime.block_on(self.client.prepare(sql)).map_err(|error| explain(&error, sql))?;
                self.prepared.keep(sql, fresh.clone());
                fresh
            }
        };
        let wanted = statement.params().len();
        if wanted == params.len() {
            Ok(statement)
        } else {
            Err(Error::WrongCount { wanted, given: params.len(), sql: gist(sql) })
        }
    }
}

fn ask<'a>(statement: &Statement, params: &'a [Param], sql: &'a str) -> Step<'a> {
    Step::Ask { statement: statement.clone(), params, sql }
}

fn is_select(sql: &str) -> bool {
    sql.starts_with("SELECT ")
}

/// The session as a transaction holds it.
#[derive(Clone)]
pub(super) struct Statements(pub Rc<RefCell<Session>>);

impl Engine for Statements {
    fn ask(&mut self, sql: &str, params: &[Param], each: &mut dyn FnMut(&Row<'_>) -> bool) -> Result<u64> {
        let (rows, count) = {
            let mut session = self.0.borrow_mut();
            match session.early(sql, params) {
                Some(early) => early,
                None => {
                    let statement = session.prepare(sql, params)?;
                    session.fly(Some(Step::Ask { statement, params, sql }))?
                }
            }
        };
        for row in &rows {
            if !each(&Row::new(row)) {
                break;
            }
        }
        Ok(count)
    }

    fn later(&mut self, sql: &str, params: &[Param]) -> Result<()> {
        let mut session = self.0.borrow_mut();
        session.foreseen.clear();
        let statement = session.prepare(sql, params)?;
        session.waiting.push(Waiting { statement, params: params.to_vec(), sql: sql.to_owned() });
        if session.waiting.len() < MOST_WAITING { Ok(()) } else { session.fly(None).map(drop) }
    }

    fn foresees(&self) -> bool {
        true
    }

    fn foresee(&mut self, sql: &str, params: &[Param]) -> Result<()> {
        let mut session = self.0.borrow_mut();
        if !is_select(sql) || session.foreseen.len() == MOST_WAITING || session.has_foreseen(sql, params) {
            return Ok(());
        }
        let statement = session.prepare(sql, params)?;
        let (params, sql) = (params.to_vec(), sql.to_owned());
        session.foreseen.push(Foreseen { statement, params, sql, answer: None });
        Ok(())
    }

    fn script(&mut self, sql: &str) -> Result<()> {
        let mut session = self.0.borrow_mut();
        session.foreseen.clear();
        session.fly(Some(Step::Words(sql))).map(drop)
    }

    fn matching(&self, sql: Sql, words: &[&str], reads: &Owners) -> Sql {
        let sql = words.iter().fold(sql.text(" FROM search_entries s WHERE TRUE"), |sql, word| {
            sql.text(" AND s.words LIKE ").bind(containing(word))
        });
        reach::shared(sql, "s.owner_id", reads)
    }

    fn for_change(&self) -> &'static str {
        FOR_UPDATE
    }

    fn for_share(&self) -> &'static str {
        FOR_SHARE
    }

    fn settled(&self) -> &'static str {
        "xact < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
    }

    fn spell(&self, sql: &str) -> Result<String> {
        spelling::spell(sql)
    }

    fn renew_statistics(&mut self) -> Result<()> {
        self.script("ANALYZE")
    }

    fn lock_schema(&mut self) -> Result<()> {
        // Any number will do, as long as every Dealwright takes the same.
        self.script("SELECT pg_advisory_xact_lock(4270331)")
    }
}
