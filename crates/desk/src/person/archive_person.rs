//! Putting a person away and taking them back.

use jiff::Timestamp;
use sales::Event;
use store::Tx;
use store::rows::events::About;
use store::rows::people::{self, PostRow};

use super::entry;
use crate::{Act, Error, Result, Scene, spine};

#[derive(Clone, Copy, Debug)]
pub struct ArchivePerson {
    pub id: i64,
}

#[derive(Clone, Copy, Debug)]
pub struct RestorePerson {
    pub id: i64,
}

impl Act for ArchivePerson {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        set(tx, scene, self.id, Some(scene.now))
    }
}

impl Act for RestorePerson {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        set(tx, scene, self.id, None)
    }
}

fn set(tx: &mut Tx, scene: &Scene, id: i64, at: Option<Timestamp>) -> Result<()> {
    scene.writers_only()?;
    let person = people::get_to_change(tx, id)?;
    scene.may_read_shared(person.owner_id)?;
    scene.may_write_shared(person.owner_id)?;
    if person.archived_at.is_some() == at.is_some() {
        return Ok(());
    }
    people::set_archived(tx, id, at, scene.now)?;
    let changed = people::find(tx, id)?.ok_or(Error::NotFound)?;
    let posts = people::list_posts(tx, id)?.iter().map(PostRow::post).collect();
    entry::index(tx, &changed, &changed.fields(posts))?;
    let name = person.name;
    let event = if at.is_some() { Event::Archived { name } } else { Event::Restored { name } };
    spine::record(tx, scene, About::person(id), &event)
}
