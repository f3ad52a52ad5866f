//! P11: deciding a move of the largest process that ships, in one thread: no rows, no clock.

use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use process::{
    Case, Command, Decision, Definition, FactSpec, Knowledge, Measure, PlannedKind, Value, Vocabulary, check,
    decide,
};

use crate::bench::Bench;
use crate::frame::{Engine, Figure, Target};

/// The largest of those that ship.
const PROCESS: &str = include_str!("../../processes/six-stage-funnel/process.yaml");

/// Decisions between two looks at the time.
const ROUND: usize = 1_000;

pub fn run(bench: &Bench) -> Result<Vec<Figure>> {
    let (definition, _) = check(PROCESS, &Vocabulary::open());
    let definition = definition.context("the process that ships no longer compiles")?;
    let mut figures = Vec::new();
    for (what, move_key, stage) in [
        ("decide a move that plans the next step", "book", "prospect"),
        ("decide the move with most needs", "commit", "presentation"),
    ] {
        let scene = Scene::of(&definition, move_key, stage)?;
        let mut rates = Vec::new();
        for _ in 0..=bench.pairs.count {
            rates.push(rate(&definition, &scene, bench)?);
        }
        let id = format!("P11 {move_key}");
        let place = (Engine::Sqlite, 0);
        let bar = ("decisions/s", Target::AtLeast(1_000_000.0));
        figures.push(Figure::absolute(&id, what, place, &rates[1..], bar));
    }
    Ok(figures)
}

struct Scene {
    case: Case,
    knowledge: Knowledge,
    command: Command,
    now: Timestamp,
}

impl Scene {
    /// A case for which everything holds, so that nothing is left out by an early refusal.
    fn of(definition: &Definition, move_key: &str, stage: &str) -> Result<Scene> {
        let now: Timestamp = "2026-11-23T09:00:00Z".parse()?;
        let entered_at: Timestamp = "2026-11-16T09:00:00Z".parse()?;
        let case = Case {
            stage: stage.to_owned(),
            entry: 1,
            started_at: entered_at,
            entered_at,
            visits: vec![],
            resting: BTreeSet::new(),
            strands: BTreeMap::new(),
        };
        let facts = definition.facts().iter().map(|spec| (spec.key.clone(), holding(spec, now))).collect();
        let knowledge = Knowledge {
            fields: BTreeMap::from([
                ("deal.source".to_owned(), Value::Choice("web".to_owned())),
                ("deal.name".to_owned(), Value::Text("Firewall".to_owned())),
            ]),
            facts,
            has_next_step: true,
            taker_is_person: true,
            ..Knowledge::default()
        };
        let plan = PlannedKind {
            activity_type: "first-appointment".to_owned(),
            at: "2026-11-24T10:00:00Z".parse()?,
        };
        let command = Command {
            move_key: move_key.to_owned(),
            plans: if move_key == "book" { vec![plan] } else { vec![] },
            accepts: vec!["fresh-note".to_owned()],
            entry: 1,
            ..Command::default()
        };
        Ok(Scene { case, knowledge, command, now })
    }
}

fn holding(spec: &FactSpec, now: Timestamp) -> Value {
    match spec.measure {
        Measure::Any | Measure::None => Value::Bool(true),
        Measure::Count => Value::Int(1),
        Measure::Latest | Measure::Earliest => Value::Instant(now),
    }
}

fn rate(definition: &Definition, scene: &Scene, bench: &Bench) -> Result<f64> {
    let Scene { case, knowledge, command, now } = scene;
    if let Decision::Refused(findings) = decide(definition, case, knowledge, command, *now) {
        bail!("the move is refused: {findings:?}");
    }
    let started = Instant::now();
    let mut done = 0;
    while started.elapsed() < bench.pairs.block {
        for _ in 0..ROUND {
            black_box(decide(
                black_box(definition),
                black_box(case),
                black_box(knowledge),
                black_box(command),
                *now,
            ));
        }
        done += ROUND;
    }
    Ok(done as f64 / started.elapsed().as_secs_f64())
}
