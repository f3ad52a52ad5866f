//! Taking a move back: the case stands where it stood, as if it had not been moved.

use process::Stand;
use sales::deal::month;
use sales::event::{Before, Change};
use serde_json::Value;
use store::Tx;
use store::rows::deals::{self, Standing};
use store::rows::totals::{self, Share};
use store::rows::{cases, installation};

use super::CaseInHand;
use crate::undo::restored;
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

/// Undoes the latest move of a deal or of a strand; one that was moved on since stays where it is.
pub(crate) fn undo_move(tx: &mut Tx, scene: &Scene, deal: i64, taken: &Taken<'_>) -> Result<()> {
    let hand = CaseInHand::to_change(tx, scene, deal)?;
    let Taken { kind, strand, from, to, before } = *taken;
    let stayed = strand.is_some() || (kind == STAYS && from == to);
    let left = hand.case.visits.last();
    let is_latest = strand.is_some()
        || (hand.case.stage == to && (stayed || left.is_some_and(|visit| visit.stage == from)));
    if hand.deal.archived_at.is_some() || !is_latest {
        return Err(Conflict::ChangedSince.into());
    }
    restore_strands(tx, &hand, &before.strands)?;
    if !before.changes.is_empty() {
        let fields = restored(&hand.fields, &before.changes)?;
        deals::update_fields(tx, deal, &fields, hand.deal.owner_id, scene.now)?;
    }
    // What is true in the old stage already was passed over or undone by hand: it is not done at once again.
    scene.touch(deal, |act| {
        act.rests = true;
        act.undoes = true;
    });
    if !stayed {
        step_back(tx, scene, &hand, from, before)?;
    }
    let restored = deals::get(tx, deal)?;
    totals::change(tx, Share::of(&hand.deal).as_ref(), Share::of(&restored).as_ref())?;
    Ok(())
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

fn step_back(tx: &mut Tx, scene: &Scene, hand: &CaseInHand, from: &str, before: &Before) -> Result<()> {
    cases::step_back(tx, hand.case_id, &before.findings)?;
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
    deals::update_standing(tx, hand.deal.id, &standing, scene.now)?;
    Ok(())
}
