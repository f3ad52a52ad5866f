//! Setting some fields of a deal and leaving the others as they are: two who change different fields both get their way.

use serde_json::Value;
use store::Tx;
use store::rows::deals;

use super::EditDeal;
use crate::{Act, Error, Result, Scene};

/// A field, as the API names it, with what it is to hold.
#[derive(Clone, Debug)]
pub struct Setting {
    pub field: String,
    pub value: Value,
    /// What stood there when the value was chosen; none where that does not matter.
    pub was: Option<Value>,
}

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
        let broken = |error: serde_json::Error| Error::Broken(error.to_string());
        let mut fields = serde_json::to_value(deal.fields(people, lines)).map_err(broken)?;
        for Setting { field, value, was } in &self.settings {
            let stands = fields.get_mut(field).ok_or_else(|| Error::Broken(format!("no field {field}")))?;
            if was.as_ref().is_some_and(|was| stands != was) && stands != value {
                return Err(Error::Stale);
            }
            stands.clone_from(value);
        }
        let fields = serde_json::from_value(fields).map_err(broken)?;
        EditDeal { id: self.id, version: deal.version, fields }.run(tx, scene)
    }
}
