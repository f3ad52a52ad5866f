//! One connection and the transaction open on it.

use std::{cell::RefCell, mem, rc::Rc};

use tokio::runtime::Runtime;
use tokio_postgres::{Client, Statement};

use super::{
    errors::explain,
    flight::{Step, fly},
    prepared::Prepared,
    spelling,
};
use crate::{
    Error, Param, Result, Row,
    rows::search::containing,
    tx::{Engine, Sql, gist},
};

/// As many statements wait for company before they fly on their own.
const MOST_WAITING: usize = 64;

/// A statement that `later` put off.
struct Waiting {
    statement: Statement,
    params: Vec<Param>,
    sql: String,
}

/// A connection with its own runtime. BEGIN flies with the first statement, put-off statements with the next one
/// or with COMMIT.
pub(super) struct Session {
    runtime: Runtime,
    client: Client,
    prepared: Prepared,
    waiting: Vec<Waiting>,
    /// BEGIN, not sent yet.
    opening: Option<String>,
    begun: bool,
    lost: bool,
}

impl Session {
    pub fn new(runtime: Runtime, client: Client) -> Self {
        let (prepared, waiting) = (Prepared::default(), Vec::new());
        Self { runtime, client, prepared, waiting, opening: None, begun: false, lost: false }
    }

    /// Opens a transaction; nothing is sent yet.
    pub fn open(&mut self, begin: String) {
        self.waiting.clear();
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
        self.opening = None;
        if mem::take(&mut self.begun) && !self.is_lost() && self.fly(Some(Step::Words("ROLLBACK"))).is_err() {
            self.lost = true;
        }
    }

    /// True while `later` statements wait.
    pub fn has_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Sends BEGIN if it was not sent, what waits, and `last`; gives back the last answer.
    /// The first error in order is the one that counts, those behind it only follow from it.
    pub fn fly(&mut self, last: Option<Step<'_>>) -> Result<(Vec<tokio_postgres::Row>, u64)> {
        let opening = self.opening.take();
        let waiting = mem::take(&mut self.waiting);
        let mut steps: Vec<Step<'_>> = opening.as_deref().map(Step::Words).into_iter().collect();
        steps.extend(waiting.iter().map(|waiting| Step::Ask {
            statement: waiting.statement.clone(),
            params: &waiting.params,
            sql: &waiting.sql,
        }));
        steps.extend(last);
        self.begun = true;
        let answers = self.runtime.block_on(fly(&self.client, &steps));
        let mut given = (Vec::new(), 0);
        for (answer, step) in answers.into_iter().zip(&steps) {
            given = answer.map_err(|error| explain(&error, step.sql())).inspect_err(|error| {
                self.lost |= matches!(error, Error::Unavailable { .. });
            })?;
        }
        Ok(given)
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

/// The session as a transaction holds it.
#[derive(Clone)]
pub(super) struct Statements(pub Rc<RefCell<Session>>);

impl Engine for Statements {
    fn ask(&mut self, sql: &str, params: &[Param], each: &mut dyn FnMut(&Row<'_>) -> bool) -> Result<u64> {
        let (rows, count) = {
            let mut session = self.0.borrow_mut();
            let statement = session.prepare(sql, params)?;
            session.fly(Some(Step::Ask { statement, params, sql }))?
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
        let statement = session.prepare(sql, params)?;
        session.waiting.push(Waiting { statement, params: params.to_vec(), sql: sql.to_owned() });
        if session.waiting.len() < MOST_WAITING { Ok(()) } else { session.fly(None).map(drop) }
    }

    fn script(&mut self, sql: &str) -> Result<()> {
        self.0.borrow_mut().fly(Some(Step::Words(sql))).map(drop)
    }

    fn matching(&self, sql: Sql, words: &[&str]) -> Sql {
        words.iter().fold(sql.text(" FROM search_entries s WHERE TRUE"), |sql, word| {
            sql.text(" AND s.words LIKE ").bind(containing(word))
        })
    }

    fn for_change(&self) -> &'static str {
        " FOR UPDATE"
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
