//! Editing a person's fields and posts.

use sales::Event;
use sales::person::{PersonFields, Post};
use store::Tx;
use store::rows::events::About;
use store::rows::people;

use super::entry;
use crate::company::entry::changes;
use crate::{Act, Conflict, Error, Result, Scene, spine};

/// Writes all editable fields as they now stand in the form.
#[derive(Clone, Debug)]
pub struct EditPerson {
    pub id: i64,
    /// The version the editor saw.
    pub version: i64,
    pub fields: PersonFields,
}

impl Act for EditPerson {
    /// The new version.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.writers_only()?;
        let person = people::get_to_change(tx, self.id)?;
        scene.may_read_shared(person.owner_id)?;
        scene.may_write_shared(person.owner_id)?;
        if person.archived_at.is_some() {
            return Err(Conflict::Archived.into());
        }
        if person.version != self.version {
            return Err(Error::Stale);
        }
        scene.may_write_shared(self.fields.owner_id)?;
        let fields = entry::check(tx, scene, &self.fields)?;
        let posts = people::list_posts(tx, self.id)?.into_iter();
        let posts = posts.map(|(company_id, _, role)| Post { company_id, role }).collect();
        let changes = changes(&person.fields(posts), &fields)?;
        if changes.is_empty() {
            return Ok(person.version);
        }
        people::update(tx, self.id, &fields, scene.now)?;
        let edited = people::find(tx, self.id)?.ok_or(Error::NotFound)?;
        entry::index(tx, &edited, &fields)?;
        spine::record(tx, scene, About::person(self.id), &Event::PersonChanged { changes })?;
        Ok(edited.version)
    }
}
