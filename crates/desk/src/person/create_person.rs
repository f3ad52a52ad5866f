//! A new person.

use sales::Event;
use sales::person::PersonFields;
use store::Tx;
use store::rows::clients::Origin;
use store::rows::events::About;
use store::rows::people;

use super::entry;
use crate::taken::taken;
use crate::{Act, Error, Result, Scene, spine};

/// Makes a person. Without `owner_id` the actor's; `shared` leaves them without owner, for everybody.
#[derive(Clone, Debug, Default)]
pub struct CreatePerson {
    pub fields: PersonFields,
    pub shared: bool,
    pub source_id: Option<String>,
}

impl Act for CreatePerson {
    /// The new person's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.writers_only()?;
        let owner = if self.shared { None } else { self.fields.owner_id.or(scene.by.member) };
        scene.may_write_shared(owner)?;
        let fields = PersonFields { owner_id: owner, ..self.fields.clone() };
        let fields = entry::check(tx, scene, &[], &fields)?;
        let origin =
            Origin { source_id: self.source_id.as_deref(), import_id: None, created_by: scene.by.member };
        let source = self.source_id.as_deref().unwrap_or("");
        let inserted = people::insert(tx, &fields, &origin, scene.now);
        let id = taken(inserted, "people_source_unique", "source_id", source)?;
        let person = people::find(tx, id)?.ok_or(Error::NotFound)?;
        entry::index(tx, &person, &fields)?;
        spine::record(tx, scene, About::person(id), &Event::PersonCreated { name: fields.name })?;
        Ok(id)
    }
}
