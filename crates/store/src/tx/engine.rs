//! What an engine owes a transaction.

use sales::Owners;

use super::{Param, Result, Row, Sql};

/// What the transaction may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

/// The statements of one open transaction. Opening and closing it is the engine's own business.
pub(crate) trait Engine {
    /// Runs one statement, gives each row to `each` until it answers false, and counts the rows changed or given.
    fn ask(&mut self, sql: &str, params: &[Param], each: &mut dyn FnMut(&Row<'_>) -> bool) -> Result<u64>;

    /// The id that the last plain INSERT gave, of an engine that tells it without RETURNING.
    fn last_id(&self) -> Option<i64> {
        None
    }

    /// Whether other acts wait until this one is through; where acts run beside each other, none does.
    fn is_awaited(&self) -> bool {
        false
    }

    /// Runs one statement no later than the commit; its error may come with a later statement's.
    fn later(&mut self, sql: &str, params: &[Param]) -> Result<()>;

    /// Whether statements that are known before they are asked may as well go together.
    fn foresees(&self) -> bool {
        false
    }

    /// Takes note of a SELECT that will be asked soon, to answer it early. Anything else is passed over.
    fn foresee(&mut self, _sql: &str, _params: &[Param]) -> Result<()> {
        Ok(())
    }

    /// Runs several statements without values: migrations only.
    fn script(&mut self, sql: &str) -> Result<()>;

    /// What makes a SELECT hold its rows until the commit.
    fn for_change(&self) -> &'static str;

    /// What a SELECT ends with so that its rows stay as they are until the commit, while others may look as well.
    fn for_share(&self) -> &'static str;

    /// Adds `FROM .. WHERE ..`: the search entries `s` within reach that hold every one of these folded words of three
    /// letters and more, by the index. A LIMIT after it bounds the work.
    fn matching(&self, sql: Sql, words: &[&str], reads: &Owners) -> Sql;

    /// A condition on `xact`, which every event carries of the transaction that made it: none older is under way, so
    /// none can still come in before it.
    fn settled(&self) -> &'static str;

    /// This engine's spelling of a migration.
    fn spell(&self, sql: &str) -> Result<String>;

    /// Makes other migrating processes wait until this transaction ends.
    fn lock_schema(&mut self) -> Result<()>;

    /// Has an engine that plans by the size of tables look at them now. The others have nothing to learn.
    fn renew_statistics(&mut self) -> Result<()> {
        Ok(())
    }
}
