//! Plays a story through `decide`.

use super::compare::{Happened, compare};
use super::world::World;
use super::{Activity, Story, StoryResult, StoryStep, When};
use crate::definition::{Definition, Source};
use crate::{Command, Decision, PlannedKind, code, decide, must_keep_next_step, start};

/// Plays every story of a definition.
pub fn run(definition: &Definition) -> Vec<StoryResult> {
    definition.stories().iter().map(|story| play(definition, story)).collect()
}

fn play(definition: &Definition, story: &Story) -> StoryResult {
    let mut world = World::new(definition, &story.given);
    let mut findings = Vec::new();
    for step in &story.steps {
        let happened = happen(&mut world, step);
        findings.extend(compare(&world, story, step, &happened));
        if !findings.is_empty() {
            break;
        }
    }
    StoryResult {
        name: story.name.clone(),
        cites: story.cites.clone(),
        passed: findings.is_empty(),
        findings,
    }
}

fn happen(world: &mut World<'_>, step: &StoryStep) -> Happened {
    match &step.when {
        When::Starts { plans } => {
            world.other_next_step = false;
            world.rows.clear();
            world.look(None);
            let given = planned(plans, world);
            taken(start(world.definition, &world.knowledge, &given, world.now), world, plans)
        }
        When::Moves { command, plans, by } => {
            world.look(by.as_deref());
            let command =
                Command { entry: world.case.entry, plans: planned(plans, world), ..command.as_ref().clone() };
            world.knowledge.may_override = command.override_reason.is_some();
            let decision = decide(world.definition, &world.case, &world.knowledge, &command, world.now);
            taken(decision, world, plans)
        }
        When::Completes { activity, plans } => complete(world, activity, plans),
        other => {
            quietly(world, other);
            Happened::Nothing
        }
    }
}

/// What changes rows without a decision.
fn quietly(world: &mut World<'_>, when: &When) {
    world.look(None);
    match when {
        When::Changes(fields) => world.knowledge.fields.extend(fields.iter().cloned()),
        When::Logs(activity) => world.add_activity(activity),
        When::Plans(kind) => world.add(Source::Activity, Some(kind.clone()), false),
        When::WritesNote => world.add(Source::Note, None, false),
        When::ClosesTasks(kind) => {
            let meant = |row: &&mut super::world::Row| {
                row.source == Source::Task && (kind.is_none() || row.kind == *kind)
            };
            world.rows.iter_mut().filter(meant).for_each(|row| row.done = true);
        }
        When::Passes(span) => world.pass(*span),
        When::Starts { .. } | When::Moves { .. } | When::Completes { .. } => {}
    }
}

/// Completing the last planned activity of a case that must keep one asks for the next (seed 003.2).
fn complete(world: &mut World<'_>, activity: &Activity, plans: &[String]) -> Happened {
    world.look(None);
    let now = world.now;
    let is_it = |row: &super::world::Row| {
        row.source == Source::Activity && !row.done && row.kind.as_deref() == Some(activity.kind.as_str())
    };
    let Some(index) = world.rows.iter().position(is_it) else {
        return Happened::Refused { blocks: vec!["not-planned".into()], warns: Vec::new() };
    };
    let before = world.rows[index].clone();
    let row = &mut world.rows[index];
    (row.done, row.outcome, row.findings, row.at) = (true, activity.outcome.clone(), activity.findings, now);
    let must_keep = must_keep_next_step(world.definition, &world.case).is_some();
    if must_keep && plans.is_empty() && !world.has_next_step() {
        world.rows[index] = before;
        return Happened::Refused { blocks: vec![code::NEXT_STEP.into()], warns: Vec::new() };
    }
    for kind in plans {
        world.add(Source::Activity, Some(kind.clone()), false);
    }
    Happened::Nothing
}

fn planned(plans: &[String], world: &World<'_>) -> Vec<PlannedKind> {
    plans.iter().map(|kind| PlannedKind { activity_type: kind.clone(), at: world.now }).collect()
}

fn taken(decision: Decision, world: &mut World<'_>, plans: &[String]) -> Happened {
    match decision {
        Decision::Step(step) => {
            world.apply(&step, plans);
            Happened::Step(step)
        }
        Decision::Refused(findings) => {
            let named = |blocks: bool| {
                let of_kind = findings.iter().filter(|finding| finding.blocks() == blocks);
                of_kind.map(|finding| finding.id.clone().unwrap_or_else(|| finding.code.into())).collect()
            };
            Happened::Refused { blocks: named(true), warns: named(false) }
        }
    }
}
