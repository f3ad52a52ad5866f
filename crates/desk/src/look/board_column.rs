//! More cards of one column.

use std::iter;

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
        tx.foresee(|tx| (stages::families(tx, scene), installation::calendar(tx)));
        let families = stages::families(tx, scene)?;
        let family = chosen(&families, self.process.as_deref())?;
        let filter = self.filter.bounded(tx, scene)?;
        let calendar = installation::calendar(tx)?;
        let after = self.after.as_ref().map(Cursor::read::<Place>).transpose()?;
        let limit = bounded(self.limit);
        let places = deal_board::list_column(tx, &filter, &family.versions, &self.stage, after, limit + 1)?;
        let page = Page::of(places, limit)?;
        Ok(Cards { cards: card::cards(tx, scene, &calendar, &page.ids)?, next: page.next })
    }
}

/// The first cards of every stage, in the order of `stages`.
pub(super) fn read_first(
    tx: &mut Tx,
    scene: &Scene,
    calendar: &WorkingTime,
    filter: &DealFilter,
    versions: &[i64],
    stages: &[&str],
    limit: i64,
) -> Result<Vec<Cards>> {
    let limit = bounded(limit);
    let columns = deal_board::list_columns(tx, filter, versions, stages, limit + 1)?;
    let pages: Vec<Page> =
        columns.into_iter().map(|places| Page::of(places, limit)).collect::<Result<_>>()?;
    let ids: Vec<i64> = pages.iter().flat_map(|page| page.ids.iter().copied()).collect();
    let mut cards = card::cards(tx, scene, calendar, &ids)?.into_iter().peekable();
    let column = |(page, stage): (Page, &&str)| Cards {
        cards: iter::from_fn(|| cards.next_if(|card| card.stage == **stage)).collect(),
        next: page.next,
    };
    Ok(pages.into_iter().zip(stages).map(column).collect())
}

fn bounded(limit: i64) -> i64 {
    limit.clamp(1, 200)
}

/// Which deals a page of a column shows, and where it ended.
struct Page {
    ids: Vec<i64>,
    next: Option<Cursor>,
}

impl Page {
    /// Of the first places, one more than are shown.
    fn of(mut places: Vec<Place>, limit: i64) -> Result<Page> {
        let is_more = places.len() as i64 > limit;
        places.truncate(limit as usize);
        let next = places.last().filter(|_| is_more).map(Cursor::of).transpose()?;
        Ok(Page { ids: places.into_iter().map(|place| place.id).collect(), next })
    }
}
