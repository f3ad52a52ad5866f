//! A new company.

use sales::Event;
use sales::company::CompanyFields;
use store::Tx;
use store::rows::clients::Origin;
use store::rows::companies;
use store::rows::events::About;

use super::entry;
use crate::taken::taken;
use crate::{Act, Error, Result, Scene, spine};

/// Makes a company. Without `owner_id` it is the actor's; `shared` leaves it without owner, for everybody.
#[derive(Clone, Debug, Default)]
pub struct CreateCompany {
    pub fields: CompanyFields,
    pub shared: bool,
    pub source_id: Option<String>,
}

impl Act for CreateCompany {
    /// The new company's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.writers_only()?;
        let mut fields = self.fields.clone();
        fields.name = fields.name.trim().to_owned();
        fields.owner_id = if self.shared { None } else { fields.owner_id.or(scene.by.member) };
        scene.may_write_shared(fields.owner_id)?;
        entry::check(tx, scene, None, &fields)?;
        let origin =
            Origin { source_id: self.source_id.as_deref(), import_id: None, created_by: scene.by.member };
        let source = self.source_id.as_deref().unwrap_or("");
        let inserted = companies::insert(tx, &fields, &origin, scene.now);
        let id = taken(inserted, "companies_source_unique", "source_id", source)?;
        let company = companies::find(tx, id)?.ok_or(Error::NotFound)?;
        entry::index(tx, &company)?;
        spine::record(tx, scene, About::company(id), &Event::CompanyCreated { name: fields.name })?;
        Ok(id)
    }
}
