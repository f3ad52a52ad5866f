//! What every act that writes a company checks and keeps up.

use sales::company::CompanyFields;
use sales::event::Change;
use sales::{Fault, FieldError};
use serde::Serialize;
use store::Tx;
use store::rows::companies::{self, CompanyRow};
use store::rows::{members, search};

use crate::{Error, Result, Scene};

/// Checks the fields, that links lead somewhere within sight, and that the parent is not below the company itself.
pub(crate) fn check(tx: &mut Tx, scene: &Scene, own: Option<i64>, fields: &CompanyFields) -> Result<()> {
    let mut faults = fields.faults();
    if let Some(parent) = fields.parent_id {
        let seen = companies::find(tx, parent)?.is_some_and(|row| scene.by.reads.holds_shared(row.owner_id));
        if !seen {
            faults.push(FieldError::new("parent", Fault::Unknown { value: parent.to_string() }));
        } else if let Some(own) = own
            && companies::list_above(tx, parent)?.contains(&own)
        {
            faults.push(FieldError::new("parent", Fault::WouldLoop));
        }
    }
    if let Some(owner) = fields.owner_id
        && members::find(tx, owner)?.is_none()
    {
        faults.push(FieldError::new("owner", Fault::Unknown { value: owner.to_string() }));
    }
    Error::unless_valid(faults)
}

/// Keeps the company's search entry: found by name, address, web, and phones also by their digits alone.
pub(crate) fn index(tx: &mut Tx, company: &CompanyRow) -> Result<()> {
    if company.archived_at.is_some() {
        search::remove(tx, "company", company.id)?;
        return Ok(());
    }
    let address = company.address.as_deref().unwrap_or("");
    let web = company.web.as_deref().unwrap_or("");
    let words = format!("{} {address} {web} {}", company.name, phones(&company.phones));
    search::put(tx, "company", company.id, company.owner_id, &company.name, &words)?;
    Ok(())
}

/// Numbers as written and as digits alone.
pub(crate) fn phones(lines: &str) -> String {
    let digits = |line: &str| line.chars().filter(char::is_ascii_digit).collect::<String>();
    lines.lines().map(|line| format!("{line} {}", digits(line))).collect::<Vec<_>>().join(" ")
}

/// The fields that differ, as the API writes them.
pub(crate) fn changes<T: Serialize>(before: &T, after: &T) -> Result<Vec<Change>> {
    let json = |fields: &T| serde_json::to_value(fields).map_err(|error| Error::Broken(error.to_string()));
    let (before, after) = (json(before)?, json(after)?);
    let Some(fields) = after.as_object() else { return Ok(Vec::new()) };
    let differs = |(field, value): (&String, &serde_json::Value)| {
        let was = before.get(field).cloned().unwrap_or_default();
        (was != *value).then(|| Change { field: field.clone(), before: was, after: value.clone() })
    };
    Ok(fields.iter().filter_map(differs).collect())
}
