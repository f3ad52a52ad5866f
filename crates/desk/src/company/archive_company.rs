//! Putting a company away and taking it back. Its deals stay where they are.

use jiff::Timestamp;
use sales::Event;
use store::Tx;
use store::rows::companies;
use store::rows::events::About;

use super::entry;
use crate::{Act, Error, Result, Scene, spine};

#[derive(Clone, Copy, Debug)]
pub struct ArchiveCompany {
    pub id: i64,
}

#[derive(Clone, Copy, Debug)]
pub struct RestoreCompany {
    pub id: i64,
}

impl Act for ArchiveCompany {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        set(tx, scene, self.id, Some(scene.now))
    }
}

impl Act for RestoreCompany {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        set(tx, scene, self.id, None)
    }
}

fn set(tx: &mut Tx, scene: &Scene, id: i64, at: Option<Timestamp>) -> Result<()> {
    scene.writers_only()?;
    let company = companies::get_to_change(tx, id)?;
    scene.may_read_shared(company.owner_id)?;
    scene.may_write_shared(company.owner_id)?;
    if company.archived_at.is_some() == at.is_some() {
        return Ok(());
    }
    companies::set_archived(tx, id, at, scene.now)?;
    let changed = companies::find(tx, id)?.ok_or(Error::NotFound)?;
    entry::index(tx, &changed)?;
    let name = company.name;
    let event = if at.is_some() { Event::Archived { name } } else { Event::Restored { name } };
    spine::record(tx, scene, About::company(id), &event)
}
