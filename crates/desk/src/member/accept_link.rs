//! Setting a password by an invitation or a reset link.

use store::Tx;
use store::rows::{access, members};

use crate::access::{LinkIsGood, Session, check_password, hash_password, open_session, use_link, visitor};
use crate::{Act, Desk, Error, Result, Scene};

/// The link's secret and the password to be.
#[derive(Clone)]
pub struct AcceptLink {
    pub secret: String,
    pub password: String,
}

/// Sets the password, ends all other sessions and signs in. The link authorizes, once.
///
/// # Errors
/// [`Error::LinkSpent`]; [`Error::Invalid`] for the password, after which the link is still good.
pub async fn accept_link(desk: &Desk, form: AcceptLink) -> Result<Session> {
    desk.read(&visitor(), LinkIsGood { secret: form.secret.clone() }).await?;
    let mut faults = Vec::new();
    check_password(&mut faults, "password", &form.password);
    Error::unless_valid(faults)?;
    let hash = hash_password(desk, form.password).await?;
    desk.write(&visitor(), SetByLink { secret: form.secret, hash }).await
}

struct SetByLink {
    secret: String,
    hash: String,
}

impl Act for SetByLink {
    type Done = Session;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Session> {
        let id = use_link(tx, scene, &self.secret)?.member_id.ok_or(Error::LinkSpent)?;
        let member = members::get_to_change(tx, id)?;
        if member.archived_at.is_some() {
            return Err(Error::LinkSpent);
        }
        members::set_password(tx, id, &self.hash)?;
        access::spend_links_of(tx, Some(id), scene.now)?;
        access::delete_sessions_of(tx, id, None)?;
        if let Some(email) = &member.email {
            access::delete_attempts_of(tx, email)?;
        }
        open_session(tx, scene, id)
    }
}
