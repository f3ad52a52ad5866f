//! Every act tells the event spine what happened, in its own transaction.

use sales::event::Change;
use sales::{Cause, Event, vocabulary};
use serde::Serialize;
use serde_json::Value;
use store::Tx;
use store::rows::events::{self, About, Doing};

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
    if let Some(deal) = about.deal_id.filter(|_| by.cause != Cause::Import) {
        scene.touch(deal, |act| act.changed.extend(fields_of(event)));
    }
    let doing = Doing { at: scene.now, actor: by.cause.key(), member: by.member, kind: event.kind(), act };
    events::insert(tx, &doing, &about, &body)?;
    Ok(())
}

/// The fields of a deal that an event tells to be others, as processes name them.
fn fields_of(event: &Event) -> Vec<String> {
    match event {
        Event::DealChanged { changes } => {
            changes.iter().flat_map(|change| vocabulary::names_of(&change.field)).collect()
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
