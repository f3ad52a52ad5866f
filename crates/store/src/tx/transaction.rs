//! The transaction as an act sees it.

use std::mem;

use sales::Owners;

use super::{Access, Engine, Error, FromRow, Param, Result, Row, Sql, gist};

/// An open transaction. Statements take `$1`, `$2` ...; the first one that fails spoils it: nothing else runs,
/// and it never commits, even when the act swallows the error.
pub struct Tx {
    engine: Box<dyn Engine>,
    access: Access,
    spoiled: Option<Error>,
    foreseeing: bool,
}

impl Tx {
    pub(crate) fn new(engine: Box<dyn Engine>, access: Access) -> Self {
        Self { engine, access, spoiled: None, foreseeing: false }
    }

    /// Whether other acts wait until this one is through: one that may do its work in pieces ends its piece.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        self.engine.is_awaited()
    }

    /// The one row of `sql`.
    ///
    /// # Errors
    /// [`Error::NotFound`] or [`Error::NotOne`], after which the transaction is still good; or what the engine says.
    pub fn one<R: FromRow>(&mut self, sql: &str, params: &[Param]) -> Result<R> {
        self.opt(sql, params)?.ok_or_else(|| Error::NotFound { sql: gist(sql) })
    }

    /// The one row of `sql`, or none.
    ///
    /// # Errors
    /// [`Error::NotOne`], after which the transaction is still good; or what the engine says.
    pub fn opt<R: FromRow>(&mut self, sql: &str, params: &[Param]) -> Result<Option<R>> {
        let mut found = self.all(sql, params)?;
        let row = found.pop();
        if found.is_empty() { Ok(row) } else { Err(Error::NotOne { sql: gist(sql) }) }
    }

    /// All rows of `sql`.
    ///
    /// # Errors
    /// [`Error::WrongType`] when a row does not fit `R`; or what the engine says.
    pub fn all<R: FromRow>(&mut self, sql: &str, params: &[Param]) -> Result<Vec<R>> {
        let mut rows = Vec::new();
        let mut misfit = None;
        self.ask(sql, params, &mut |row| match R::from_row(row) {
            Ok(read) => {
                rows.push(read);
                true
            }
            Err(error) => {
                misfit = Some(error);
                false
            }
        })?;
        misfit.map_or(Ok(rows), Err)
    }

    /// Runs `sql` and answers how many rows it changed.
    ///
    /// # Errors
    /// What the engine says.
    pub fn run(&mut self, sql: &str, params: &[Param]) -> Result<u64> {
        self.ask(sql, params, &mut |_| true)
    }

    /// Runs an `INSERT .. RETURNING id` and answers the id.
    ///
    /// # Errors
    /// What the engine says; [`Error::NotFound`] when nothing was inserted (`ON CONFLICT DO NOTHING`).
    pub fn insert(&mut self, sql: &str, params: &[Param]) -> Result<i64> {
        let plain = sql.strip_suffix(" RETURNING id").filter(|plain| !plain.contains("ON CONFLICT"));
        if let Some(plain) = plain.filter(|_| self.engine.last_id().is_some()) {
            self.run(plain, params)?;
            return self.engine.last_id().ok_or_else(|| Error::NotFound { sql: gist(sql) });
        }
        self.one::<(i64,)>(sql, params).map(|(id,)| id)
    }

    /// Runs `sql` when convenient, at the latest with the commit: on PostgreSQL it costs no flight of its own.
    /// Later statements of this transaction see its effect. For rows nobody waits for: events, outbox, search.
    ///
    /// # Errors
    /// What the engine says, perhaps only with the next statement or the commit.
    pub fn later(&mut self, sql: &str, params: &[Param]) -> Result<()> {
        self.admit(sql, params)?;
        if self.foreseeing {
            return Ok(());
        }
        let answer = self.engine.later(sql, params);
        self.note(answer)
    }

    /// Announces the reads that `ahead` makes, each of which this act is about to make itself and none of which needs
    /// another's answer: on PostgreSQL they all go with the next statement, in one flight instead of one each.
    /// Within `ahead` every answer is empty and nothing is written. What is read later is as good as read then: a
    /// change or a lock in between drops what came early.
    pub fn foresee<T>(&mut self, ahead: impl FnOnce(&mut Tx) -> T) {
        if self.engine.foresees() && self.spoiled.is_none() {
            let within_another = mem::replace(&mut self.foreseeing, true);
            drop(ahead(self));
            self.foreseeing = within_another;
        }
    }

    /// The one row of a SELECT, held until the commit so that nobody changes it in between.
    /// Take several in the order of their keys, or two transactions wait for each other.
    ///
    /// # Errors
    /// As [`Tx::one`].
    pub fn one_to_change<R: FromRow>(&mut self, sql: &str, params: &[Param]) -> Result<R> {
        let held = format!("{sql}{}", self.engine.for_change());
        self.one(&held, params)
    }

    /// The one row of a SELECT, which nobody changes until the commit although several may hold it so.
    ///
    /// # Errors
    /// As [`Tx::one`].
    pub fn one_to_share<R: FromRow>(&mut self, sql: &str, params: &[Param]) -> Result<R> {
        let held = format!("{sql}{}", self.engine.for_share());
        self.one(&held, params)
    }

    /// Adds `FROM .. WHERE ..`: the search entries `s` within reach that hold every one of these folded words of three
    /// letters and more.
    pub(crate) fn matching(&self, sql: Sql, words: &[&str], reads: &Owners) -> Sql {
        self.engine.matching(sql, words, reads)
    }

    /// The condition that no event can still come in before one with this `xact`.
    pub(crate) fn settled(&self) -> &'static str {
        self.engine.settled()
    }

    /// Several statements without values: migrations only.
    pub(crate) fn script(&mut self, sql: &str) -> Result<()> {
        self.open()?;
        let answer = self.engine.script(sql);
        self.note(answer)
    }

    /// This engine's spelling of a migration's words.
    pub(crate) fn spell(&self, sql: &str) -> Result<String> {
        self.engine.spell(sql)
    }

    /// Makes other migrating processes wait until this transaction ends.
    pub(crate) fn lock_schema(&mut self) -> Result<()> {
        self.open()?;
        let answer = self.engine.lock_schema();
        self.note(answer)
    }

    /// Called when tables have grown a lot at once: PostgreSQL would go by their former size until it looks by itself,
    /// a minute later, and through the whole of a table where an index leads.
    ///
    /// # Errors
    /// What the engine says.
    pub fn renew_statistics(&mut self) -> Result<()> {
        self.open()?;
        let answer = self.engine.renew_statistics();
        self.note(answer)
    }

    /// What spoiled the transaction, if anything did.
    pub(crate) fn spoiled(&self) -> Option<&Error> {
        self.spoiled.as_ref()
    }

    fn ask(&mut self, sql: &str, params: &[Param], each: &mut dyn FnMut(&Row<'_>) -> bool) -> Result<u64> {
        self.admit(sql, params)?;
        let answer = match self.foreseeing {
            true => self.engine.foresee(sql, params).map(|()| 0),
            false => self.engine.ask(sql, params, each),
        };
        self.note(answer)
    }

    fn admit(&mut self, sql: &str, params: &[Param]) -> Result<()> {
        self.open()?;
        if params.iter().any(Param::holds_zero) {
            return self.note(Err(Error::ZeroCharacter));
        }
        if speaks_of_transactions(sql) {
            return self.note(Err(Error::TransactionWord { sql: gist(sql) }));
        }
        Ok(())
    }

    fn open(&self) -> Result<()> {
        self.spoiled.as_ref().map_or(Ok(()), |first| Err(Error::Spoiled { first: first.to_string() }))
    }

    fn note<T>(&mut self, answer: Result<T>) -> Result<T> {
        if let Err(error) = &answer {
            self.spoiled = Some(error.clone());
        }
        answer
    }

    /// True inside `Store::write`.
    pub fn may_write(&self) -> bool {
        self.access == Access::Write
    }
}

fn speaks_of_transactions(sql: &str) -> bool {
    const WORDS: [&str; 9] =
        ["BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE"];
    let word = sql.trim_start().split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    WORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
}
