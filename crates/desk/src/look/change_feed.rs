//! What happened to all records within reach, in the order in which it became visible.

use store::Tx;
use store::rows::feed::{self, Place};
use store::rows::installation;

use super::cursor::Cursor;
use super::timeline::{Entry, entry};
use crate::{Look, Result, Scene};

/// Events looked through at once; a page may show few of them, or none.
const WINDOW: i64 = 5_000;

/// Follows the events behind a place; none begins with the first there is.
#[derive(Clone, Debug)]
pub struct ChangeFeed {
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// A part of the feed, the oldest first.
#[derive(Clone, Debug)]
pub struct ChangesFed {
    pub entries: Vec<Entry>,
    /// Where to read on, now or later.
    pub next: Cursor,
    /// There may be more to be read now.
    pub is_more: bool,
}

impl Look for ChangeFeed {
    type Seen = ChangesFed;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<ChangesFed> {
        let after: Place = self.after.as_ref().map_or(Ok((-1, 0)), Cursor::read)?;
        let Some(end) = feed::find_end(tx, after, WINDOW)? else {
            return Ok(ChangesFed { entries: Vec::new(), next: Cursor::of(&after)?, is_more: false });
        };
        let limit = self.limit.clamp(1, 200);
        let rows = feed::list(tx, &scene.by.reads, after, end, limit)?;
        let is_full = rows.len() as i64 == limit;
        let is_cut = feed::find_end(tx, end, 1)?.is_some();
        // A place tells how much has happened: past the last event shown it moves on only where a window ended.
        let next = match rows.last() {
            Some(last) if is_full || !is_cut => feed::get_place(tx, last.id)?,
            _ if is_cut => end,
            _ => after,
        };
        let base = installation::get(tx)?.base_currency;
        let entries = rows.into_iter().map(|row| entry(tx, scene, row, &base)).collect::<Result<Vec<_>>>()?;
        Ok(ChangesFed { entries, next: Cursor::of(&next)?, is_more: is_full || is_cut })
    }
}
