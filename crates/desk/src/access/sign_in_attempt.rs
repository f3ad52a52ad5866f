//! Guessing is slow: five failures an e-mail and twenty an address in a quarter of an hour.

use jiff::{SignedDuration, Timestamp};
use store::Tx;
use store::rows::{access, installation, members};

use crate::{Act, Error, Result, Scene};

const WINDOW: SignedDuration = SignedDuration::from_mins(15);
const MOST_OF_EMAIL: i64 = 5;
const MOST_FROM_ADDRESS: i64 = 20;

/// Takes one of the few attempts before the password is looked at, so that attempts side by side count too.
/// A success gives them back.
pub(crate) struct ClaimAttempt {
    pub email: String,
    pub address: String,
}

/// The member who has the e-mail, and the hash of their password.
#[derive(Clone)]
pub(crate) struct Candidate {
    pub member: i64,
    pub hash: String,
}

impl Act for ClaimAttempt {
    type Done = Option<Candidate>;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<Option<Candidate>> {
        installation::hold(tx)?;
        let since = scene.now - WINDOW;
        let of_email = access::list_attempts_of_email(tx, &self.email, since, MOST_OF_EMAIL)?;
        refuse_if_full(scene.now, &of_email, MOST_OF_EMAIL)?;
        let from_address = access::list_attempts_from(tx, &self.address, since, MOST_FROM_ADDRESS)?;
        refuse_if_full(scene.now, &from_address, MOST_FROM_ADDRESS)?;
        access::delete_attempts_before(tx, since)?;
        access::insert_attempt(tx, &self.email, &self.address, scene.now)?;
        find_candidate(tx, &self.email)
    }
}

/// `attempts` are the newest first; when there are as many as may be, the last of them must grow old first.
fn refuse_if_full(now: Timestamp, attempts: &[Timestamp], most: i64) -> Result<()> {
    match attempts.last() {
        Some(oldest) if attempts.len() as i64 >= most => {
            let seconds = (*oldest + WINDOW).duration_since(now).as_secs().max(1);
            Err(Error::TooManyAttempts { seconds })
        }
        _ => Ok(()),
    }
}

fn find_candidate(tx: &mut Tx, email: &str) -> Result<Option<Candidate>> {
    let Some(member) = members::find_by_email(tx, email)? else { return Ok(None) };
    if member.archived_at.is_some() {
        return Ok(None);
    }
    let hash = members::find_password(tx, member.id)?;
    Ok(hash.map(|hash| Candidate { member: member.id, hash }))
}
