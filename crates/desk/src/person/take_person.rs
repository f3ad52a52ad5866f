//! Taking a person that nobody owns.

use sales::person::PersonFields;
use store::Tx;
use store::rows::people::{self, PostRow};

use super::EditPerson;
use crate::{Act, Error, Result, Scene};

/// Makes the actor the owner of a person who so far was everybody's. Where somebody was faster, they stay the owner.
#[derive(Clone, Copy, Debug)]
pub struct TakePerson {
    pub id: i64,
}

impl Act for TakePerson {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let person = people::get_to_change(tx, self.id)?;
        scene.may_read_shared(person.owner_id)?;
        let posts = people::list_posts(tx, self.id)?.iter().map(PostRow::post).collect();
        let owner_id = Some(scene.by.member.ok_or(Error::Forbidden)?);
        if person.owner_id.is_some() {
            return if person.owner_id == owner_id { Ok(()) } else { Err(Error::Stale) };
        }
        let fields = PersonFields { owner_id, ..person.fields(posts) };
        EditPerson { id: self.id, version: person.version, fields }.run(tx, scene).map(drop)
    }
}
