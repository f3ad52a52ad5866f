//! Setting some fields of a person.

use store::Tx;
use store::rows::people::{self, PostRow};

use super::EditPerson;
use crate::setting::{Setting, set};
use crate::{Act, Result, Scene};

/// Sets the fields named. Answers `Stale` where somebody has changed one of them since.
#[derive(Clone, Debug)]
pub struct SetPersonFields {
    pub id: i64,
    pub settings: Vec<Setting>,
}

impl Act for SetPersonFields {
    /// The new version.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.writers_only()?;
        let person = people::get_to_change(tx, self.id)?;
        scene.may_read_shared(person.owner_id)?;
        let posts = people::list_posts(tx, self.id)?.iter().map(PostRow::post).collect();
        let fields = set(&person.fields(posts), &self.settings)?;
        EditPerson { id: self.id, version: person.version, fields }.run(tx, scene)
    }
}
