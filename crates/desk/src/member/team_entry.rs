//! What is typed in about a team, checked.

use sales::field::{NAME_MOST, check_text};
use sales::{Fault, FieldError};
use store::Tx;
use store::rows::members;
use store::rows::teams::{self, TeamRow};

use crate::{Error, Result};

/// Checks name, parent and head, and answers the parent. `team` is the one that changes: it can't come below itself.
pub(super) fn check(
    tx: &mut Tx,
    team: Option<&TeamRow>,
    name: &str,
    parent: Option<i64>,
    head: Option<i64>,
) -> Result<Option<TeamRow>> {
    let mut faults = Vec::new();
    check_text(&mut faults, "name", name, true, NAME_MOST);
    let unknown = |field: &str, id: i64| FieldError::new(field, Fault::Unknown { value: id.to_string() });
    let mut above = None;
    if let Some(id) = parent {
        match teams::find(tx, id)?.filter(|parent| parent.archived_at.is_none()) {
            None => faults.push(unknown("parent", id)),
            Some(parent) if team.is_some_and(|team| parent.path.starts_with(&team.path)) => {
                faults.push(FieldError::new("parent", Fault::WouldLoop));
            }
            Some(parent) => above = Some(parent),
        }
    }
    if let Some(id) = head
        && members::find(tx, id)?.is_none_or(|member| member.archived_at.is_some())
    {
        faults.push(unknown("head", id));
    }
    Error::unless_valid(faults)?;
    Ok(above)
}
