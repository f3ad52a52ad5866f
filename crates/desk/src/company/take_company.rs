//! Taking a company that nobody owns.

use sales::company::CompanyFields;
use store::Tx;
use store::rows::companies;

use super::EditCompany;
use crate::{Act, Error, Result, Scene};

/// Makes the actor the owner of a company that so far was everybody's. Where somebody was faster, they stay the owner.
#[derive(Clone, Copy, Debug)]
pub struct TakeCompany {
    pub id: i64,
}

impl Act for TakeCompany {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let company = companies::get_to_change(tx, self.id)?;
        scene.may_read_shared(company.owner_id)?;
        let owner_id = Some(scene.by.member.ok_or(Error::Forbidden)?);
        if company.owner_id.is_some() {
            return if company.owner_id == owner_id { Ok(()) } else { Err(Error::Stale) };
        }
        let fields = CompanyFields { owner_id, ..company.fields() };
        EditCompany { id: self.id, version: company.version, fields }.run(tx, scene).map(drop)
    }
}
