//! A new case.

use super::{
    Case, Decision, Knowledge, NextStep, PlannedKind, Step, effects, needs, next_step, next_step_missing,
};
use crate::condition::Sight;
use crate::definition::{Definition, MoveKind};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Starts a case in the first stage: what the stage asks of whoever enters it, its effects, and its rule about the next
/// step. Nothing has been done in the case yet, so its facts are those of the record alone.
/// `plans` are next steps given with the new record.
pub fn start(
    definition: &Definition,
    knowledge: &Knowledge,
    plans: &[PlannedKind],
    now: Timestamp,
) -> Decision {
    let stage = definition.start();
    let case = Case::begin(&stage.key, now);
    let nothing = BTreeMap::new();
    let sight = Sight { definition, strand: None, case: &case, knowledge, answers: &nothing, now };
    let (flagged, mut findings) = needs::judge_start(stage, &sight);
    let ran = effects::run_start(stage, &sight);
    let else_plan = match next_step(stage, knowledge, !plans.is_empty(), &ran.effects) {
        NextStep::Kept => None,
        NextStep::Plan(rule) => Some(rule.clone()),
        NextStep::Missing => {
            findings.push(next_step_missing(stage));
            None
        }
    };
    if !findings.is_empty() {
        return Decision::Refused(findings);
    }
    Decision::Step(Box::new(Step {
        move_key: String::new(),
        kind: MoveKind::Start,
        strand: None,
        from: None,
        to: case.stage,
        entry: 1,
        rests: false,
        changes: ran.changes,
        answers: Vec::new(),
        effects: ran.effects,
        strands: ran.strands,
        flagged,
        overridden: Vec::new(),
        ends: None,
        probability: stage.probability,
        else_plan,
    }))
}
