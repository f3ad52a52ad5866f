//! One-time links: shown once, good for 72 hours, kept as a hash.

use jiff::SignedDuration;
use store::Tx;
use store::rows::access::{self, LinkRow};

use super::secret::{hash_of, word};
use crate::{Error, Look, Result, Scene};

/// How long a link is good.
const LIFE: SignedDuration = SignedDuration::from_hours(72);

/// Makes a link and answers its secret. Earlier ones for the same member are spent.
pub(crate) fn make_link(tx: &mut Tx, scene: &Scene, kind: &str, member: Option<i64>) -> Result<String> {
    access::spend_links_of(tx, member, scene.now)?;
    let secret = word(&scene.secret);
    access::insert_link(tx, &hash_of(&secret), kind, member, scene.now, scene.now + LIFE)?;
    Ok(secret)
}

/// Uses a link up.
///
/// # Errors
/// [`Error::LinkSpent`] when it is unknown, used or out of time.
pub(crate) fn use_link(tx: &mut Tx, scene: &Scene, secret: &str) -> Result<LinkRow> {
    let link = access::find_link(tx, &hash_of(secret), scene.now)?.ok_or(Error::LinkSpent)?;
    if access::claim_link(tx, link.id, scene.now)? { Ok(link) } else { Err(Error::LinkSpent) }
}

/// Looks at a link before the price of a hash is paid. The secret is what authorizes.
pub(crate) struct LinkIsGood {
    pub secret: String,
}

impl Look for LinkIsGood {
    type Seen = ();

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        access::find_link(tx, &hash_of(&self.secret), scene.now)?.map(|_| ()).ok_or(Error::LinkSpent)
    }
}
