//! Rows to mend page by page, all of them or those with one reason.

use store::Tx;
use store::rows::imports::{self, MendFilter};

use super::mend::{PAGE, RowToMend};
use super::report::Why;
use super::to_see;
use crate::{Look, Result, Scene};

/// Where a page of rows begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Behind this row, 0 for the first page.
    After(i64),
    /// In front of this row.
    Before(i64),
}

/// Rows still to mend, in the order of the files.
#[derive(Clone, Debug)]
pub struct MendPage {
    pub id: i64,
    /// Those with this reason alone.
    pub why: Option<Why>,
    pub turn: Turn,
}

/// A page of rows.
#[derive(Clone, Debug, Default)]
pub struct MendPageSeen {
    pub rows: Vec<RowToMend>,
    /// How many rows stand in front of these.
    pub before: u64,
    /// How many there are on all pages.
    pub total: u64,
}

impl Look for MendPage {
    type Seen = MendPageSeen;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<MendPageSeen> {
        to_see(tx, scene, self.id)?;
        let filter = filter(self.id, self.why.as_ref())?;
        let rows = match self.turn {
            Turn::After(row) => imports::list_mends_after(tx, &filter, row, PAGE)?,
            Turn::Before(row) => {
                let mut rows = imports::list_mends_before(tx, &filter, row, PAGE)?;
                rows.reverse();
                rows
            }
        };
        let total = imports::count_mends(tx, &filter, None)?.unsigned_abs();
        let before = match rows.first() {
            Some(first) => imports::count_mends(tx, &filter, Some(first.id))?.unsigned_abs(),
            None => total,
        };
        let rows = rows.iter().map(RowToMend::new).collect::<Result<Vec<_>>>()?;
        Ok(MendPageSeen { rows, before, total })
    }
}

pub(super) fn filter(import: i64, why: Option<&Why>) -> Result<MendFilter> {
    let reason = why.map(Why::piece).transpose()?;
    Ok(MendFilter { import, file: why.map(|why| why.file as i64), reason })
}
