//! Signing in with e-mail and password.

use store::Tx;
use store::rows::{access, members};

use super::{ClaimAttempt, Session, open_session, verify_password, visitor};
use crate::{Act, Desk, Error, Result, Scene};

/// What is typed in, and the network address it comes from.
#[derive(Clone)]
pub struct SignIn {
    pub email: String,
    pub password: String,
    pub address: String,
}

/// Opens a session. Whether the e-mail, the password or the member is at fault, the answer is the same and takes as long.
///
/// # Errors
/// [`Error::SignIn`]; [`Error::TooManyAttempts`] after five failures of an e-mail or twenty of an address.
pub async fn sign_in(desk: &Desk, attempt: SignIn) -> Result<Session> {
    let email = attempt.email.trim().to_lowercase();
    let claim = ClaimAttempt { email: email.clone(), address: attempt.address };
    let candidate = desk.write(&visitor(), claim).await?;
    let kept = candidate.as_ref().map(|candidate| candidate.hash.clone());
    let verified = verify_password(kept, attempt.password).await?;
    match candidate {
        Some(candidate) if verified => {
            desk.write(&visitor(), OpenSession { email, member: candidate.member, hash: candidate.hash })
                .await
        }
        _ => Err(Error::SignIn),
    }
}

struct OpenSession {
    email: String,
    member: i64,
    /// The hash that was verified: a password changed meanwhile does not let in.
    hash: String,
}

impl Act for OpenSession {
    type Done = Session;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Session> {
        let member = members::get_to_change(tx, self.member)?;
        let hash = members::find_password(tx, self.member)?;
        if member.archived_at.is_some() || hash.as_deref() != Some(&self.hash) {
            return Err(Error::SignIn);
        }
        access::delete_attempts_of(tx, &self.email)?;
        open_session(tx, scene, self.member)
    }
}
