//! Fields, owners and archives as they were.

use sales::event::Change;
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::Tx;
use store::rows::events::ActEvent;
use store::rows::people::PostRow;
use store::rows::{companies, deals, people};

use crate::company::{ArchiveCompany, EditCompany, RestoreCompany};
use crate::deal::{ArchiveDeal, AssignDeal, EditDeal, RestoreDeal};
use crate::person::{ArchivePerson, EditPerson, RestorePerson};
use crate::{Act, Conflict, Error, Result, Scene};

pub(super) fn deal(tx: &mut Tx, scene: &Scene, id: i64, changes: &[Change]) -> Result<()> {
    let deal = deals::get_to_change(tx, id)?;
    let people = deals::list_people(tx, id)?;
    let lines = deals::list_lines(tx, id)?;
    let fields = restored(&deal.fields(people, lines), changes)?;
    EditDeal { id, version: deal.version, fields }.run(tx, scene).map(|_| ())
}

pub(super) fn company(tx: &mut Tx, scene: &Scene, id: i64, changes: &[Change]) -> Result<()> {
    let company = companies::get_to_change(tx, id)?;
    let fields = restored(&company.fields(), changes)?;
    EditCompany { id, version: company.version, fields }.run(tx, scene).map(|_| ())
}

pub(super) fn person(tx: &mut Tx, scene: &Scene, id: i64, changes: &[Change]) -> Result<()> {
    let person = people::get_to_change(tx, id)?;
    let posts = people::list_posts(tx, id)?.iter().map(PostRow::post).collect();
    let fields = restored(&person.fields(posts), changes)?;
    EditPerson { id, version: person.version, fields }.run(tx, scene).map(|_| ())
}

pub(super) fn owner(tx: &mut Tx, scene: &Scene, id: i64, from: i64, to: i64) -> Result<()> {
    if deals::get_to_change(tx, id)?.owner_id != to {
        return Err(Conflict::ChangedSince.into());
    }
    AssignDeal { id, to: from }.run(tx, scene)
}

/// What was made is put away, what was put away comes back.
pub(super) fn archived(tx: &mut Tx, scene: &Scene, row: &ActEvent, away: bool) -> Result<()> {
    match (row.deal_id, row.company_id, row.person_id, away) {
        (Some(id), _, _, true) => ArchiveDeal { id }.run(tx, scene),
        (Some(id), _, _, false) => RestoreDeal { id }.run(tx, scene),
        (_, Some(id), None, true) => ArchiveCompany { id }.run(tx, scene),
        (_, Some(id), None, false) => RestoreCompany { id }.run(tx, scene),
        (_, _, Some(id), true) => ArchivePerson { id }.run(tx, scene),
        (_, _, Some(id), false) => RestorePerson { id }.run(tx, scene),
        (None, None, None, _) => Err(Error::Broken("an event names no record".to_owned())),
    }
}

/// The fields with each change taken back; one that was changed again since stays with whoever changed it.
pub(crate) fn restored<T: Serialize + DeserializeOwned>(now: &T, changes: &[Change]) -> Result<T> {
    let broken = |error: serde_json::Error| Error::Broken(error.to_string());
    let mut fields = serde_json::to_value(now).map_err(broken)?;
    for change in changes {
        let field = fields.get_mut(&change.field).ok_or(Conflict::NoWayBack)?;
        if *field != change.after {
            return Err(Conflict::ChangedSince.into());
        }
        field.clone_from(&change.before);
    }
    serde_json::from_value(fields).map_err(broken)
}
