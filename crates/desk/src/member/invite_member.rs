//! Links by which a member sets a password: an invitation, or a reset. Shown once, good for 72 hours.

use sales::Fault;
use store::Tx;
use store::rows::members;

use crate::access::make_link;
use crate::error::Conflict;
use crate::{Act, Error, Result, Scene};

/// For a member who has no password yet.
#[derive(Clone, Copy, Debug)]
pub struct InviteMember {
    pub id: i64,
}

/// For a member who forgot the password. The old one works until the new one is set.
#[derive(Clone, Copy, Debug)]
pub struct ResetPassword {
    pub id: i64,
}

impl Act for InviteMember {
    /// The secret of the link.
    type Done = String;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<String> {
        scene.administrator_only()?;
        refuse_who_cannot_sign_in(tx, self.id)?;
        if members::find_password(tx, self.id)?.is_some() {
            return Err(Conflict::Done.into());
        }
        make_link(tx, scene, "invite", Some(self.id))
    }
}

impl Act for ResetPassword {
    /// The secret of the link.
    type Done = String;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<String> {
        scene.administrator_only()?;
        refuse_who_cannot_sign_in(tx, self.id)?;
        make_link(tx, scene, "reset", Some(self.id))
    }
}

fn refuse_who_cannot_sign_in(tx: &mut Tx, id: i64) -> Result<()> {
    let member = members::get_to_change(tx, id)?;
    if member.archived_at.is_some() {
        return Err(Conflict::Archived.into());
    }
    if member.email.is_none() {
        return Err(Error::field("email", Fault::Required));
    }
    Ok(())
}
