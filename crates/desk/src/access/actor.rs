//! Who an act is by: a member with the reach of role and teams, a visitor, or the server itself.

use jiff::tz::TimeZone;
use process::Lang;
use sales::{Actor, Cause, Owners, Role};
use store::Tx;
use store::rows::members::{self, MemberRow, Who};
use store::rows::{access, installation, teams};

use crate::{Error, Look, Result, Scene};

/// Whoever has not signed in: sees and changes nothing.
pub fn visitor() -> Actor {
    Actor {
        cause: Cause::System,
        member: None,
        role: Role::Reader,
        reads: Owners::Only(Vec::new()),
        writes: Owners::Only(Vec::new()),
        lang: Lang::En,
        zone: TimeZone::UTC,
    }
}

/// The actor that a member is, for jobs on their behalf: the server alone may ask.
#[derive(Clone, Copy, Debug)]
pub struct ActorOf {
    pub member: i64,
}

impl Look for ActorOf {
    type Seen = Actor;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Actor> {
        system_only(scene)?;
        actor_of(tx, Who::Member(self.member), Cause::Member).map(|(actor, _)| actor)
    }
}

/// The same by the address that the member signs in with; none when nobody does.
#[derive(Clone, Debug)]
pub struct ActorByMail {
    pub email: String,
}

impl Look for ActorByMail {
    type Seen = Option<Actor>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Option<Actor>> {
        system_only(scene)?;
        let member = members::find_by_email(tx, &self.email.trim().to_lowercase())?;
        let member = member.filter(|member| member.archived_at.is_none());
        let actor = member.map(|member| actor_of(tx, Who::Member(member.id), Cause::Member)).transpose()?;
        Ok(actor.map(|(actor, _)| actor))
    }
}

/// Announces what [`actor_of`] reads.
pub(super) fn foresee_actor(tx: &mut Tx, who: Who<'_>) {
    tx.foresee(|tx| {
        (
            members::find_who(tx, who),
            access::list_reach(tx),
            teams::list_below(tx, who),
            installation::find(tx),
        )
    });
}

/// The actor that a member is now: role, reach, teams headed and below, language, zone.
pub(super) fn actor_of(tx: &mut Tx, who: Who<'_>, cause: Cause) -> Result<(Actor, MemberRow)> {
    foresee_actor(tx, who);
    let member = members::find_who(tx, who)?.ok_or(Error::NotFound)?;
    let role = Role::parse(&member.role)
        .ok_or_else(|| Error::Broken(format!("member {} has the role {}", member.id, member.role)))?;
    let (reads, writes) = access::get_reach(tx, role)?;
    let below = match reads.is_by_owner() || writes.is_by_owner() {
        true => teams::list_below(tx, who)?,
        false => Vec::new(),
    };
    let own = member.time_zone.as_deref().and_then(|name| TimeZone::get(name).ok());
    let zone = match own {
        Some(zone) => zone,
        None => installation::find(tx)?.map_or(TimeZone::UTC, |row| row.zone()),
    };
    let actor = Actor {
        cause,
        member: Some(member.id),
        role,
        reads: reads.owners(member.id, &below),
        writes: writes.owners(member.id, &below),
        lang: installation::lang(&member.language),
        zone,
    };
    Ok((actor, member))
}

/// Refuses all but the server itself: command line and jobs.
pub(crate) fn system_only(scene: &Scene) -> Result<()> {
    let by = &scene.by;
    if by.cause == Cause::System && by.is_administrator() { Ok(()) } else { Err(Error::Forbidden) }
}

/// Refuses visitors.
pub(crate) fn known_only(scene: &Scene) -> Result<()> {
    if scene.by.member.is_some() { Ok(()) } else { system_only(scene) }
}

/// The member who acts by their own hand: a token may not change who gets in.
pub(crate) fn own_member(scene: &Scene) -> Result<i64> {
    match (scene.by.cause, scene.by.member) {
        (Cause::Member, Some(member)) => Ok(member),
        _ => Err(Error::Forbidden),
    }
}
