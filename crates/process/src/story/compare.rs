//! Expected against got; each difference is a DW901.

use super::world::World;
use super::{Made, Story, StoryStep, Then};
use crate::definition::{Effect, MoveKind, NoteTo};
use crate::text::both;
use crate::{Finding, Severity, Step, Value, explain};

/// What a step of a story came to.
pub enum Happened {
    Nothing,
    Steps(Vec<Step>),
    Refused { blocks: Vec<String>, warns: Vec<String> },
}

/// The differences between what the story says and what happened.
pub fn compare(world: &World<'_>, story: &Story, step: &StoryStep, happened: &Happened) -> Vec<Finding> {
    let nothing = Then::default();
    let then = step.then.as_ref().unwrap_or(&nothing);
    let mut differs = Differences { story, step, findings: Vec::new() };
    refusal(then, happened, &mut differs);
    if let Some(expected) = &then.moves {
        let steps = if let Happened::Steps(steps) = happened { steps.as_slice() } else { &[] };
        let name = |step: &Step| match step.kind {
            MoveKind::FallBack => "falls-back".to_owned(),
            _ => step.move_key.clone(),
        };
        let got: Vec<String> = steps.iter().map(name).collect();
        differs.unless(*expected == got, "moves", &listed(expected), &listed(&got));
    }
    if let Some(stage) = &then.stage {
        differs.unless(*stage == world.case.stage, "stage", stage, &world.case.stage);
    }
    for (name, expected) in &then.fields {
        let got = world.knowledge.fields.get(name).unwrap_or(&Value::Absent);
        let same = got == expected || (!got.is_filled() && !expected.is_filled());
        differs.unless(same || shown(got) == shown(expected), name, &shown(expected), &shown(got));
    }
    for (key, expected) in &then.strands {
        let got = world.state_of(key);
        differs.unless(*expected == got, key, expected, &got);
    }
    if let Some(expected) = then.next_step {
        let got = world.has_next_step();
        differs.unless(got == expected, "next_step", &expected.to_string(), &got.to_string());
    }
    if let Some(expected) = &then.offered {
        let open = explain(world.definition, &world.case, &world.knowledge, world.now);
        let got = open.into_iter().filter(|one| one.open).map(|one| one.move_key).collect::<Vec<_>>();
        let all_there = expected.iter().all(|key| got.contains(key));
        differs.unless(all_there, "offered", &expected.join(", "), &got.join(", "));
    }
    effects(then, happened, &mut differs);
    differs.findings
}

fn refusal(then: &Then, happened: &Happened, differs: &mut Differences<'_>) {
    let none = Vec::new();
    let (blocks, warns) = match happened {
        Happened::Refused { blocks, warns } => (blocks, warns),
        _ => (&none, &none),
    };
    let loops = then.error.as_ref().map(|error| vec![error.clone()]);
    let expected = then.refused_by.as_ref().or(loops.as_ref()).unwrap_or(&none);
    differs.same_names("refused_by", expected, blocks);
    let warned = then.warned_by.as_ref();
    if warned.is_some() || expected.is_empty() {
        differs.same_names("warned_by", warned.unwrap_or(&none), warns);
    }
}

fn effects(then: &Then, happened: &Happened, differs: &mut Differences<'_>) {
    let Happened::Steps(steps) = happened else {
        let silent = then.made.is_empty() && then.notified.is_empty() && then.flagged.is_none();
        differs.unless(silent, "made", "a step", "no step");
        return;
    };
    if let Some(expected) = &then.flagged {
        let flagged = steps.iter().flat_map(|step| &step.flagged);
        let got: Vec<String> = flagged.filter_map(|finding| finding.id.clone()).collect();
        differs.same_names("flagged", expected, &got);
    }
    for made in &then.made {
        let got = steps.iter().map(|step| times(step, made)).sum::<usize>();
        let right = made.times.map_or(got > 0, |times| times == got);
        let expected = made.times.map_or_else(|| "1 or more".into(), |times| times.to_string());
        let others = if right { String::new() } else { titles(steps, &made.what) };
        differs.unless(right, &format!("made {}", made.what), &expected, &format!("{got}{others}"));
    }
    for what in &then.not_made {
        let made = Made { what: what.clone(), ..Made::default() };
        let got = steps.iter().map(|step| times(step, &made)).sum::<usize>();
        differs.unless(got == 0, &format!("not_made {what}"), "0", &got.to_string());
    }
    for strand in &then.ended {
        let ends = |effect: &Effect| matches!(effect, Effect::EndTasks { strand: of } if of == strand);
        let got = steps.iter().flat_map(|step| &step.effects).any(ends);
        differs.unless(got, "ended", strand, "nothing");
    }
    others(then, steps, differs);
    for (part, expected) in &then.notified {
        let told = |effect: &&Effect| matches!(effect, Effect::Notify { part: to, .. } if to == part);
        let got = steps.iter().flat_map(|step| &step.effects).filter(told).count();
        differs.unless(
            got == *expected,
            &format!("notified {part}"),
            &expected.to_string(),
            &got.to_string(),
        );
    }
}

/// Moves of other processes that were taken, and processes that were started.
fn others(then: &Then, steps: &[Step], differs: &mut Differences<'_>) {
    let all = || steps.iter().flat_map(|step| &step.effects);
    if let Some(expected) = &then.moved {
        let moved = |effect: &Effect| match effect {
            Effect::Move { process, take } => Some(format!("{process}.{take}")),
            _ => None,
        };
        differs.same_names("moved", expected, &all().filter_map(moved).collect::<Vec<_>>());
    }
    if let Some(expected) = &then.started {
        let started = |effect: &Effect| match effect {
            Effect::Start { process } => Some(process.clone()),
            _ => None,
        };
        differs.same_names("started", expected, &all().filter_map(started).collect::<Vec<_>>());
    }
}

/// What else of the kind was made, so that a misspelt title is seen.
fn titles(steps: &[Step], what: &str) -> String {
    let title = |effect: &Effect| match (effect, what) {
        (Effect::CreateTask { title, .. }, "task") => Some(title.en.clone()),
        (Effect::Note { text, .. }, "note") => Some(text.en.clone()),
        _ => None,
    };
    let made: Vec<String> = steps.iter().flat_map(|step| &step.effects).filter_map(title).collect();
    if made.is_empty() { String::new() } else { format!(" (made: {})", made.join("; ")) }
}

/// How often a step made such a thing; a stage's default plan counts as an activity.
fn times(step: &Step, made: &Made) -> usize {
    let fits = |wanted: &Option<String>, got: Option<&str>| wanted.is_none() || wanted.as_deref() == got;
    let counted = |effect: &&Effect| match (effect, made.what.as_str()) {
        (Effect::CreateTask { part, title, kind, .. }, "task") => {
            let titled = made.title.as_ref().is_none_or(|wanted| *wanted == title.en || *wanted == title.ru);
            fits(&made.part, Some(part)) && fits(&made.kind, kind.as_deref()) && titled
        }
        (Effect::PlanActivity { part, activity_type, .. }, "activity") => {
            fits(&made.part, part.as_deref()) && fits(&made.kind, Some(activity_type))
        }
        (Effect::Note { to, text }, "note") => {
            let place = if *to == NoteTo::Company { "company" } else { "record" };
            let said = made.title.as_ref().is_none_or(|wanted| *wanted == text.en || *wanted == text.ru);
            fits(&made.to, Some(place)) && said
        }
        _ => false,
    };
    let default = step.else_plan.as_ref().filter(|plan| {
        made.what == "activity" && made.part.is_none() && fits(&made.kind, Some(&plan.activity_type))
    });
    step.effects.iter().filter(counted).count() + usize::from(default.is_some())
}

struct Differences<'a> {
    story: &'a Story,
    step: &'a StoryStep,
    findings: Vec<Finding>,
}

impl Differences<'_> {
    fn same_names(&mut self, what: &str, expected: &[String], got: &[String]) {
        let sorted = |names: &[String]| {
            let mut names = names.to_vec();
            names.sort();
            names.dedup();
            names
        };
        let (expected, got) = (sorted(expected), sorted(got));
        self.unless(expected == got, what, &listed(&expected), &listed(&got));
    }

    fn unless(&mut self, right: bool, what: &str, expected: &str, got: &str) {
        if right {
            return;
        }
        let name = &self.story.name;
        let spot = &self.step.spot;
        self.findings.push(Finding {
            code: "DW901",
            severity: Severity::Blocks,
            line: spot.line,
            column: spot.column,
            at: spot.at.clone(),
            id: None,
            says: both(
                format!("Story \"{name}\": {what} should be {expected}, got {got}."),
                format!("История «{name}»: {what}: ожидалось {expected}, получено {got}."),
            ),
            hint: both("Mend the process or the story.", "Исправьте процесс или историю."),
            mend: None,
        });
    }
}

fn listed(names: &[String]) -> String {
    if names.is_empty() { "nothing".into() } else { names.join(", ") }
}

fn shown(value: &Value) -> String {
    crate::condition::shown(value)
}
