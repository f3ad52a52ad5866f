//! Putting a deal away and taking it back. Nothing of it is lost; counts and search leave it out meanwhile.

use jiff::Timestamp;
use sales::Event;
use store::Tx;
use store::rows::deals::{self, DealRow};
use store::rows::events::About;
use store::rows::totals::{self, Share};

use super::entry;
use crate::{Act, Result, Scene, spine};

#[derive(Clone, Copy, Debug)]
pub struct ArchiveDeal {
    pub id: i64,
}

#[derive(Clone, Copy, Debug)]
pub struct RestoreDeal {
    pub id: i64,
}

impl Act for ArchiveDeal {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let deal = load(tx, scene, self.id)?;
        set(tx, scene, &deal, Some(scene.now))
    }
}

impl Act for RestoreDeal {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let deal = load(tx, scene, self.id)?;
        set(tx, scene, &deal, None)
    }
}

fn load(tx: &mut Tx, scene: &Scene, id: i64) -> Result<DealRow> {
    scene.writers_only()?;
    let deal = deals::get_to_change(tx, id)?;
    scene.may_read(deal.owner_id)?;
    scene.may_write(deal.owner_id)?;
    Ok(deal)
}

fn set(tx: &mut Tx, scene: &Scene, deal: &DealRow, at: Option<Timestamp>) -> Result<()> {
    if deal.archived_at.is_some() == at.is_some() {
        return Ok(());
    }
    deals::set_archived(tx, deal.id, at, scene.now)?;
    let changed = deals::get(tx, deal.id)?;
    totals::change(tx, Share::of(deal).as_ref(), Share::of(&changed).as_ref())?;
    entry::index_deal(tx, &changed)?;
    let name = deal.name.clone();
    let event = if at.is_some() { Event::Archived { name } } else { Event::Restored { name } };
    spine::record(tx, scene, About::deal(deal.id, deal.company_id, deal.person_id), &event)
}
