//! Why a move is open or closed, in words.

mod strands;

pub use strands::{OpenStrand, explain_strands};

use crate::condition::{Condition, Sight, truth, why};
use crate::decide::{
    asked, barred, demanded, is_held, is_on, may_take, not_by, not_yours, on_hold, reachable,
};
use crate::definition::{AskSpec, Definition, Level, Move, MoveKind, Need, Stage, Target};
use crate::{Case, Knowledge, Mend, Words};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// One need of a move as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NeedState {
    pub id: String,
    pub level: Level,
    /// No override lifts it.
    pub firm: bool,
    /// `None`: cannot be told, something it reads is not filled.
    pub met: Option<bool>,
    pub says: Words,
    /// The reason in the facts: which field is not filled, which value it has.
    pub why: Words,
    pub mend: Option<Mend>,
}

/// A move out of the stage where the case stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenMove {
    pub move_key: String,
    pub title: Words,
    pub kind: MoveKind,
    /// Stages it may go to; more than one leaves the choice to the taker.
    pub to: Vec<String>,
    /// No block stands in the way. What it asks may still be wanting.
    pub open: bool,
    pub needs: Vec<NeedState>,
    pub asks: Vec<AskSpec>,
    /// A next step must be planned with the move: the target requires one and there is none.
    pub asks_next_step: bool,
    /// The usual way forward.
    pub main: bool,
    /// It happens by itself as soon as its needs hold; no hand takes it. False while it rests.
    pub by_itself: bool,
}

impl OpenMove {
    /// Whether an override would take it: all that stands in the way gives way to one.
    pub fn gives_way(&self) -> bool {
        if self.by_itself {
            return false;
        }
        let unmet = |need: &&NeedState| need.level == Level::Block && need.met != Some(true);
        !self.to.is_empty() && !self.open && !self.needs.iter().filter(unmet).any(|need| need.firm)
    }
}

/// Every move out of the stage where the case stands, with each need as it stands now.
pub fn explain(definition: &Definition, case: &Case, knowledge: &Knowledge, now: Timestamp) -> Vec<OpenMove> {
    let Some(from) = definition.stage(&case.stage) else { return Vec::new() };
    let nothing = BTreeMap::new();
    let sight = Sight { definition, strand: None, case, knowledge, answers: &nothing, now };
    let mut moves: Vec<OpenMove> = definition
        .moves_from(&from.key)
        .filter(|movement| is_offered(movement, &sight))
        .map(|movement| one(definition, from, movement, &sight))
        .collect();
    if let Some(usual) = moves.iter_mut().find(|found| found.kind == MoveKind::Forward) {
        usual.main = true;
    }
    moves
}

/// Whether the move is there at all: a reopening only in its time, one for a hand only while its condition holds.
fn is_offered(movement: &Move, sight: &Sight<'_>) -> bool {
    let in_time = movement.within_days.is_none_or(|days| sight.knowledge.days_in_stage <= days);
    !movement.by_nobody && in_time && (is_by_itself(movement, sight) || is_on(movement, sight))
}

fn is_by_itself(movement: &Move, sight: &Sight<'_>) -> bool {
    movement.by_itself && !sight.case.resting.contains(&movement.key)
}

fn one(definition: &Definition, from: &Stage, movement: &Move, sight: &Sight<'_>) -> OpenMove {
    let targets = reachable(definition, sight.case, movement);
    let by_itself = is_by_itself(movement, sight);
    let mut needs = own_needs(movement, by_itself, sight);
    if movement.kind == MoveKind::Forward && is_held(definition, sight.case) {
        let title = definition.strand("hold").map(|hold| hold.title.clone()).unwrap_or_default();
        let mend = Some(Mend::Strand { key: Some("hold".into()), title });
        needs.push(NeedState { mend, ..standing("hold", on_hold().says) });
    }
    if let Some(to) = targets.first() {
        let asked = demanded(definition, from, movement, to).filter(|need| asked(need, sight));
        needs.extend(asked.map(|need| state_of_need(need, sight)));
    }
    OpenMove {
        move_key: movement.key.clone(),
        title: movement.title.clone(),
        kind: movement.kind,
        open: !blocked(&needs) && !targets.is_empty() && !by_itself,
        asks_next_step: movement.to != Target::Stay
            && targets.iter().any(|to| wants_next_step(to, sight.knowledge)),
        to: targets.iter().map(|stage| stage.key.clone()).collect(),
        needs,
        asks: movement.asks.clone(),
        main: false,
        by_itself,
    }
}

/// What stands in the way of the taker, and of a move that happens by itself.
fn own_needs(movement: &Move, by_itself: bool, sight: &Sight<'_>) -> Vec<NeedState> {
    let mut needs = Vec::new();
    if !may_take(movement, sight.knowledge) {
        needs.push(standing("by", not_yours(movement).says));
    } else if let Some(part) = barred(movement, sight.knowledge) {
        needs.push(standing("not-by", not_by(movement, part).says));
    }
    if let Some(guard) = movement.guard.as_ref().filter(|_| by_itself) {
        needs.push(guarded(guard, sight));
    }
    needs
}

fn blocked(needs: &[NeedState]) -> bool {
    needs.iter().any(|need| need.level == Level::Block && need.met != Some(true))
}

/// What an automatic move waits for, as a need.
fn guarded(guard: &Condition, sight: &Sight<'_>) -> NeedState {
    NeedState {
        id: "if".into(),
        level: Level::Block,
        firm: true,
        met: truth(&guard.tree, sight),
        says: guard.in_words(),
        why: Words::default(),
        mend: None,
    }
}

fn wants_next_step(to: &Stage, knowledge: &Knowledge) -> bool {
    let no_default = to.next_step.as_ref().is_some_and(|rule| rule.else_plan.is_none());
    no_default && !knowledge.has_next_step
}

fn state_of_need(need: &Need, sight: &Sight<'_>) -> NeedState {
    let met = truth(&need.holds.tree, sight);
    NeedState {
        id: need.id.clone(),
        level: need.level,
        firm: need.firm,
        met,
        says: need.says.clone(),
        why: if met == Some(true) { Words::default() } else { why(&need.holds.tree, sight) },
        mend: need.mend.clone(),
    }
}

/// What no override lifts.
fn standing(id: &str, says: Words) -> NeedState {
    NeedState {
        id: id.into(),
        level: Level::Block,
        firm: true,
        met: Some(false),
        says,
        why: Words::default(),
        mend: None,
    }
}
