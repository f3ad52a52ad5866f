//! Changing a view: its name, who finds it, what it shows; and whether the member begins with it.

use store::Tx;
use store::rows::views;

use super::{ViewFields, member, own};
use crate::{Act, Error, Result, Scene};

#[derive(Clone, Debug)]
pub struct ChangeView {
    pub id: i64,
    /// None leaves the view as it is: of somebody else's, a member may only choose to begin with it.
    pub fields: Option<ViewFields>,
    pub first: bool,
}

impl Act for ChangeView {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let member = member(scene)?;
        let view = match &self.fields {
            None => views::find(tx, member, self.id, false)?.ok_or(Error::NotFound)?,
            Some(fields) => {
                let view = own(tx, scene, self.id)?;
                views::update(tx, self.id, &fields.facts()?)?;
                view
            }
        };
        if self.first != view.is_first {
            views::set_first(tx, member, &view.noun, self.first.then_some(self.id))?;
        }
        Ok(())
    }
}
