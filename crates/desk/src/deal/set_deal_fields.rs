//! Setting some fields of a deal.

use store::Tx;
use store::rows::deals;

use super::EditDeal;
use crate::setting::{Setting, set};
use crate::{Act, Result, Scene};

/// Sets the fields named. Answers `Stale` where somebody has changed one of them since.
#[derive(Clone, Debug)]
pub struct SetDealFields {
    pub id: i64,
    pub settings: Vec<Setting>,
}

impl Act for SetDealFields {
    /// The new version.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.writers_only()?;
        let deal = deals::get_to_change(tx, self.id)?;
        scene.may_read(deal.owner_id)?;
        let people = deals::list_people(tx, self.id)?;
        let lines = deals::list_lines(tx, self.id)?;
        let fields = set(&deal.fields(people, lines), &self.settings)?;
        EditDeal { id: self.id, version: deal.version, fields }.run(tx, scene)
    }
}
