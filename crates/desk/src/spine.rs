//! Every act tells the event spine what happened, in its own transaction.

use sales::event::Change;
use sales::{Cause, Event, vocabulary};
use serde::Serialize;
use serde_json::Value;
use store::Tx;
use store::rows::events::{self, About, Doing, Of};

use crate::undo::has_way_back;
use crate::{Error, Result, Scene};

/// Records that something happened now, by the scene's actor.
pub(crate) fn record(tx: &mut Tx, scene: &Scene, about: About, event: &Event) -> Result<()> {
    let body = serde_json::to_string(event).map_err(|error| Error::Broken(error.to_string()))?;
    let by = &scene.by;
    let act = (by.cause != Cause::Import).then(|| scene.act());
    if act.is_some() && has_way_back(event) {
        scene.tell();
    }
    if let Some(record) = record_of(&about).filter(|_| by.cause != Cause::Import) {
        scene.touch_record(record, |act| act.changed.extend(fields_of(event)));
    }
    let doing = Doing { at: scene.now, actor: by.cause.key(), member: by.member, kind: event.kind(), act };
    events::insert(tx, &doing, &about, &body)?;
    Ok(())
}

/// The record whose cases may hear of it.
fn record_of(about: &About) -> Option<Of> {
    let company = || about.company_id.filter(|_| about.person_id.is_none()).map(Of::Company);
    about.deal_id.map(Of::Deal).or_else(company)
}

/// The fields of a record that an event tells to be others, as processes name them.
fn fields_of(event: &Event) -> Vec<String> {
    match event {
        Event::DealChanged { changes } => {
            changes.iter().flat_map(|change| vocabulary::names_of(&change.field)).collect()
        }
        Event::CompanyChanged { changes } => {
            changes.iter().map(|change| vocabulary::names_of_company(&change.field)).collect()
        }
        Event::DealAssigned { .. } => vec!["deal.owner".to_owned()],
        _ => Vec::new(),
    }
}

/// The fields that differ, as the API writes them.
pub(crate) fn changes<T: Serialize>(before: &T, after: &T) -> Result<Vec<Change>> {
    let json = |fields: &T| serde_json::to_value(fields).map_err(|error| Error::Broken(error.to_string()));
    let (before, after) = (json(before)?, json(after)?);
    let Some(fields) = after.as_object() else { return Ok(Vec::new()) };
    let differs = |(field, value): (&String, &Value)| {
        let was = before.get(field).cloned().unwrap_or_default();
        (was != *value).then(|| Change { field: field.clone(), before: was, after: value.clone() })
    };
    Ok(fields.iter().filter_map(differs).collect())
}
