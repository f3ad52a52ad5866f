//! What has changed lately, told by the events: pages that show it fetch themselves again.

use store::Tx;
use store::rows::events::{self, Touched};

use crate::{Look, Result, Scene};

/// Looks for events above an id. Ids may be committed out of order, so whoever follows looks a little back.
#[derive(Clone, Copy, Debug)]
pub struct RecentChanges {
    /// `None` asks for the end of the log.
    pub after: Option<i64>,
    pub limit: i64,
}

#[derive(Clone, Debug, Default)]
pub struct ChangesSeen {
    /// The newest id there is, 0 in an empty log.
    pub last: i64,
    pub touched: Vec<Touched>,
}

impl Look for RecentChanges {
    type Seen = ChangesSeen;

    /// Tells ids alone and asks no right: what is shown of them is asked of the looks themselves.
    fn look(&self, tx: &mut Tx, _: &Scene) -> Result<ChangesSeen> {
        let last = events::last(tx)?;
        let after = self.after.unwrap_or(last - self.limit);
        let touched = if after < last { events::touched_after(tx, after, self.limit)? } else { Vec::new() };
        Ok(ChangesSeen { last, touched })
    }
}
