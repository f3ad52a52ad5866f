//! Plays a story through `decide`.

use super::compare::{Happened, compare};
use super::world::World;
use super::{Activity, Story, StoryResult, StoryStep, When};
use crate::definition::{Definition, Source};
use crate::{
    Act, Command, Decision, Finding, PlannedKind, Step, Then, Value, code, decide, locked,
    must_keep_next_step, settle, start,
};

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

/// What the story's step does, and what follows by itself. A circle undoes all of it.
fn happen(world: &mut World<'_>, step: &StoryStep) -> Happened {
    let (before, was) = (world.clone(), world.knowledge.fields.clone());
    let mut happened = by_hand(world, step);
    if matches!(happened, Happened::Refused { .. }) {
        return happened;
    }
    let mut act = Act::default();
    if let Happened::Steps(steps) = &happened {
        act.taken.extend(steps.iter().map(|step| step.move_key.clone()));
        act.rests = steps.iter().any(|step| step.rests);
    }
    let fields = &world.knowledge.fields;
    let differs = |name: &&String| was.get(*name) != fields.get(*name);
    act.changed = fields.keys().chain(was.keys()).filter(differs).cloned().collect();
    let mut followed = Vec::new();
    match follow(world, act, &mut followed) {
        Ok(()) => {}
        Err(finding) => {
            *world = before;
            return Happened::Refused { blocks: vec![finding.code.into()], warns: Vec::new() };
        }
    }
    match &mut happened {
        Happened::Steps(steps) => steps.extend(followed),
        _ if followed.is_empty() => {}
        _ => happened = Happened::Steps(followed),
    }
    happened
}

/// Lets happen what happens by itself, until the case is at rest.
fn follow(world: &mut World<'_>, mut act: Act, steps: &mut Vec<Step>) -> Result<(), Box<Finding>> {
    loop {
        world.look(None);
        let settled = settle(world.definition, &world.case, &world.knowledge, &act, world.now);
        world.case.resting = settled.resting;
        match settled.then {
            Then::AtRest => return Ok(()),
            Then::Loop(finding) => return Err(finding),
            Then::Step(step) => {
                world.apply(&step, &[]);
                act.rests = step.rests;
                act.taken.insert(step.move_key.clone());
                act.changed.extend(step.changes.iter().map(|(name, _)| name.clone()));
                steps.push(*step);
            }
        }
    }
}

fn by_hand(world: &mut World<'_>, step: &StoryStep) -> Happened {
    match &step.when {
        When::Starts { plans } => {
            world.other_next_step = false;
            world.rows.retain(|row| matches!(row.source, Source::Deal | Source::Contact));
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
        When::Strand { strand, word, command, by } => {
            world.look(by.as_deref());
            let move_key = world.move_of(strand, word);
            let command = Command { entry: world.case.entry, move_key, ..command.as_ref().clone() };
            world.knowledge.may_override = command.override_reason.is_some();
            let decision = decide(world.definition, &world.case, &world.knowledge, &command, world.now);
            taken(decision, world, &[])
        }
        When::Completes { activity, plans } => complete(world, activity, plans),
        When::Changes(fields) => change(world, fields),
        other => {
            quietly(world, other);
            Happened::Nothing
        }
    }
}

/// Changes fields, unless the stage locks one.
fn change(world: &mut World<'_>, fields: &[(String, Value)]) -> Happened {
    world.look(None);
    let stage = world.definition.stage(&world.case.stage);
    let names = fields.iter().map(|(name, _)| name.as_str());
    let locked = stage.map(|stage| locked(stage, names)).unwrap_or_default();
    if locked.is_empty() {
        world.knowledge.fields.extend(fields.iter().cloned());
        return Happened::Nothing;
    }
    let blocks = locked.into_iter().filter_map(|finding| finding.id).collect();
    Happened::Refused { blocks, warns: Vec::new() }
}

/// What changes rows without a decision.
fn quietly(world: &mut World<'_>, when: &When) {
    world.look(None);
    match when {
        When::Logs(activity) => world.add_activity(activity),
        When::Plans(kind) => world.add(Source::Activity, Some(kind.clone()), false),
        When::Attaches(paper) => world.add(Source::Document, Some(paper.kind.clone()), paper.signed),
        When::ChangesDeal(deal) => world.add(Source::Deal, deal.process.clone(), !deal.open),
        When::WritesNote => world.add(Source::Note, None, false),
        When::ClosesTasks(kind) => {
            let meant = |row: &&mut super::world::Row| {
                row.source == Source::Task && (kind.is_none() || row.kind == *kind)
            };
            world.rows.iter_mut().filter(meant).for_each(|row| row.done = true);
        }
        When::Passes(span) => world.pass(*span),
        When::Starts { .. }
        | When::Moves { .. }
        | When::Strand { .. }
        | When::Completes { .. }
        | When::Changes(_) => {}
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
            Happened::Steps(vec![*step])
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
