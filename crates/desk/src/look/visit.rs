//! Who a page is for, and the small numbers in its frame.

use store::Tx;

use super::{Counts, NavCounts};
use crate::access::{SessionActor, Signed};
use crate::{Look, Result, Scene};

/// Looks at whose a session is; the secret is what authorizes. A part of a page has no frame, and needs no counts.
#[derive(Clone)]
pub struct Visit {
    pub secret: String,
    pub framed: bool,
}

impl Look for Visit {
    /// None when the session ended or never was.
    type Seen = Option<(Signed, Counts)>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Option<(Signed, Counts)>> {
        let Some(signed) = (SessionActor { secret: self.secret.clone() }).look(tx, scene)? else {
            return Ok(None);
        };
        let counts = match self.framed {
            true => NavCounts.look(tx, &scene.as_actor(signed.actor.clone()))?,
            false => Counts::default(),
        };
        Ok(Some((signed, counts)))
    }
}
