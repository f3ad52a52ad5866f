//! Statements of one transaction on one connection.

use std::{cell::RefCell, rc::Rc};

use crossbeam_channel::Receiver;
use rusqlite::{Connection, types::ValueRef};
use sales::Owners;

use super::{bind::bind, errors, spelling};
use crate::{
    Cell, Error, Param, Result, Row,
    rows::reach,
    store::Job,
    tx::{Cells, Engine, Sql},
};

/// The connection of a thread; the transaction and the loop around it both hold it, never at the same moment.
#[derive(Clone)]
pub(super) struct Session {
    connection: Rc<RefCell<Connection>>,
    /// What the thread has to do next.
    jobs: Receiver<Job>,
}

impl Session {
    pub fn new(connection: Connection, jobs: &Receiver<Job>) -> Self {
        Self { connection: Rc::new(RefCell::new(connection)), jobs: jobs.clone() }
    }

    /// A word of the transaction itself: BEGIN, SAVEPOINT, COMMIT ...
    pub fn word(&self, word: &str) -> Result<()> {
        let connection = self.connection.borrow();
        let run = || connection.prepare_cached(word)?.raw_execute();
        run().map(drop).map_err(|error| errors::explain(&error, word))
    }

    /// False once SQLite has rolled the whole transaction back by itself, as it may when the disk is full.
    pub fn in_transaction(&self) -> bool {
        !self.connection.borrow().is_autocommit()
    }

    fn step(&self, sql: &str, params: &[Param], each: &mut dyn FnMut(&Row<'_>) -> bool) -> Result<u64> {
        let connection = self.connection.borrow();
        let explain = |error: rusqlite::Error| errors::explain(&error, sql);
        let mut statement = connection.prepare_cached(sql).map_err(explain)?;
        bind(&mut statement, params, sql)?;
        if statement.column_count() == 0 {
            return statement.raw_execute().map(|changed| changed as u64).map_err(explain);
        }
        let mut rows = statement.raw_query();
        let mut count = 0;
        while let Some(row) = rows.next().map_err(explain)? {
            count += 1;
            if !each(&Row::new(row)) {
                break;
            }
        }
        Ok(count)
    }
}

impl Engine for Session {
    fn ask(&mut self, sql: &str, params: &[Param], each: &mut dyn FnMut(&Row<'_>) -> bool) -> Result<u64> {
        self.step(sql, params, each).map_err(|error| errors::name(error, &self.connection, sql, params))
    }

    /// RETURNING is a trigger to SQLite: at each such statement it opens a savepoint, and the search index writes out
    /// what it holds.
    fn last_id(&self) -> Option<i64> {
        Some(self.connection.borrow().last_insert_rowid())
    }

    fn is_awaited(&self) -> bool {
        !self.jobs.is_empty()
    }

    fn later(&mut self, sql: &str, params: &[Param]) -> Result<()> {
        self.ask(sql, params, &mut |_| true).map(drop)
    }

    fn script(&mut self, sql: &str) -> Result<()> {
        self.connection.borrow().execute_batch(sql).map_err(|error| errors::explain(&error, sql))
    }

    fn matching(&self, sql: Sql, words: &[&str], reads: &Owners) -> Sql {
        let quoted: Vec<String> =
            words.iter().map(|word| format!("\"{}\"", word.replace('"', "\"\""))).collect();
        // CROSS JOIN keeps the index outside: a LIMIT then ends the walk early, where IN (..) would gather every hit.
        // Whose an entry is, is read of a small index: what is out of reach is not loaded.
        let (whose, entry) = match reads {
            Owners::Everyone => ("", "i.rowid"),
            Owners::Only(_) => {
                (" CROSS JOIN search_entries r INDEXED BY search_entries_reach ON r.id = i.rowid", "r.id")
            }
        };
        let sql =
            sql.text(" FROM search_index i").text(whose).text(" CROSS JOIN search_entries s ON s.id = ");
        let sql = sql.text(entry).text(" WHERE i.words MATCH ").bind(quoted.join(" AND "));
        reach::shared(sql, "r.owner_id", reads)
    }

    fn for_change(&self) -> &'static str {
        ""
    }

    fn for_share(&self) -> &'static str {
        ""
    }

    fn settled(&self) -> &'static str {
        "TRUE"
    }

    fn spell(&self, sql: &str) -> Result<String> {
        spelling::spell(sql)
    }

    fn lock_schema(&mut self) -> Result<()> {
        // BEGIN IMMEDIATE holds the only write lock already.
        Ok(())
    }
}

impl Cells for rusqlite::Row<'_> {
    fn cell(&self, index: usize) -> Result<Cell<'_>> {
        let value = self.get_ref(index).map_err(|error| Error::WrongType { what: error.to_string() })?;
        match value {
            ValueRef::Null => Ok(Cell::Null),
            ValueRef::Integer(int) => Ok(Cell::Int(int)),
            ValueRef::Real(real) => Ok(Cell::Real(real)),
            ValueRef::Text(bytes) => std::str::from_utf8(bytes)
                .map(Cell::Text)
                .map_err(|_| Error::WrongType { what: format!("column {index} is not UTF-8") }),
            ValueRef::Blob(_) => Err(Error::WrongType { what: format!("column {index} is a BLOB") }),
        }
    }

    fn name(&self, index: usize) -> String {
        self.as_ref().column_name(index).unwrap_or("?").to_owned()
    }
}
