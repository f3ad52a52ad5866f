//! Every act tells the event spine what happened, in its own transaction.

use sales::Event;
use store::Tx;
use store::rows::events::{self, About};

use crate::{Error, Result, Scene};

/// Records that something happened now, by the scene's actor.
pub(crate) fn record(tx: &mut Tx, scene: &Scene, about: About, event: &Event) -> Result<()> {
    let body = serde_json::to_string(event).map_err(|error| Error::Broken(error.to_string()))?;
    let by = &scene.by;
    events::insert(tx, scene.now, by.cause.key(), by.member, event.kind(), &about, &body)?;
    Ok(())
}
