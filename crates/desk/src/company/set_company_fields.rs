//! Setting some fields of a company.

use store::Tx;
use store::rows::companies;

use super::EditCompany;
use crate::setting::{Setting, set};
use crate::{Act, Result, Scene};

/// Sets the fields named. Answers `Stale` where somebody has changed one of them since.
#[derive(Clone, Debug)]
pub struct SetCompanyFields {
    pub id: i64,
    pub settings: Vec<Setting>,
}

impl Act for SetCompanyFields {
    /// The new version.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.writers_only()?;
        let company = companies::get_to_change(tx, self.id)?;
        scene.may_read_shared(company.owner_id)?;
        let fields = set(&company.fields(), &self.settings)?;
        EditCompany { id: self.id, version: company.version, fields }.run(tx, scene)
    }
}
