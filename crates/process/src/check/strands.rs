//! What can be proved of strands: each is waited for, can finish, waits for no circle, and has a way on from failing.

use crate::condition::{Condition, Node};
use crate::definition::{Definition, Move, MoveKind, Need, StateClass, Strand, StrandKind};
use crate::text::{Report, both};
use std::collections::BTreeSet;

/// DW501, DW502, DW503, DW504.
pub fn check(definition: &Definition, report: &mut Report) {
    if definition.strands().is_empty() {
        return;
    }
    let joined = joined(definition);
    for strand in definition.strands().iter().filter(|strand| strand.kind != StrandKind::Hold) {
        never_joined(strand, &joined, report);
        never_finished(strand, report);
        stuck_when_failed(definition, strand, &joined, report);
    }
    circles(definition, report);
}

/// Strands that some condition or need of the process reads, by key.
fn joined(definition: &Definition) -> BTreeSet<&str> {
    let stages = definition.stages();
    let stage_needs = stages.iter().flat_map(|stage| stage.to_enter.iter().chain(&stage.to_go_on));
    let moves = definition.moves().iter().chain(definition.strands().iter().flat_map(|strand| &strand.moves));
    let of_moves = moves.clone().flat_map(|movement| &movement.needs);
    let needs = definition.always().iter().chain(stage_needs).chain(of_moves);
    let guards = moves.filter_map(|movement| movement.guard.as_ref());
    let presences = definition.strands().iter().filter_map(|strand| strand.present.as_ref());
    let conditions = needs.flat_map(conditions_of).chain(guards).chain(presences);
    conditions.flat_map(|condition| reads(definition, condition)).collect()
}

fn conditions_of(need: &Need) -> impl Iterator<Item = &Condition> {
    need.only_if.iter().chain(std::iter::once(&need.holds))
}

fn reads<'a>(definition: &'a Definition, condition: &Condition) -> Vec<&'a str> {
    let mut all = false;
    condition.tree.walk(&mut |expr| all |= matches!(&expr.node, Node::Joined(keys) if keys.is_empty()));
    let keys = named(condition);
    let strands = definition.strands().iter().filter(|strand| all || keys.contains(&strand.key));
    strands.map(|strand| strand.key.as_str()).collect()
}

fn never_joined(strand: &Strand, joined: &BTreeSet<&str>, report: &mut Report) {
    if joined.contains(strand.key.as_str()) {
        return;
    }
    let says = both(
        format!("Nothing waits for {}.", strand.title.en),
        format!("«{}» никто не ждёт.", strand.title.ru),
    );
    let hint = both(
        format!("A need: {{ strands: [ {} ] }}, or allow this with a why.", strand.key),
        format!("Требование {{ strands: [ {} ] }}, или разрешите это с причиной.", strand.key),
    );
    report.warns("DW501", &strand.spot, says, hint);
}

/// States that can be reached from one.
fn reached<'a>(strand: &'a Strand, from: &'a str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(state) = next.pop() {
        if seen.insert(state) {
            next.extend(strand.moves_from(state).flat_map(targets));
        }
    }
    seen
}

fn targets(movement: &Move) -> Vec<&str> {
    match &movement.to {
        crate::Target::Stage(state) => vec![state],
        crate::Target::First(branches) => branches.iter().map(|branch| branch.to.as_str()).collect(),
        _ => Vec::new(),
    }
}

fn finishes(strand: &Strand, from: &str) -> bool {
    let done = |state: &&str| strand.state(state).is_some_and(|state| state.class == StateClass::Done);
    reached(strand, from).iter().any(done)
}

fn never_finished(strand: &Strand, report: &mut Report) {
    let Some(first) = strand.states.first().filter(|first| !finishes(strand, &first.key)) else { return };
    let says = both(
        format!("{} can never be finished from {}.", strand.title.en, first.title.en),
        format!("«{}» нельзя завершить из состояния «{}».", strand.title.ru, first.title.ru),
    );
    let hint = both("A move into a state that is: done.", "Переход в состояние с is: done.");
    report.blocks("DW502", &strand.spot, says, hint);
}

/// A failed state that something waits for, out of which nothing leads, in a stage without refusal or way back.
fn stuck_when_failed(definition: &Definition, strand: &Strand, joined: &BTreeSet<&str>, report: &mut Report) {
    let dead = |state: &&crate::State| state.class == StateClass::Failed && !finishes(strand, &state.key);
    let Some(failed) = strand.states.iter().find(dead) else { return };
    let leaves = |movement: &Move| matches!(movement.kind, MoveKind::Refusal | MoveKind::Return);
    let stuck = |stage: &&crate::Stage| {
        stage.is_open()
            && definition.lives_in(strand, &stage.key)
            && !definition.moves_from(&stage.key).any(leaves)
    };
    if joined.contains(strand.key.as_str())
        && let Some(stage) = definition.stages().iter().find(stuck)
    {
        let says = both(
            format!("{}: from {} nothing leads on in {}.", strand.title.en, failed.title.en, stage.title.en),
            format!(
                "«{}»: из «{}» на этапе «{}» нет выхода.",
                strand.title.ru, failed.title.ru, stage.title.ru
            ),
        );
        let hint =
            both("A move out of it, or a refusal of the stage.", "Переход из него или отказ на этом этапе.");
        report.blocks("DW504", &strand.spot, says, hint);
    }
}

/// Strands that wait for each other: each is there, or done, only after the other.
fn circles(definition: &Definition, report: &mut Report) {
    let waits = |strand: &Strand| -> Vec<&str> {
        let into_done = strand.moves.iter().filter(|movement| {
            let done = |state: &str| strand.state(state).is_some_and(|state| state.class == StateClass::Done);
            targets(movement).into_iter().any(done)
        });
        let needs = into_done.flat_map(|movement| {
            let needs = movement.needs.iter().map(|need| &need.holds);
            needs.chain(movement.guard.iter())
        });
        let conditions: Vec<&Condition> = strand.present.iter().chain(needs).collect();
        let keys = conditions.into_iter().flat_map(named);
        let strands = keys.filter_map(|key| definition.strand(&key));
        strands.map(|strand| strand.key.as_str()).collect()
    };
    for strand in definition.strands() {
        let mut seen = BTreeSet::new();
        let mut next = waits(strand);
        while let Some(key) = next.pop() {
            if key == strand.key {
                let says = both(
                    format!("{} waits for itself, by way of others.", strand.title.en),
                    format!("«{}» через другие ждёт само себя.", strand.title.ru),
                );
                let hint = both("Let one of them wait for nothing.", "Пусть одно из них ничего не ждёт.");
                report.blocks("DW503", &strand.spot, says, hint);
                return;
            }
            if seen.insert(key) {
                next.extend(definition.strand(key).map(waits).unwrap_or_default());
            }
        }
    }
}

/// Strands that a condition names.
fn named(condition: &Condition) -> Vec<String> {
    let mut keys = Vec::new();
    condition.tree.walk(&mut |expr| match &expr.node {
        Node::Strand { key, .. } => keys.push(key.clone()),
        Node::Joined(named) => keys.extend(named.iter().cloned()),
        _ => {}
    });
    keys
}
