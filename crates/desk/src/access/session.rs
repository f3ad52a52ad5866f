//! Sessions: 14 days unused end one, 30 days after signing in it ends anyway.

use jiff::{SignedDuration, Timestamp};
use sales::{Actor, Cause};
use store::Tx;
use store::rows::access;
use store::rows::members::Who;

use super::actor::{actor_of, foresee_actor};
use super::secret::{derived, hash_of, word};
use crate::{Act, Look, Result, Scene};

const IDLE: SignedDuration = SignedDuration::from_hours(14 * 24);
const LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Use is noted this often at most, so that reading a page writes nothing.
const TOUCH: SignedDuration = SignedDuration::from_hours(1);

/// What signing in gives. `secret` goes into the cookie and is kept nowhere, `csrf` into every form.
#[derive(Clone)]
pub struct Session {
    pub member: i64,
    pub secret: String,
    pub csrf: String,
    /// When the cookie may be forgotten at the latest.
    pub ends_at: Timestamp,
}

/// Who a session's request is by, and how their pages look.
#[derive(Clone, Debug)]
pub struct Signed {
    pub actor: Actor,
    pub session: i64,
    pub member: i64,
    pub name: String,
    pub csrf: String,
    pub theme: String,
    pub single_keys: bool,
    /// True when [`TouchSession`] is due.
    pub touch_due: bool,
}

/// Opens a session for a member; the caller has made sure of who it is.
pub(crate) fn open_session(tx: &mut Tx, scene: &Scene, member: i64) -> Result<Session> {
    access::delete_stale_sessions(tx, scene.now)?;
    let secret = word(&derived(&scene.secret, "session"));
    let csrf = word(&derived(&scene.secret, "csrf"));
    access::insert_session(tx, &hash_of(&secret), member, &csrf, scene.now, scene.now + IDLE)?;
    Ok(Session { member, secret, csrf, ends_at: scene.now + LIFE })
}

/// Finds who a session's secret belongs to. The secret is what authorizes.
#[derive(Clone)]
pub struct SessionActor {
    pub secret: String,
}

impl Look for SessionActor {
    /// None when the session ended or never was.
    type Seen = Option<Signed>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Option<Signed>> {
        let hash = hash_of(&self.secret);
        let who = Who::Session(&hash);
        foresee_actor(tx, who);
        let Some(session) = access::find_session(tx, &hash, scene.now)? else { return Ok(None) };
        let (actor, member) = actor_of(tx, who, Cause::Member)?;
        Ok(Some(Signed {
            actor,
            session: session.id,
            member: member.id,
            name: member.name,
            csrf: session.csrf,
            theme: member.theme,
            single_keys: member.single_keys,
            touch_due: scene.now.duration_since(session.seen_at) >= TOUCH,
        }))
    }
}

/// Notes that a session is used, which keeps it open; see [`Signed::touch_due`].
#[derive(Clone)]
pub struct TouchSession {
    pub secret: String,
}

impl Act for TouchSession {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        let Some(session) = access::find_session(tx, &hash_of(&self.secret), scene.now)? else {
            return Ok(());
        };
        let expires_at = (scene.now + IDLE).min(session.created_at + LIFE);
        Ok(access::touch_session(tx, session.id, scene.now, expires_at)?)
    }
}
