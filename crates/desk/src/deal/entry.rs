//! What every act that writes a deal checks and keeps up: its links, and how search finds it.

use sales::deal::DealFields;
use sales::{Fault, FieldError};
use store::Tx;
use store::rows::deals::DealRow;
use store::rows::{companies, members, people, products, search};

use crate::{Error, Result, Scene};

/// Checks the fields and that what they link to exists within the actor's sight.
pub(crate) fn check(tx: &mut Tx, scene: &Scene, fields: &DealFields) -> Result<()> {
    Error::unless_valid(fields.faults())?;
    let mut faults = Vec::new();
    let mut unknown = |field: &str, id: i64| {
        faults.push(FieldError::new(field, Fault::Unknown { value: id.to_string() }));
    };
    if let Some(id) = fields.company_id {
        let company = companies::find(tx, id)?;
        if !company.is_some_and(|company| scene.by.reads.holds_shared(company.owner_id)) {
            unknown("company", id);
        }
    }
    let parties = fields.people.iter().map(|party| party.person_id);
    for id in fields.person_id.into_iter().chain(parties) {
        let person = people::find(tx, id)?;
        if !person.is_some_and(|person| scene.by.reads.holds_shared(person.owner_id)) {
            unknown("person", id);
        }
    }
    for id in fields.owner_id.into_iter().chain(fields.engineer_id) {
        if members::find(tx, id)?.is_none() {
            unknown("owner", id);
        }
    }
    for line in &fields.lines {
        if products::find(tx, line.product_id)?.is_none() {
            unknown("lines", line.product_id);
        }
    }
    Error::unless_valid(faults)
}

/// Keeps the deal's search entry: found by its name, its client and its source id.
pub(crate) fn index_deal(tx: &mut Tx, deal: &DealRow) -> Result<()> {
    if deal.archived_at.is_some() {
        search::remove(tx, "deal", deal.id)?;
        return Ok(());
    }
    let mut words = deal.name.clone();
    if let Some(id) = deal.company_id
        && let Some(company) = companies::find(tx, id)?
    {
        words = format!("{words} {}", company.name);
    }
    if let Some(id) = deal.person_id
        && let Some(person) = people::find(tx, id)?
    {
        words = format!("{words} {}", person.name);
    }
    if let Some(source) = &deal.source_id {
        words = format!("{words} {source}");
    }
    search::put(tx, "deal", deal.id, Some(deal.owner_id), &deal.name, &words)?;
    Ok(())
}
