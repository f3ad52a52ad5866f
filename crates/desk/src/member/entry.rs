//! What is typed in about a member, checked.

use jiff::tz::TimeZone;
use sales::contact::parse_mail;
use sales::field::{NAME_MOST, check_text};
use sales::{Fault, FieldError};
use store::Tx;
use store::rows::{installation, members, teams};

use crate::error::Conflict;
use crate::{Error, Result};

/// The address by which a member signs in: capitals do not tell members apart.
pub(crate) fn parse_email(text: &str) -> Result<String, Fault> {
    if text.trim().is_empty() {
        return Err(Fault::Required);
    }
    parse_mail(text).map(|mail| mail.to_lowercase())
}

/// The zone must be one that the zone database knows.
pub(crate) fn check_zone(faults: &mut Vec<FieldError>, name: &str) {
    if TimeZone::get(name).is_err() {
        faults.push(FieldError::new("time_zone", Fault::NotAZone));
    }
}

/// Checks name, e-mail and team of member `id` (none: a new one) and answers the e-mail as it is kept.
pub(super) fn check(
    tx: &mut Tx,
    id: Option<i64>,
    name: &str,
    email: Option<&str>,
    team: Option<i64>,
) -> Result<Option<String>> {
    let mut faults = Vec::new();
    check_text(&mut faults, "name", name, true, NAME_MOST);
    let mut kept = None;
    if let Some(email) = email.filter(|email| !email.trim().is_empty()) {
        match parse_email(email) {
            Ok(email) => {
                if let Some(other) = members::find_by_email(tx, &email)?.filter(|other| Some(other.id) != id)
                {
                    faults.push(FieldError::new("email", Fault::Taken { by: other.name }));
                }
                kept = Some(email);
            }
            Err(fault) => faults.push(FieldError::new("email", fault)),
        }
    }
    if let Some(team) = team
        && teams::find(tx, team)?.is_none_or(|team| team.archived_at.is_some())
    {
        faults.push(FieldError::new("team", Fault::Unknown { value: team.to_string() }));
    }
    Error::unless_valid(faults)?;
    Ok(kept)
}

/// Refuses when member `id` is the only one left who signs in as administrator. Holds the installation, so that of
/// two who leave at once the second is refused.
pub(super) fn refuse_last_administrator(tx: &mut Tx, id: i64) -> Result<()> {
    installation::hold(tx)?;
    if members::list_administrators(tx)? == [id] { Err(Conflict::LastAdministrator.into()) } else { Ok(()) }
}
