//! What every act that writes a person checks and keeps up.

use sales::contact::parse_mail;
use sales::person::{PersonFields, Post};
use sales::{Fault, FieldError};
use store::Tx;
use store::rows::people::PersonRow;
use store::rows::{companies, deals, members, search};

use crate::company::entry::phones;
use crate::deal::entry::index_deal;
use crate::{Error, Result, Scene};

/// Checks the fields and that posts beyond those `held` lead somewhere within sight; answers them with mails as they
/// are kept and one post a company, the last.
pub(crate) fn check(
    tx: &mut Tx,
    scene: &Scene,
    held: &[Post],
    fields: &PersonFields,
) -> Result<PersonFields> {
    let mut faults = fields.faults();
    let mut posts: Vec<Post> = Vec::new();
    for post in &fields.posts {
        posts.retain(|other| other.company_id != post.company_id);
        posts.push(post.clone());
        if held.iter().any(|other| other.company_id == post.company_id) {
            continue;
        }
        let seen = companies::find(tx, post.company_id)?
            .is_some_and(|row| scene.by.reads.holds_shared(row.owner_id));
        if !seen {
            faults.push(FieldError::new("company", Fault::Unknown { value: post.company_id.to_string() }));
        }
    }
    if let Some(owner) = fields.owner_id
        && members::find(tx, owner)?.is_none()
    {
        faults.push(FieldError::new("owner", Fault::Unknown { value: owner.to_string() }));
    }
    Error::unless_valid(faults)?;
    let mails = fields.mails.iter().filter_map(|mail| parse_mail(mail).ok()).collect();
    Ok(PersonFields { name: fields.name.trim().to_owned(), mails, posts, ..fields.clone() })
}

/// Keeps the person's search entry: found by name, mails, phones and companies.
pub(crate) fn index(tx: &mut Tx, person: &PersonRow, fields: &PersonFields) -> Result<()> {
    if person.archived_at.is_some() {
        search::remove(tx, "person", person.id)?;
        return Ok(());
    }
    let mut words = format!("{} {} {}", person.name, person.mails.replace('\n', " "), phones(&person.phones));
    for post in &fields.posts {
        if let Some(company) = companies::find(tx, post.company_id)? {
            words = format!("{words} {}", company.name);
        }
    }
    search::put(tx, "person", person.id, person.owner_id, &person.name, &words)?;
    Ok(())
}

/// Keeps the entries that tell the person's name after it was changed: their deals.
pub(crate) fn index_namers(tx: &mut Tx, id: i64) -> Result<()> {
    for (deal,) in search::list_naming_person(tx, id)? {
        let deal = deals::get(tx, deal)?;
        index_deal(tx, &deal)?;
    }
    Ok(())
}
