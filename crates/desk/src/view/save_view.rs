//! Keeping what is looked at under a name.

use store::Tx;
use store::rows::views;

use super::{Noun, ViewFields, member};
use crate::{Act, Result, Scene};

#[derive(Clone, Debug)]
pub struct SaveView {
    pub noun: Noun,
    pub fields: ViewFields,
    /// The member begins with it from now on.
    pub first: bool,
}

impl Act for SaveView {
    /// The view's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        let member = member(scene)?;
        let id = views::insert(tx, self.noun.key(), member, &self.fields.facts()?, scene.now)?;
        if self.first {
            views::set_first(tx, member, self.noun.key(), Some(id))?;
        }
        Ok(id)
    }
}
