//! What an import has made, as far as the reader may see it.

use store::Tx;
use store::rows::import_undo::{self, Made};

use super::report::Kept;
use super::to_see;
use crate::{Look, Result, Scene};

/// Records listed at once.
const PAGE: i64 = 100;

/// Records of an import by kind, and those of one kind by name.
#[derive(Clone, Debug)]
pub struct Brought {
    pub id: i64,
    /// `deal`, `person`, `company`, `product`, `member`, `team` or `choice`.
    pub kind: Option<String>,
    /// The last one already seen, 0 at first.
    pub after: i64,
}

/// What there is.
#[derive(Clone, Debug, Default)]
pub struct BroughtSeen {
    /// Kinds of which there are some, and how many.
    pub counts: Vec<(&'static str, u64)>,
    pub records: Vec<Kept>,
    pub more: bool,
}

impl Look for Brought {
    type Seen = BroughtSeen;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<BroughtSeen> {
        to_see(tx, scene, self.id)?;
        let mut seen = BroughtSeen::default();
        for made in Made::ALL {
            let count = import_undo::count_within(tx, made, self.id, &scene.by.reads)?.unsigned_abs();
            if count > 0 {
                seen.counts.push((made.key(), count));
            }
        }
        let made = Made::ALL.into_iter().find(|made| Some(made.key()) == self.kind.as_deref());
        if let Some(made) = made {
            let reads = &scene.by.reads;
            let mut records = import_undo::list(tx, made, self.id, reads, self.after, PAGE + 1)?;
            seen.more = records.len() as i64 > PAGE;
            records.truncate(PAGE as usize);
            let kept = |(id, name)| Kept { kind: made.key().to_owned(), id, name };
            seen.records = records.into_iter().map(kept).collect();
        }
        Ok(seen)
    }
}
