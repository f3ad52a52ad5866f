//! Editing a company's fields.

use sales::Event;
use sales::company::CompanyFields;
use sales::event::Change;
use sales::vocabulary::names_of_company;
use store::Tx;
use store::rows::events::About;
use store::rows::{cases, companies};

use super::entry;
use crate::case::definition_of;
use crate::{Act, Conflict, Error, Result, Scene, spine};

/// Writes all editable fields as they now stand in the form.
#[derive(Clone, Debug)]
pub struct EditCompany {
    pub id: i64,
    /// The version the editor saw.
    pub version: i64,
    pub fields: CompanyFields,
}

impl Act for EditCompany {
    /// The new version.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.writers_only()?;
        let company = companies::get_to_change(tx, self.id)?;
        scene.may_read_shared(company.owner_id)?;
        scene.may_write_shared(company.owner_id)?;
        if company.archived_at.is_some() {
            return Err(Conflict::Archived.into());
        }
        if company.version != self.version {
            return Err(Error::Stale);
        }
        scene.may_write_shared(self.fields.owner_id)?;
        let fields = CompanyFields { name: self.fields.name.trim().to_owned(), ..self.fields.clone() };
        entry::check(tx, scene, Some(&company), &fields)?;
        let changes = spine::changes(&company.fields(), &fields)?;
        if changes.is_empty() {
            return Ok(company.version);
        }
        unlocked(tx, scene, self.id, &changes)?;
        companies::update(tx, self.id, &fields, scene.now)?;
        let edited = companies::find(tx, self.id)?.ok_or(Error::NotFound)?;
        entry::index(tx, &edited)?;
        if edited.name != company.name {
            entry::index_namers(tx, self.id)?;
        }
        spine::record(tx, scene, About::company(self.id), &Event::CompanyChanged { changes })?;
        Ok(edited.version)
    }
}

/// Refuses what a stage of the company's lets only an amendment change.
fn unlocked(tx: &mut Tx, scene: &Scene, company: i64, changes: &[Change]) -> Result<()> {
    let names: Vec<String> = changes.iter().map(|change| names_of_company(&change.field)).collect();
    for case in cases::list_of_company(tx, company)? {
        let definition = definition_of(tx, scene, case.process_version_id)?;
        let Some(stage) = definition.stage(&case.stage) else { continue };
        let findings = process::locked(stage, names.iter().map(String::as_str));
        if !findings.is_empty() {
            return Err(Error::Refused(findings));
        }
    }
    Ok(())
}
