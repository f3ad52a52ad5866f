//! Giving a deal to another member, with what is planned on it.

use sales::{Event, Fault};
use store::Tx;
use store::rows::events::About;
use store::rows::totals::{self, Share};
use store::rows::{deals, members, notifications};

use super::entry;
use crate::{Act, Conflict, Error, Result, Scene, spine};

/// Gives the deal, its open activities and open tasks of the old owner to another member, who is told.
#[derive(Clone, Copy, Debug)]
pub struct AssignDeal {
    pub id: i64,
    pub to: i64,
}

impl Act for AssignDeal {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.writers_only()?;
        let deal = deals::get_to_change(tx, self.id)?;
        scene.may_read(deal.owner_id)?;
        scene.may_write(deal.owner_id)?;
        if deal.archived_at.is_some() {
            return Err(Conflict::Archived.into());
        }
        let unknown = || Error::field("owner", Fault::Unknown { value: self.to.to_string() });
        let member = members::find(tx, self.to)?.ok_or_else(unknown)?;
        if member.archived_at.is_some() {
            return Err(unknown());
        }
        if deal.owner_id == self.to {
            return Ok(());
        }
        deals::assign(tx, deal.id, deal.owner_id, self.to, scene.now)?;
        let given = deals::get(tx, deal.id)?;
        totals::change(tx, Share::of(&deal).as_ref(), Share::of(&given).as_ref())?;
        entry::index_deal(tx, &given)?;
        let about = About::deal(deal.id, deal.company_id, deal.person_id);
        spine::record(tx, scene, about, &Event::DealAssigned { from: deal.owner_id, to: self.to })?;
        if scene.by.member != Some(self.to) {
            let body = serde_json::json!({ "deal": deal.name }).to_string();
            notifications::insert(tx, self.to, Some(deal.id), "assigned", &body, scene.now)?;
        }
        Ok(())
    }
}
