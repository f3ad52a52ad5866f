//! The open deals of a company or a person, as their pages show them.

use store::Tx;
use store::rows::deal_filter::DealFilter;
use store::rows::deal_list::{self, By, Mark, Order};
use store::rows::events::Of;
use store::rows::installation;

use super::Cursor;
use super::card::{self, Card};
use crate::{Error, Look, Result, Scene};

/// Looks at open deals, the soonest next step first.
#[derive(Clone, Debug)]
pub struct OpenDealsOf {
    /// A company or a person.
    pub of: Of,
    pub after: Option<Cursor>,
    pub limit: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OpenDealsSeen {
    pub deals: Vec<Card>,
    pub next: Option<Cursor>,
}

impl Look for OpenDealsOf {
    type Seen = OpenDealsSeen;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<OpenDealsSeen> {
        let mut filter =
            DealFilter { statuses: vec!["open".to_owned()], ..DealFilter::of(scene.by.reads.clone()) };
        match self.of {
            Of::Company(id) => filter.company_id = Some(id),
            Of::Person(id) => filter.person_id = Some(id),
            Of::Deal(_) => return Err(Error::NotFound),
        }
        let limit = self.limit.clamp(1, 200);
        let after = self.after.as_ref().map(Cursor::read::<(Mark, i64)>).transpose()?;
        let by = By { order: Order::NextStep, desc: false };
        let mut page = deal_list::page(tx, &filter, by, after.as_ref(), limit + 1)?;
        let is_more = page.len() as i64 > limit;
        page.truncate(limit as usize);
        let next = page.last().filter(|_| is_more).map(Cursor::of).transpose()?;
        let ids: Vec<i64> = page.iter().map(|(_, id)| *id).collect();
        let calendar = installation::calendar(tx)?;
        Ok(OpenDealsSeen { deals: card::cards(tx, scene, &calendar, &ids)?, next })
    }
}
