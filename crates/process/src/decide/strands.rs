//! Strands: their moves by hand, by themselves, and what entering a stage does to them.

use super::{Command, Decision, Stand, Step, asks, effects, found, locked, needs};
use crate::condition::{Sight, truth};
use crate::definition::{Definition, Effect, Move, MoveKind, Stage, StateClass, Strand, StrandKind, Target};
use crate::text::both;
use crate::{Case, Finding, code};
use std::collections::BTreeSet;

/// Decides a move of a strand that a hand takes.
pub fn decide(strand: &Strand, movement: &Move, sight: &Sight<'_>, command: &Command) -> Decision {
    let mut findings = Vec::new();
    let from = if lives(strand, sight) { sight.state(strand) } else { None };
    let Some(from) = from else { return Decision::Refused(vec![not_here(strand)]) };
    if !movement.from.iter().any(|state| state == from) {
        return Decision::Refused(vec![not_from_state(strand, movement, from)]);
    }
    super::may_be_taken(movement, false, sight, &mut findings);
    if agrees(strand, movement, sight).is_some_and(|votes| votes == before(strand, sight.case)) {
        findings.push(agreed(movement));
    }
    let step = step(strand, movement, sight, command, &mut findings);
    if findings.is_empty() { Decision::Step(step) } else { Decision::Refused(findings) }
}

/// Moves of strands that could be taken by themselves now, in the order of the file, with what they would do.
pub fn ready<'a>(sight: &Sight<'a>, is_news: impl Fn(&Move) -> bool) -> Vec<(Option<&'a Move>, Box<Step>)> {
    let strands = sight.definition.strands().iter().filter(|strand| lives(strand, sight));
    let mut all = Vec::new();
    for strand in strands {
        let own = Sight { strand: Some(strand), ..*sight };
        let Some(state) = own.state(strand) else {
            all.extend(lapse(strand, &own).map(|step| (None, step)));
            continue;
        };
        let moves = strand.moves_from(state).filter(|movement| movement.by_itself && is_news(movement));
        for movement in moves.filter(|movement| super::is_on(movement, &own)) {
            let command = Command { entry: own.case.entry, ..Command::default() };
            let mut findings = Vec::new();
            let step = step(strand, movement, &own, &command, &mut findings);
            if findings.is_empty() {
                all.push((Some(movement), step));
            }
        }
    }
    all
}

/// An approval or hand-off that is no longer needed begins anew should it be needed again.
fn lapse(strand: &Strand, sight: &Sight<'_>) -> Option<Box<Step>> {
    let given = matches!(strand.kind, StrandKind::Approval | StrandKind::HandOff);
    let first = &strand.states.first()?.key;
    let from = sight.case.state_of(strand);
    (given && from != first).then(|| {
        let stand = Stand { state: first.clone(), ..fresh(strand, sight) };
        let effects = vec![Effect::EndTasks { strand: strand.key.clone() }];
        Box::new(Step { effects, ..along(strand, from, String::new(), stand, sight) })
    })
}

fn step(
    strand: &Strand,
    movement: &Move,
    sight: &Sight<'_>,
    command: &Command,
    findings: &mut Vec<Finding>,
) -> Box<Step> {
    let given = asks::judge(movement, sight.knowledge, command, findings);
    let passed = needs::judge(movement.needs.iter(), sight, command, findings);
    let from = sight.case.state_of(strand);
    let stand = landing(strand, movement, sight);
    let mut ran = effects::Ran::default();
    effects::run_strand(strand, movement, &stand, sight, &mut ran);
    let mut changes = given.changes;
    changes.extend(ran.changes);
    if let Some(stage) = sight.definition.stage(&sight.case.stage) {
        findings.extend(locked(stage, changes.iter().map(|(name, _)| name.as_str())));
    }
    Box::new(Step {
        changes,
        answers: given.answers,
        effects: ran.effects,
        flagged: passed.flagged,
        overridden: passed.overridden,
        ..along(strand, from, movement.key.clone(), stand, sight)
    })
}

/// A step of a strand alone.
fn along(strand: &Strand, from: &str, move_key: String, stand: Stand, sight: &Sight<'_>) -> Step {
    let stage = sight.definition.stage(&sight.case.stage);
    Step {
        move_key,
        kind: MoveKind::Strand,
        strand: Some(strand.key.clone()),
        from: Some(from.to_owned()),
        to: stand.state.clone(),
        entry: sight.case.entry,
        rests: false,
        changes: Vec::new(),
        answers: Vec::new(),
        effects: Vec::new(),
        strands: vec![(strand.key.clone(), stand)],
        flagged: Vec::new(),
        overridden: Vec::new(),
        ends: stage.and_then(|stage| stage.ends),
        probability: stage.map_or(0, |stage| stage.probability),
        else_plan: None,
    }
}

/// Where the strand stands after the move; it waits in its state until all have agreed who must.
pub fn landing(strand: &Strand, movement: &Move, sight: &Sight<'_>) -> Stand {
    let from = sight.case.state_of(strand);
    let mut stand = fresh(strand, sight);
    if let Some(votes) = agrees(strand, movement, sight)
        && !movement.all_of.iter().all(|part| votes.contains(part))
    {
        let since = sight.case.strands.get(&strand.key).map_or(sight.now, |stand| stand.since);
        return Stand { state: from.to_owned(), since, votes, ..stand };
    }
    stand.state = target(movement, sight).unwrap_or(from).to_owned();
    if strand.state(&stand.state).is_some_and(|state| state.class == StateClass::Done) {
        let keep = |name: &String| (name.clone(), sight.field(name).clone());
        stand.kept = strand.keeps.iter().map(keep).collect();
    }
    stand
}

/// A stand from now on that keeps what was approved.
fn fresh(strand: &Strand, sight: &Sight<'_>) -> Stand {
    let kept = sight.case.strands.get(&strand.key).map(|stand| stand.kept.clone()).unwrap_or_default();
    Stand { state: String::new(), since: sight.now, votes: BTreeSet::new(), kept }
}

/// The state that a move leads to.
pub fn target<'a>(movement: &'a Move, sight: &Sight<'_>) -> Option<&'a str> {
    match &movement.to {
        Target::Stage(state) => Some(state),
        Target::First(branches) => branches
            .iter()
            .find(|branch| branch.guard.as_ref().is_none_or(|guard| truth(&guard.tree, sight) == Some(true)))
            .map(|branch| branch.to.as_str()),
        Target::AnyVisited | Target::LastOpen | Target::Stay => None,
    }
}

/// Who will have agreed with the taker's word; `None` where one taker is enough.
fn agrees(strand: &Strand, movement: &Move, sight: &Sight<'_>) -> Option<BTreeSet<String>> {
    if movement.all_of.is_empty() {
        return None;
    }
    let mut votes = before(strand, sight.case);
    votes.extend(movement.all_of.iter().filter(|part| sight.knowledge.parts.contains(*part)).cloned());
    Some(votes)
}

fn before(strand: &Strand, case: &Case) -> BTreeSet<String> {
    case.strands.get(&strand.key).map(|stand| stand.votes.clone()).unwrap_or_default()
}

pub fn lives(strand: &Strand, sight: &Sight<'_>) -> bool {
    sight.definition.lives_in(strand, &sight.case.stage)
}

/// Whether the case is on hold: nothing goes forward, nothing happens by itself.
pub fn is_held(definition: &Definition, case: &Case) -> bool {
    let holds = |strand: &&Strand| strand.kind == StrandKind::Hold;
    definition.strands().iter().find(holds).is_some_and(|strand| {
        strand.state(case.state_of(strand)).is_some_and(|state| state.class == StateClass::Open)
    })
}

/// What entering a stage does to strands: those that begin anew there do, and what was asked of an approval of the
/// stage that is left is asked no more.
pub fn arrive(from: &Stage, to: &Stage, sight: &Sight<'_>) -> Vec<(String, Stand)> {
    let definition = sight.definition;
    let begins_anew = |strand: &Strand| {
        let (was, is) = (definition.lives_in(strand, &from.key), definition.lives_in(strand, &to.key));
        let asked =
            strand.state(sight.case.state_of(strand)).map(|state| state.class) == Some(StateClass::Open);
        (strand.resets && is && !was) || (strand.kind == StrandKind::Approval && was && !is && asked)
    };
    let moved = definition.strands().iter().filter(|strand| sight.case.strands.contains_key(&strand.key));
    moved
        .filter(|strand| begins_anew(strand))
        .filter_map(|strand| {
            let state = strand.states.first()?.key.clone();
            Some((strand.key.clone(), Stand { state, ..fresh(strand, sight) }))
        })
        .collect()
}

fn not_here(strand: &Strand) -> Finding {
    let says = both(
        format!("{} takes no moves here.", strand.title.en),
        format!("«{}» здесь не ведётся.", strand.title.ru),
    );
    found(code::NO_STRAND, Some(&strand.key), &strand.spot, says, None)
}

fn not_from_state(strand: &Strand, movement: &Move, state: &str) -> Finding {
    let state = strand.state(state).map(|state| state.title.clone()).unwrap_or_default();
    let says = both(
        format!("{}: \"{}\" does not start from {}.", strand.title.en, movement.title.en, state.en),
        format!("{}: «{}» невозможно из состояния «{}».", strand.title.ru, movement.title.ru, state.ru),
    );
    found(code::NOT_FROM_HERE, None, &movement.spot, says, None)
}

fn agreed(movement: &Move) -> Finding {
    let says = both("You have agreed already.", "Вы уже согласились.");
    found(code::AGREED, None, &movement.spot, says, None)
}
