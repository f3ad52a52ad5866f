//! Other processes beside a case: what it reads of them, moves of them, and starts.

use std::collections::BTreeMap;

use process::{Command, Decision, Definition, UseOf, Value};
use store::Tx;
use store::rows::{cases, companies, processes};

use super::effects::Ground;
use super::move_case::{MoveCase, take};
use super::record::Record;
use super::start_beside::start_on;
use super::{CaseInHand, CaseOf, definition_of};
use crate::{Error, Result, Scene};

/// What the conditions of a process ask of others, by the names they ask it under. With `held`, a record that is only
/// looked at stays as it is until the commit: nobody deactivates a customer beside an order that is being placed.
pub(super) fn supply(
    tx: &mut Tx,
    scene: &Scene,
    record: &Record,
    definition: &Definition,
    held: bool,
) -> Result<BTreeMap<String, Value>> {
    match record {
        _ if definition.uses().is_empty() => Ok(BTreeMap::new()),
        Record::Deal { row, .. } => supply_deal(tx, scene, row.company_id, definition, held),
        Record::Company { row, .. } => {
            let whose = Whose { own: Some(row.id), parent: row.parent_id, company: None };
            known_of(tx, scene, whose, definition, held)
        }
    }
}

/// The same for a deal, which may not be there yet, with this company.
pub(super) fn supply_deal(
    tx: &mut Tx,
    scene: &Scene,
    company: Option<i64>,
    definition: &Definition,
    held: bool,
) -> Result<BTreeMap<String, Value>> {
    if definition.uses().is_empty() {
        return Ok(BTreeMap::new());
    }
    let row = match company {
        Some(company) => companies::find(tx, company)?,
        None => None,
    };
    let whose = Whose { own: None, company, parent: row.and_then(|row| row.parent_id) };
    known_of(tx, scene, whose, definition, held)
}

/// Whose cases a process may read: the record's own, those of its company, of the company above.
struct Whose {
    own: Option<i64>,
    company: Option<i64>,
    parent: Option<i64>,
}

fn known_of(
    tx: &mut Tx,
    scene: &Scene,
    whose: Whose,
    definition: &Definition,
    held: bool,
) -> Result<BTreeMap<String, Value>> {
    let mut known = BTreeMap::new();
    for used in definition.uses() {
        let company = match used.of {
            UseOf::Record => whose.own,
            UseOf::Company => whose.company,
            UseOf::Parent => whose.parent,
        };
        let mut permits = Vec::new();
        if let Some(company) = company {
            if held && used.of != UseOf::Record {
                companies::hold(tx, company)?;
            }
            let rows = cases::list_of_company(tx, company)?;
            if let Some(row) = rows.into_iter().find(|row| row.process == used.process) {
                let other = definition_of(tx, scene, row.process_version_id)?;
                permits = other.stage(&row.stage).map(|stage| stage.permits.clone()).unwrap_or_default();
                known.insert(used.stage(), Value::Choice(row.stage));
            }
        }
        for name in &used.permits {
            known.insert(used.permit(name), Value::Bool(permits.contains(name)));
        }
    }
    Ok(known)
}

/// Takes a move of another process of the same record, in the same act: that it is refused refuses the whole.
pub(super) fn move_another(
    tx: &mut Tx,
    scene: &Scene,
    ground: &Ground<'_>,
    process: &str,
    key: &str,
) -> Result<()> {
    let Record::Company { row, .. } = ground.record else { return Err(no_other(process)) };
    let of = CaseOf::company(row.id, process);
    let record = Record::company(companies::find(tx, row.id)?.ok_or(Error::NotFound)?);
    let hand = CaseInHand::load_beside(tx, scene, &of, record, true)?;
    let command = Command {
        move_key: key.to_owned(),
        entry: hand.case.entry,
        through: Some(ground.definition.key.clone()),
        ..Command::default()
    };
    let step = match process::decide(&hand.definition, &hand.case, &hand.knowledge, &command, scene.now) {
        Decision::Step(step) => *step,
        Decision::Refused(findings) => return Err(Error::Refused(findings)),
    };
    take(tx, scene, hand, &MoveCase { of: of.clone(), ..MoveCase::default() }, &step)?;
    scene.touch(&of, |act| {
        act.rests |= step.rests;
        act.changed.extend(step.changes.into_iter().map(|(field, _)| field));
        act.taken.insert(step.move_key);
    });
    Ok(())
}

/// Starts another process on the same record; one that runs there already goes on as it stands.
pub(super) fn start_another(tx: &mut Tx, scene: &Scene, ground: &Ground<'_>, process: &str) -> Result<()> {
    let Record::Company { row, .. } = ground.record else { return Err(no_other(process)) };
    if cases::list_of_company(tx, row.id)?.iter().any(|case| case.process == process) {
        return Ok(());
    }
    let found = processes::find_active_on(tx, "company", process)?.ok_or_else(|| no_other(process))?;
    let record = Record::company(companies::find(tx, row.id)?.ok_or(Error::NotFound)?);
    start_on(tx, scene, &record, &found, None)
}

fn no_other(process: &str) -> Error {
    Error::Broken(format!("{process} does not run on this record"))
}
