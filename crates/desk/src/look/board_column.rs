//! More cards of one column.

use sales::WorkingTime;
use store::Tx;
use store::rows::deal_board::{self, Place};
use store::rows::deal_filter::DealFilter;
use store::rows::installation;

use super::board::{BoardFilter, chosen};
use super::card::{self, Card};
use super::{Cursor, stages};
use crate::{Look, Result, Scene};

/// Reads on in a column.
#[derive(Clone, Debug)]
pub struct BoardColumn {
    pub process: Option<String>,
    pub stage: String,
    pub filter: BoardFilter,
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// Cards in order: without a next step first, then by when it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Cards {
    pub cards: Vec<Card>,
    /// There are more after this.
    pub next: Option<Cursor>,
}

impl Look for BoardColumn {
    type Seen = Cards;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Cards> {
        let families = stages::families(tx, scene)?;
        let family = chosen(&families, self.process.as_deref())?;
        let filter = self.filter.bounded(tx, scene)?;
        let calendar = installation::calendar(tx)?;
        let after = self.after.as_ref().map(Cursor::read::<Place>).transpose()?;
        let sought = Sought { filter: &filter, versions: &family.versions, stage: &self.stage };
        read(tx, scene, &calendar, &sought, after, self.limit)
    }
}

/// Which deals a column holds.
pub(super) struct Sought<'a> {
    pub filter: &'a DealFilter,
    pub versions: &'a [i64],
    pub stage: &'a str,
}

pub(super) fn read(
    tx: &mut Tx,
    scene: &Scene,
    calendar: &WorkingTime,
    sought: &Sought<'_>,
    after: Option<Place>,
    limit: i64,
) -> Result<Cards> {
    let limit = limit.clamp(1, 200);
    let mut places =
        deal_board::list_column(tx, sought.filter, sought.versions, sought.stage, after, limit + 1)?;
    let is_more = places.len() as i64 > limit;
    places.truncate(limit as usize);
    let next = places.last().filter(|_| is_more).map(Cursor::of).transpose()?;
    let ids: Vec<i64> = places.iter().map(|place| place.id).collect();
    Ok(Cards { cards: card::cards(tx, scene, calendar, &ids)?, next })
}
