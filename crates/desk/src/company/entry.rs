//! What every act that writes a company checks and keeps up.

use sales::company::CompanyFields;
use sales::fold::squeeze;
use sales::{Fault, FieldError};
use store::Tx;
use store::rows::companies::{self, CompanyRow};
use store::rows::people::{self, PostRow};
use store::rows::{deals, members, search};

use crate::deal::entry::index_deal;
use crate::{Error, Result, Scene, person};

/// Checks the fields, that new links lead somewhere within sight, and that the parent is not below the company
/// itself. A parent that `own` has already may stay, even out of sight.
pub(crate) fn check(
    tx: &mut Tx,
    scene: &Scene,
    own: Option<&CompanyRow>,
    fields: &CompanyFields,
) -> Result<()> {
    let mut faults = fields.faults();
    if let Some(parent) = fields.parent_id
        && own.is_none_or(|own| own.parent_id != Some(parent))
    {
        let seen = companies::find(tx, parent)?.is_some_and(|row| scene.by.reads.holds_shared(row.owner_id));
        if !seen {
            faults.push(FieldError::new("parent", Fault::Unknown { value: parent.to_string() }));
        } else if let Some(own) = own
            && companies::list_above(tx, parent)?.contains(&own.id)
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

/// Keeps the company's search entry: found by name, also written together, address, web, and phones, also by their
/// digits alone.
pub(crate) fn index(tx: &mut Tx, company: &CompanyRow) -> Result<()> {
    if company.archived_at.is_some() {
        search::remove(tx, "company", company.id)?;
        return Ok(());
    }
    let address = company.address.as_deref().unwrap_or("");
    let web = company.web.as_deref().unwrap_or("");
    let together = squeeze(&company.name);
    let words = format!("{} {together} {address} {web} {}", company.name, phones(&company.phones));
    search::put(tx, "company", company.id, company.owner_id, &company.name, &words)?;
    Ok(())
}

/// Keeps the entries that tell the company's name after it was renamed: its deals and people.
pub(crate) fn index_namers(tx: &mut Tx, id: i64) -> Result<()> {
    for (kind, record) in search::list_naming_company(tx, id)? {
        if kind == "deal" {
            let deal = deals::get(tx, record)?;
            index_deal(tx, &deal)?;
        } else if let Some(row) = people::find(tx, record)? {
            let posts = people::list_posts(tx, record)?.iter().map(PostRow::post).collect();
            person::entry::index(tx, &row, &row.fields(posts))?;
        }
    }
    Ok(())
}

/// Numbers as written and as digits alone.
pub(crate) fn phones(lines: &str) -> String {
    let digits = |line: &str| line.chars().filter(char::is_ascii_digit).collect::<String>();
    lines.lines().map(|line| format!("{line} {}", digits(line))).collect::<Vec<_>>().join(" ")
}
