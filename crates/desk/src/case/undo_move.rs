//! Taking a move back: the case stands where it stood, as if it had not been moved.

use sales::deal::month;
use sales::event::Before;
use store::Tx;
use store::rows::deals::{self, Standing};
use store::rows::totals::{self, Share};
use store::rows::{cases, installation};

use super::CaseInHand;
use crate::undo::restored;
use crate::{Conflict, Result, Scene};

/// The kind of a move that may stay where it is.
const STAYS: &str = "amend";

/// Undoes the latest move of a deal; one that was moved on since stays where it is.
pub(crate) fn undo_move(
    tx: &mut Tx,
    scene: &Scene,
    deal: i64,
    kind: &str,
    from: &str,
    to: &str,
    before: &Before,
) -> Result<()> {
    let hand = CaseInHand::to_change(tx, scene, deal)?;
    let stayed = kind == STAYS && from == to;
    let left = hand.case.visits.last();
    let is_latest = hand.case.stage == to && (stayed || left.is_some_and(|visit| visit.stage == from));
    if hand.deal.archived_at.is_some() || !is_latest {
        return Err(Conflict::ChangedSince.into());
    }
    if !before.changes.is_empty() {
        let fields = restored(&hand.fields, &before.changes)?;
        deals::update_fields(tx, deal, &fields, hand.deal.owner_id, scene.now)?;
    }
    // What is true in the old stage already was passed over or undone by hand: it is not done at once again.
    scene.touch(deal, |act| act.rests = true);
    if !stayed {
        step_back(tx, scene, &hand, from, before)?;
    }
    let restored = deals::get(tx, deal)?;
    totals::change(tx, Share::of(&hand.deal).as_ref(), Share::of(&restored).as_ref())?;
    Ok(())
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
