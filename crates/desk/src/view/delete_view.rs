//! Taking a view away; what it showed stays.

use store::Tx;
use store::rows::views;

use super::own;
use crate::{Act, Result, Scene};

#[derive(Clone, Copy, Debug)]
pub struct DeleteView {
    pub id: i64,
}

impl Act for DeleteView {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        own(tx, scene, self.id)?;
        Ok(views::delete(tx, self.id)?)
    }
}
