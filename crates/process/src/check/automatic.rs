//! What happens by itself: no circle, no guessing between two ways, no stage entered without its next step.

use crate::condition::{Expr, Node, Verdict, verdict};
use crate::definition::{Definition, EffectAct, EffectSpec, Move, Need, Source, Stage, Target};
use crate::text::{Report, both};
use std::collections::BTreeSet;

/// Circles looked at; a file with more is told of the first.
const MOST_CIRCLES: usize = 1_000;

/// DW309, DW403, DW406, DW701.
pub fn check(definition: &Definition, report: &mut Report) {
    two_ways(definition, report);
    without_next_step(definition, report);
    circles(definition, report);
    locked_asks(definition, report);
}

fn automatic(definition: &Definition) -> impl Iterator<Item = &Move> {
    definition.moves().iter().filter(|movement| movement.by_itself)
}

/// Whether the conditions of these moves can hold at one moment, as far as can be proved.
fn may_be_true_together(moves: &[&Move]) -> bool {
    let holds = |need: &Need| need.only_if.is_none().then(|| need.holds.tree.clone());
    let of_move = |movement: &Move| {
        let guard = movement.guard.iter().map(|guard| guard.tree.clone());
        guard.chain(movement.needs.iter().filter_map(holds)).collect::<Vec<Expr>>()
    };
    verdict(&Expr::all(moves.iter().flat_map(|movement| of_move(movement)))) != Verdict::Never
}

fn two_ways(definition: &Definition, report: &mut Report) {
    let moves: Vec<&Move> = automatic(definition).collect();
    for (index, one) in moves.iter().enumerate() {
        let shares = |other: &&&Move| one.from.iter().any(|stage| other.from.contains(stage));
        let mut earlier = moves[..index].iter().filter(shares);
        if let Some(other) = earlier.find(|other| may_be_true_together(&[one, other])) {
            let says = both(
                format!("{} and {} may both be true; the first in the file is taken.", other.key, one.key),
                format!("{} и {} могут сработать сразу; берётся первый по файлу.", other.key, one.key),
            );
            let hint = both(
                "Let their conditions exclude each other, or allow this with a why.",
                "Пусть условия исключают друг друга, или разрешите это с причиной.",
            );
            report.warns("DW309", &one.spot, says, hint);
        }
    }
}

fn without_next_step(definition: &Definition, report: &mut Report) {
    let plans = |effect: &EffectSpec| matches!(effect.act, EffectAct::PlanActivity { .. });
    for movement in automatic(definition) {
        let Target::Stage(key) = &movement.to else { continue };
        let asks = |stage: &&Stage| stage.next_step.as_ref().is_some_and(|rule| rule.else_plan.is_none());
        let Some(stage) = definition.stage(key).filter(asks) else { continue };
        if !movement.effects.iter().any(plans) && !stage.on_enter.iter().any(plans) {
            let says = both(
                format!(
                    "{} happens by itself, but nobody plans the next step in {}.",
                    movement.key, stage.title.en
                ),
                format!(
                    "{} происходит само, но следующий шаг на этапе «{}» никто не назначит.",
                    movement.key, stage.title.ru
                ),
            );
            report.blocks(
                "DW406",
                &movement.spot,
                says,
                both("next_step: { else_plan: .. }", "next_step: { else_plan: .. }"),
            );
        }
    }
}

fn circles(definition: &Definition, report: &mut Report) {
    let moves: Vec<&Move> = automatic(definition).collect();
    let mut search = Search { moves: &moves, path: Vec::new(), looked: 0, told: BTreeSet::new() };
    for first in 0..moves.len() {
        search.from(first, first, &mut |circle| {
            let says = both(
                format!("These moves go in a circle by themselves: {}.", names(circle)),
                format!("Эти переходы сами ходят по кругу: {}.", names(circle)),
            );
            let hint = both(
                "Let a hand take one of them, or let their conditions exclude each other.",
                "Пусть один из них делает человек, или условия исключают друг друга.",
            );
            report.blocks("DW701", &circle[0].spot, says, hint);
        });
    }
}

fn names(circle: &[&Move]) -> String {
    circle.iter().map(|movement| movement.key.as_str()).collect::<Vec<_>>().join(", ")
}

/// Walks from move to move where the one ends in a stage that the other leaves.
struct Search<'a> {
    moves: &'a [&'a Move],
    path: Vec<usize>,
    looked: usize,
    told: BTreeSet<usize>,
}

impl<'a> Search<'a> {
    /// Each circle once, told where its first move of the file begins.
    fn from(&mut self, first: usize, at: usize, tell: &mut impl FnMut(&[&'a Move])) {
        self.path.push(at);
        let next: Vec<usize> = (first..self.moves.len()).filter(|next| self.leads(at, *next)).collect();
        for next in next {
            if next == first {
                self.looked += 1;
                let circle: Vec<&'a Move> = self.path.iter().map(|at| self.moves[*at]).collect();
                if !ends(&circle) && self.told.insert(first) {
                    tell(&circle);
                }
            } else if !self.path.contains(&next) && self.looked < MOST_CIRCLES {
                self.from(first, next, tell);
            }
        }
        self.path.pop();
    }

    fn leads(&self, one: usize, other: usize) -> bool {
        match &self.moves[one].to {
            Target::Stage(key) => self.moves[other].from.contains(key),
            Target::AnyVisited | Target::LastOpen => true,
            Target::Stay | Target::First(_) => false,
        }
    }
}

/// Whether a circle ends by itself: a way back rests, an edge waits for a change that nothing in it makes, or its
/// conditions exclude each other.
fn ends(circle: &[&Move]) -> bool {
    let rests = circle.iter().any(|movement| movement.goes_back()) && !feeds_itself(circle);
    let writes = |field: &String| {
        circle.iter().flat_map(|movement| &movement.effects).any(
            |effect| matches!(&effect.act, EffectAct::SetField { field: written, .. } if written == field),
        )
    };
    let waits = circle.iter().any(|one| !one.if_changed.is_empty() && !one.if_changed.iter().any(writes));
    rests || waits || !may_be_true_together(circle)
}

/// Whether an effect in the circle makes rows of a kind that one of its guards reads of.
fn feeds_itself(circle: &[&Move]) -> bool {
    let reads_rows = circle.iter().filter_map(|movement| movement.guard.as_ref()).any(|guard| {
        let mut reads = false;
        guard.tree.walk(&mut |expr| reads |= matches!(expr.node, Node::Fact { .. }));
        reads
    });
    let makes = |effect: &EffectSpec| made(&effect.act).is_some();
    reads_rows && circle.iter().flat_map(|movement| &movement.effects).any(makes)
}

fn made(act: &EffectAct) -> Option<Source> {
    match act {
        EffectAct::CreateTask { .. } => Some(Source::Task),
        EffectAct::PlanActivity { .. } => Some(Source::Activity),
        EffectAct::Note { .. } => Some(Source::Note),
        EffectAct::SetField { .. }
        | EffectAct::Notify { .. }
        | EffectAct::Take { .. }
        | EffectAct::CancelPlans
        | EffectAct::Move { .. }
        | EffectAct::Start { .. } => None,
    }
}

/// A move that asks for a field which its stage locks.
fn locked_asks(definition: &Definition, report: &mut Report) {
    use crate::definition::MoveKind;
    for movement in definition.moves().iter().filter(|movement| movement.kind != MoveKind::Amend) {
        let stages = movement.from.iter().filter_map(|key| definition.stage(key));
        for stage in stages {
            let is_locked = |ask: &&crate::AskSpec| stage.locks.iter().any(|field| field == ask.key());
            if let Some(ask) = movement.asks.iter().find(is_locked) {
                let says = both(
                    format!("{} asks for {}, which {} locks.", movement.key, ask.key(), stage.title.en),
                    format!(
                        "{} спрашивает {}, а этап «{}» его закрывает.",
                        movement.key,
                        ask.key(),
                        stage.title.ru
                    ),
                );
                report.blocks("DW403", &movement.spot, says, both("kind: amend", "kind: amend"));
            }
        }
    }
}
