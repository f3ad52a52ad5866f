//! Changing one's own password.

use sales::{Actor, Fault};
use store::Tx;
use store::rows::{access, members};

use crate::access::{ClaimAttempt, check_password, hash_password, own_member, verify_password};
use crate::{Act, Desk, Error, Look, Result, Scene};

/// The password that was and the one to be; `session` is the one that stays open.
#[derive(Clone)]
pub struct ChangePassword {
    pub old: String,
    pub new: String,
    pub session: Option<i64>,
}

/// Sets the new password and ends all other sessions. Wrong guesses count as failures to sign in.
///
/// # Errors
/// [`Error::Invalid`] at `old` or `new`; [`Error::TooManyAttempts`].
pub async fn change_password(desk: &Desk, actor: &Actor, form: ChangePassword) -> Result<()> {
    let mut faults = Vec::new();
    check_password(&mut faults, "new", &form.new);
    let (member, email) = desk.read(actor, OwnEmail).await?;
    Error::unless_valid(faults)?;
    let claim = ClaimAttempt { email: email.clone(), address: format!("member {member}") };
    let known = desk.write(actor, claim).await?.ok_or(Error::Forbidden)?;
    if !verify_password(Some(known.hash.clone()), form.old).await? {
        return Err(Error::field("old", Fault::Unknown { value: String::new() }));
    }
    let hash = hash_password(desk, form.new).await?;
    desk.write(actor, SetPassword { email, old: known.hash, hash, session: form.session }).await
}

/// Id and e-mail of the acting member.
struct OwnEmail;

impl Look for OwnEmail {
    type Seen = (i64, String);

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<(i64, String)> {
        let id = own_member(scene)?;
        let email = members::find(tx, id)?.and_then(|member| member.email);
        email.map(|email| (id, email)).ok_or(Error::Forbidden)
    }
}

struct SetPassword {
    email: String,
    /// The hash that was verified.
    old: String,
    hash: String,
    session: Option<i64>,
}

impl Act for SetPassword {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let id = own_member(scene)?;
        members::get_to_change(tx, id)?;
        if members::find_password(tx, id)?.as_deref() != Some(&self.old) {
            return Err(Error::Stale);
        }
        members::set_password(tx, id, &self.hash)?;
        access::spend_links_of(tx, Some(id), scene.now)?;
        access::delete_sessions_of(tx, id, self.session)?;
        Ok(access::delete_attempts_of(tx, &self.email)?)
    }
}
