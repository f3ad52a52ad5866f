//! What holds of any text and any walk.

use crate::testing::{FUNNEL, SIMPLE, compiled, vocabulary};
use crate::{
    AskSpec, Case, Command, Decision, Definition, Knowledge, MoveKind, PlannedKind, Step, Value, Visit,
    check, decide, must_keep_next_step, start,
};
use jiff::Timestamp;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static PROCESSES: LazyLock<[Definition; 2]> = LazyLock::new(|| [compiled(FUNNEL), compiled(SIMPLE)]);
const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn some_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Absent),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Int),
        any::<i64>().prop_map(|minor| Value::Money { minor, currency: "USD".into() }),
        "[a-z{}-]{0,12}".prop_map(Value::Text),
        prop_oneof![Just("price"), Just("competitor"), Just("event")]
            .prop_map(|code| Value::Choice(code.into())),
        Just(Value::Many(vec!["x".into()])),
    ]
}

/// One act of a walk: which move, where to, what is known and given.
#[derive(Clone, Debug)]
struct Act {
    movement: usize,
    to: Option<usize>,
    truths: u64,
    answers: bool,
    stray: Option<(String, Value)>,
    plans: bool,
    keeps: bool,
    overrides: bool,
    accepts: bool,
}

fn some_act() -> impl Strategy<Value = Act> {
    let stray = prop_oneof![4 => Just(None), 1 => ("[a-z.]{1,12}", some_value()).prop_map(Some)];
    (0..12_usize, proptest::option::of(0..9_usize), any::<u64>(), any::<[bool; 5]>(), stray).prop_map(
        |(movement, to, truths, [answers, plans, keeps, overrides, accepts], stray)| Act {
            movement,
            to,
            truths,
            answers,
            stray,
            plans,
            keeps,
            overrides,
            accepts,
        },
    )
}

fn knowledge(definition: &Definition, act: &Act, has_next_step: bool) -> Knowledge {
    let mut knowledge =
        Knowledge { has_next_step, taker_is_person: true, may_override: true, ..Knowledge::default() };
    for (index, fact) in definition.facts().iter().enumerate() {
        knowledge.facts.insert(fact.key.clone(), Value::Bool(act.truths >> (index % 64) & 1 == 1));
    }
    if act.keeps {
        knowledge.fields.insert("deal.source".into(), Value::Choice("event".into()));
    }
    knowledge
}

fn command(definition: &Definition, case: &Case, act: &Act) -> Command {
    let here: Vec<_> = definition.moves_from(&case.stage).collect();
    let movement = here.get(act.movement % here.len().max(1));
    let mut answers = BTreeMap::new();
    for ask in
        movement.map(|movement| movement.asks.as_slice()).unwrap_or_default().iter().filter(|_| act.answers)
    {
        let value = match ask {
            AskSpec::OneOf { options, .. } => Value::Choice(options[0].code.clone()),
            _ => Value::Text("because".into()),
        };
        answers.insert(ask.key().to_owned(), value);
    }
    answers.extend(act.stray.clone());
    Command {
        move_key: movement.map_or_else(|| "none".into(), |movement| movement.key.clone()),
        to: act.to.and_then(|to| definition.stages().get(to)).map(|stage| stage.key.clone()),
        answers,
        accepts: if act.accepts { vec!["fresh-note".into()] } else { Vec::new() },
        plans: if act.plans {
            vec![PlannedKind { activity_type: "first-appointment".into(), at: NOW }]
        } else {
            Vec::new()
        },
        override_reason: act.overrides.then(|| "reason".into()),
        through: None,
        entry: case.entry,
    }
}

fn land(case: &mut Case, step: &Step) {
    case.visits.push(Visit {
        stage: std::mem::replace(&mut case.stage, step.to.clone()),
        entry: case.entry,
        entered_at: NOW,
        left_at: Some(NOW),
    });
    case.entry = step.entry;
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_checker_takes_any_text(text in "\\PC{0,200}") {
        check(&text, &vocabulary());
    }

    #[test]
    fn the_checker_takes_any_spoiled_process(at in 0..FUNNEL.len(), cut in 0..40_usize, put in "[-a-z:{}\\[\\]#&*!|>'\", \n\t]{0,6}") {
        let clean = |index: usize| (index..=FUNNEL.len()).find(|index| FUNNEL.is_char_boundary(*index)).unwrap_or(0);
        let (from, to) = (clean(at), clean((at + cut).min(FUNNEL.len())));
        check(&format!("{}{put}{}", &FUNNEL[..from], &FUNNEL[to..]), &vocabulary());
    }

    #[test]
    fn the_condition_parser_takes_any_text(text in "[a-z0-9.()\\[\\]!&|<>=+*'\", -]{0,60}") {
        let _ = crate::condition::parse(&text);
    }

    #[test]
    fn no_walk_leaves_an_open_case_without_next_step_or_jumps_over_a_never_skip_stage(
        which in 0..2_usize,
        acts in proptest::collection::vec(some_act(), 1..60),
    ) {
        let definition = &PROCESSES[which];
        let Decision::Step(first) = start(definition, &Knowledge::default(), &[], NOW) else {
            return Err(TestCaseError::fail("no start"));
        };
        let mut case = Case { stage: first.to.clone(), entry: first.entry, started_at: NOW, entered_at: NOW, visits: Vec::new(), resting: BTreeSet::new(), strands: Default::default() };
        let mut has_next_step = first.else_plan.is_some();
        for act in &acts {
            // Someone may take the last next step away only where the stage does not ask for it.
            has_next_step &= act.keeps || must_keep_next_step(definition, &case).is_some();
            let (knowledge, command) = (knowledge(definition, act, has_next_step), command(definition, &case, act));
            let before = case.clone();
            let Decision::Step(step) = decide(definition, &case, &knowledge, &command, NOW) else { continue };
            let movement = definition.movement(&step.move_key).unwrap();
            prop_assert!(movement.from.contains(&before.stage));
            prop_assert_eq!(step.entry, before.entry + 1);
            has_next_step |= act.plans || step.else_plan.is_some();
            land(&mut case, &step);
            prop_assert!(must_keep_next_step(definition, &case).is_none() || has_next_step);
            if step.ends == Some(crate::End::Won) {
                let skipped = definition.stages().iter().find(|stage| stage.never_skip && !case.has_visited(&stage.key));
                prop_assert!(skipped.is_none(), "{:?}", skipped);
            }
            if matches!(step.kind, MoveKind::Return | MoveKind::Reopen) {
                prop_assert!(before.has_visited(&step.to));
            }
            if step.kind != MoveKind::Forward {
                continue;
            }
            let firm = definition.stage(&before.stage).into_iter().flat_map(|stage| &stage.to_go_on);
            let passed = firm.filter(|need| need.firm && step.overridden.iter().any(|one| one.id.as_ref() == Some(&need.id)));
            prop_assert_eq!(passed.count(), 0);
        }
    }

    #[test]
    fn deciding_twice_gives_the_same_answer(act in some_act(), stage in 0..8_usize) {
        let definition = &PROCESSES[0];
        let stage = definition.stages()[stage].key.clone();
        let case = Case { stage, entry: 1, started_at: NOW, entered_at: NOW, visits: Vec::new(), resting: BTreeSet::new(), strands: Default::default() };
        let (knowledge, command) = (knowledge(definition, &act, act.keeps), command(definition, &case, &act));
        let once = format!("{:?}", decide(definition, &case, &knowledge, &command, NOW));
        prop_assert_eq!(once, format!("{:?}", decide(definition, &case, &knowledge, &command, NOW)));
    }
}

#[test]
fn walks_do_move_and_some_reach_an_end() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut ended = 0;
    for _ in 0..60 {
        let acts = proptest::collection::vec(some_act(), 60).new_tree(&mut runner).unwrap().current();
        let definition = &PROCESSES[1];
        let mut case = Case {
            stage: "new".into(),
            entry: 1,
            started_at: NOW,
            entered_at: NOW,
            visits: Vec::new(),
            resting: BTreeSet::new(),
            strands: Default::default(),
        };
        for act in &acts {
            let command = command(definition, &case, act);
            if let Decision::Step(step) =
                decide(definition, &case, &knowledge(definition, act, true), &command, NOW)
            {
                land(&mut case, &step);
                ended += usize::from(step.ends.is_some());
            }
        }
    }
    assert!(ended > 10, "{ended}");
}
