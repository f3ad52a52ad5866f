//! Taking a move back: the case stands where it stood, as if it had not been moved.

use process::Stand;
use sales::deal::month;
use sales::event::{Before, Change};
use serde_json::Value;
use store::Tx;
use store::rows::deals::{self, DealRow, Standing};
use store::rows::totals::{self, Share};
use store::rows::{cases, installation};

use super::{CaseInHand, CaseOf};
use crate::{Conflict, Error, Result, Scene};

/// The kind of a move that may stay where it is.
const STAYS: &str = "amend";

/// A move as its event tells it.
pub(crate) struct Taken<'a> {
    pub kind: &'a str,
    pub strand: Option<&'a str>,
    pub from: &'a str,
    pub to: &'a str,
    pub before: &'a Before,
}

/// Undoes the latest move of a case or of a strand; one that was moved on since stays where it is.
pub(crate) fn undo_move(tx: &mut Tx, scene: &Scene, of: &CaseOf, taken: &Taken<'_>) -> Result<()> {
    let hand = CaseInHand::to_change(tx, scene, of)?;
    let Taken { kind, strand, from, to, before } = *taken;
    let stayed = strand.is_some() || (kind == STAYS && from == to);
    let left = hand.case.visits.last();
    let is_latest = strand.is_some()
        || (hand.case.stage == to && (stayed || left.is_some_and(|visit| visit.stage == from)));
    if hand.record.is_archived() || !is_latest {
        return Err(Conflict::ChangedSince.into());
    }
    restore_strands(tx, &hand, &before.strands)?;
    if !before.changes.is_empty() {
        hand.record.restore(tx, scene, &before.changes)?;
    }
    // What is true in the old stage already was passed over or undone by hand: it is not done at once again.
    scene.touch(of, |act| {
        act.rests = true;
        act.undoes = true;
    });
    if !stayed {
        cases::step_back(tx, hand.case_id, &before.findings)?;
    }
    match hand.record.as_deal() {
        Some(deal) => stand_again(tx, scene, deal, from, before, stayed),
        None => Ok(()),
    }
}

/// Ends a case that has only begun.
pub(crate) fn undo_start(tx: &mut Tx, scene: &Scene, of: &CaseOf) -> Result<()> {
    let hand = CaseInHand::to_change(tx, scene, of)?;
    if hand.case.entry > 1 || !hand.case.strands.is_empty() {
        return Err(Conflict::ChangedSince.into());
    }
    Ok(cases::remove(tx, hand.case_id)?)
}

/// Strands as they stood; one that was brought on since stays with whoever did.
fn restore_strands(tx: &mut Tx, hand: &CaseInHand, changes: &[Change]) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let stand = |value: &Value| {
        serde_json::from_value::<Option<Stand>>(value.clone())
            .map_err(|error| Error::Broken(error.to_string()))
    };
    let mut strands = hand.case.strands.clone();
    for change in changes {
        if strands.get(&change.field) != stand(&change.after)?.as_ref() {
            return Err(Conflict::ChangedSince.into());
        }
        match stand(&change.before)? {
            Some(before) => strands.insert(change.field.clone(), before),
            None => strands.remove(&change.field),
        };
    }
    let strands = serde_json::to_string(&strands).map_err(|error| Error::Broken(error.to_string()))?;
    Ok(cases::set_strands(tx, hand.case_id, &strands)?)
}

/// A deal's row and the totals follow its case.
fn stand_again(
    tx: &mut Tx,
    scene: &Scene,
    deal: &DealRow,
    from: &str,
    before: &Before,
    stayed: bool,
) -> Result<()> {
    if !stayed {
        let calendar = installation::calendar(tx)?;
        let standing = Standing {
            stage: from,
            status: &before.status,
            stage_probability: before.probability,
            entered_at: before.entered_at,
            closed_at: before.closed_at,
            closed_month: before.closed_at.map(|at| month(calendar.day_of(at))),
            lost_reason: before.lost_reason.as_deref(),
        };
        deals::update_standing(tx, deal.id, &standing, scene.now)?;
    }
    let restored = deals::get(tx, deal.id)?;
    Ok(totals::change(tx, Share::of(deal).as_ref(), Share::of(&restored).as_ref())?)
}
