//! What follows of an act by itself: moves that nobody's hand takes, and falling back to a stage that no longer holds.
//!
//! In the transaction of the act and under its number: it is kept with it, and taken back with it.

use process::{Finding, Then};
use sales::Actor;
use serde_json::Value;
use store::Tx;
use store::rows::cases;
use store::rows::deals::{self, DealRow};

use super::CaseInHand;
use super::load::definition_of;
use super::move_case::{MoveCase, take};
use crate::{Error, Result, Scene};

/// Facts are looked at again this often in one act at most; definitions end sooner by their own rules.
const ROUNDS: usize = 64;
/// Marks what stands on a case because it may not fall back.
const STANDING: &str = "standing";

/// Lets happen what follows on every deal that the act told of.
pub(crate) fn settle_all(tx: &mut Tx, scene: &Scene) -> Result<()> {
    while let Some(deal) = scene.next_touched() {
        settle(tx, scene, deal)?;
    }
    Ok(())
}

/// Lets happen what follows on one deal; answers how it stands then. An act that tells how a deal stands in the end
/// calls this itself.
pub(crate) fn settle(tx: &mut Tx, scene: &Scene, deal: i64) -> Result<DealRow> {
    let mut row = deals::get(tx, deal)?;
    let Some(mut act) = scene.take_touched(deal) else { return Ok(row) };
    let itself = by_itself(scene);
    for _ in 0..ROUNDS {
        let definition = definition_of(tx, scene, row.process_version_id)?;
        if row.archived_at.is_some() || !definition.is_restless(&row.stage) {
            return Ok(row);
        }
        let hand = CaseInHand::load(tx, &itself, row)?;
        let settled = process::settle(&hand.definition, &hand.case, &hand.knowledge, &act, scene.now);
        if settled.resting != hand.case.resting {
            cases::set_resting(tx, hand.case_id, &json(&settled.resting)?)?;
        }
        stand(tx, &hand, &settled.standing)?;
        match settled.then {
            Then::AtRest => return Ok(hand.deal),
            Then::Loop(finding) => return Err(Error::Refused(vec![*finding])),
            Then::Step(step) => {
                take(tx, &itself, hand, &MoveCase { deal, ..MoveCase::default() }, &step)?;
                act.rests = step.rests;
                act.changed.extend(step.changes.iter().map(|(field, _)| field.clone()));
                act.taken.insert(step.move_key);
            }
        }
        // Its own news are no reason to begin again.
        scene.take_touched(deal);
        row = deals::get(tx, deal)?;
    }
    Err(Error::Broken(format!("deal {deal} does not come to rest")))
}

/// Nobody's hand, in the same act.
fn by_itself(scene: &Scene) -> Scene {
    scene.as_actor(Actor::system(scene.by.zone.clone()))
}

/// Keeps beside the case's own findings those that stand because there is no way back.
fn stand(tx: &mut Tx, hand: &CaseInHand, standing: &[Finding]) -> Result<()> {
    let kept: Vec<Value> =
        serde_json::from_str(&hand.findings).map_err(|error| Error::Broken(error.to_string()))?;
    let mut findings: Vec<Value> = kept.iter().filter(|kept| kept["code"] != STANDING).cloned().collect();
    for finding in standing {
        let mut finding = serde_json::to_value(finding).map_err(|error| Error::Broken(error.to_string()))?;
        finding["code"] = STANDING.into();
        findings.push(finding);
    }
    if findings == kept { Ok(()) } else { Ok(cases::set_findings(tx, hand.case_id, &json(&findings)?)?) }
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Broken(error.to_string()))
}
