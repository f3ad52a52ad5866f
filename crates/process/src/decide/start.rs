//! A new case.

use super::{Case, Decision, Knowledge, NextStep, PlannedKind, Step, effects, next_step, next_step_missing};
use crate::condition::Sight;
use crate::definition::{Definition, MoveKind};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// Starts a case in the first stage: its effects, and the stage's rule about the next step.
/// `plans` are next steps given with the new record.
pub fn start(
    definition: &Definition,
    knowledge: &Knowledge,
    plans: &[PlannedKind],
    now: Timestamp,
) -> Decision {
    let stage = definition.start();
    let case = Case {
        stage: stage.key.clone(),
        entry: 1,
        started_at: now,
        entered_at: now,
        visits: Vec::new(),
        resting: BTreeSet::new(),
        strands: BTreeMap::new(),
    };
    let nothing = BTreeMap::new();
    let sight = Sight { definition, strand: None, case: &case, knowledge, answers: &nothing, now };
    let ran = effects::run_start(stage, &sight);
    let else_plan = match next_step(stage, knowledge, !plans.is_empty(), &ran.effects) {
        NextStep::Kept => None,
        NextStep::Plan(rule) => Some(rule.clone()),
        NextStep::Missing => return Decision::Refused(vec![next_step_missing(stage)]),
    };
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
        flagged: Vec::new(),
        overridden: Vec::new(),
        ends: None,
        probability: stage.probability,
        else_plan,
    }))
}
