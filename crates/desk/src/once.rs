//! An act that a program may send twice and that is done once.

use jiff::SignedDuration;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use store::Tx;
use store::rows::request_keys;

use crate::{Act, Error, Result, Scene};

/// How long a key is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// A request as its sender names it, and a digest of what it asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestKey {
    pub key: String,
    fingerprint: String,
}

impl RequestKey {
    /// `parts` are all that makes the request another one: method, address, body.
    pub fn new(key: String, parts: &[&[u8]]) -> RequestKey {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        let fingerprint = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        RequestKey { key, fingerprint }
    }

    /// The same request for one of the many things it does: each is kept by itself.
    #[must_use]
    pub(crate) fn of_one(&self, nth: usize) -> RequestKey {
        RequestKey { key: format!("{}#{nth}", self.key), ..self.clone() }
    }
}

/// Does the act unless the same request of the member was done within a day: then answers what it answered. The key is
/// kept in the act's own transaction, so a refused act keeps none and may be mended and sent again.
pub struct Once<A> {
    pub key: RequestKey,
    pub act: A,
}

impl<A: Act> Act for Once<A>
where
    A::Done: Serialize + DeserializeOwned,
{
    type Done = A::Done;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<A::Done> {
        let member = scene.by.member.ok_or(Error::Forbidden)?;
        let RequestKey { key, fingerprint } = &self.key;
        let broken = |error: serde_json::Error| Error::Broken(error.to_string());
        request_keys::delete_before(tx, scene.now - KEPT)?;
        if request_keys::claim(tx, member, key, fingerprint, scene.now)? {
            let done = self.act.run(tx, scene)?;
            request_keys::keep(tx, member, key, &serde_json::to_string(&done).map_err(broken)?)?;
            return Ok(done);
        }
        let kept = request_keys::get(tx, member, key)?;
        if kept.fingerprint != *fingerprint {
            return Err(Error::KeyReused);
        }
        let done = kept.done.ok_or_else(|| Error::Broken("a request was kept without its answer".into()))?;
        serde_json::from_str(&done).map_err(broken)
    }
}
