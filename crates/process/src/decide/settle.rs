//! What happens by itself: falling back to a stage that no longer holds, and automatic moves. One thing at a time; the
//! caller writes it, looks at the facts again and asks again, until the case is at rest.
//!
//! Two rules end it: in one act a move is taken once, and what is true already where a case goes back to waits there
//! until it has been false.

use super::{
    Case, Command, Knowledge, NextStep, Step, effects, found, is_held, needs, next_step, strands,
    take_by_itself,
};
use crate::condition::{Condition, Sight, truth};
use crate::definition::{Definition, Move, MoveKind, Need, Stage};
use crate::text::both;
use crate::{Finding, Severity, code};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// What one act has done to a case so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Act {
    /// Moves taken in it, by hand or by themselves.
    pub taken: BTreeSet<String>,
    /// Fields it changed, by full name.
    pub changed: BTreeSet<String>,
    /// The case has just landed as [`Step::rests`] says.
    pub rests: bool,
    /// It takes an earlier act back: its changes are nobody's news.
    pub undoes: bool,
}

/// What follows.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The new `Case::resting`.
    pub resting: BTreeSet<String>,
    /// Lasting needs that no longer hold where the case may not fall back, as warnings.
    pub standing: Vec<Finding>,
    pub then: Then,
}

/// The one thing that happens next.
#[derive(Clone, Debug)]
pub enum Then {
    AtRest,
    Step(Box<Step>),
    /// A move would be taken a second time: the whole act is undone.
    Loop(Box<Finding>),
}

/// Says what happens next by itself to a case in the midst of an act.
pub fn settle(
    definition: &Definition,
    case: &Case,
    knowledge: &Knowledge,
    act: &Act,
    now: Timestamp,
) -> Settled {
    let nothing = BTreeMap::new();
    let own = Knowledge { taker_is_person: false, may_override: false, ..knowledge.clone() };
    let sight = Sight { definition, strand: None, case, knowledge: &own, answers: &nothing, now };
    let Some(stage) = definition.stage(&case.stage) else {
        return Settled { resting: BTreeSet::new(), standing: Vec::new(), then: Then::AtRest };
    };
    let (fallen, standing) = fall_back(definition, stage, &sight);
    if let Some(to) = fallen {
        let step = Box::new(falling(stage, to, &sight));
        return Settled { resting: BTreeSet::new(), standing, then: Then::Step(step) };
    }
    if is_held(definition, case) {
        return Settled { resting: case.resting.clone(), standing, then: Then::AtRest };
    }
    let ready = ready(definition, stage, act, &sight);
    let is_ready = |key: &String| ready.iter().any(|(movement, _)| key_of(movement) == *key);
    let mut resting: BTreeSet<String> = case.resting.iter().filter(|key| is_ready(key)).cloned().collect();
    if act.rests {
        let lasting = ready.iter().filter_map(|(movement, _)| movement.filter(|one| !is_edge(one)));
        resting.extend(lasting.map(|movement| movement.key.clone()));
    }
    let waits = |movement: &Move| {
        // What voids an approval undoes no landing.
        let rests = act.undoes || (act.rests && definition.movement(&movement.key).is_some());
        let edge = rests && is_edge(movement);
        resting.contains(&movement.key) || edge
    };
    let next = ready.into_iter().find(|(movement, _)| movement.is_none_or(|movement| !waits(movement)));
    let then = match next {
        None => Then::AtRest,
        Some((Some(movement), _)) if act.taken.contains(&movement.key) => {
            Then::Loop(Box::new(looping(movement)))
        }
        Some((_, step)) => Then::Step(step),
    };
    Settled { resting, standing, then }
}

fn key_of<'a>(movement: &Option<&'a Move>) -> &'a str {
    movement.map_or("", |movement| movement.key.as_str())
}

fn is_edge(movement: &Move) -> bool {
    !movement.if_changed.is_empty()
}

/// Automatic moves that could be taken now, strands' first, in the order of the file, with what they would do. A
/// strand that lapses is no move of the file.
fn ready<'a>(
    definition: &'a Definition,
    stage: &Stage,
    act: &Act,
    sight: &Sight<'a>,
) -> Vec<(Option<&'a Move>, Box<Step>)> {
    let of_stage = definition.moves_from(&stage.key).filter(|movement| movement.by_itself);
    let news = |movement: &Move| {
        movement.if_changed.is_empty() || movement.if_changed.iter().any(|field| act.changed.contains(field))
    };
    let command = |movement: &Move| Command {
        move_key: movement.key.clone(),
        entry: sight.case.entry,
        ..Command::default()
    };
    let moves = of_stage.filter(|movement| news(movement)).filter_map(|movement| {
        let command = command(movement);
        take_by_itself(definition, stage, movement, sight, &command).map(|step| (Some(movement), step))
    });
    strands::ready(sight, news).into_iter().chain(moves).collect()
}

/// Whether the guard of a move lets it be taken.
pub fn is_on(movement: &Move, sight: &Sight<'_>) -> bool {
    let holds = |condition: &Condition| truth(&condition.tree, sight) == Some(true);
    movement.guard.as_ref().is_none_or(holds) && !movement.unless.as_ref().is_some_and(holds)
}

/// The first stage of the file that the case has passed and whose lasting needs no longer hold; where a stage without
/// way back lies between, the needs stand as warnings instead.
fn fall_back<'a>(
    definition: &'a Definition,
    stage: &Stage,
    sight: &Sight<'_>,
) -> (Option<&'a Stage>, Vec<Finding>) {
    let here = definition.place_of(&stage.key).filter(|_| stage.is_open());
    let passed = definition.stages().iter().take(here.unwrap_or(0));
    let passed: Vec<&Stage> = passed.filter(|passed| sight.case.has_visited(&passed.key)).collect();
    let floor = passed.iter().rposition(|passed| passed.no_way_back);
    let floor = if stage.no_way_back { passed.len() } else { floor.unwrap_or(0) };
    let mut standing = Vec::new();
    for (place, passed) in passed.iter().enumerate() {
        let failing: Vec<&Need> = passed.to_go_on.iter().filter(|need| has_ceased(need, sight)).collect();
        if failing.is_empty() {
            continue;
        }
        if place >= floor {
            return (Some(passed), standing);
        }
        standing.extend(failing.into_iter().map(|need| warned(need, sight)));
    }
    (None, standing)
}

fn has_ceased(need: &Need, sight: &Sight<'_>) -> bool {
    need.stays_true && needs::asked(need, sight) && truth(&need.holds.tree, sight) != Some(true)
}

fn warned(need: &Need, sight: &Sight<'_>) -> Finding {
    Finding { severity: Severity::Warns, ..needs::unmet(need, sight) }
}

/// The step back. Nobody is there to be asked for a next step: where none is planned, its want stands on the case.
fn falling(from: &Stage, to: &Stage, sight: &Sight<'_>) -> Step {
    let ran = effects::run_fall(from, to, sight);
    let mut flagged: Vec<Finding> =
        to.to_go_on.iter().filter(|need| has_ceased(need, sight)).map(|need| warned(need, sight)).collect();
    let else_plan = match next_step(to, sight.knowledge, false, &ran.effects) {
        NextStep::Kept => None,
        NextStep::Plan(rule) => Some(rule.clone()),
        NextStep::Missing => {
            flagged.push(Finding { severity: Severity::Warns, ..super::next_step_missing(to) });
            None
        }
    };
    Step {
        move_key: String::new(),
        kind: MoveKind::FallBack,
        strand: None,
        from: Some(from.key.clone()),
        to: to.key.clone(),
        entry: sight.case.entry.saturating_add(1),
        rests: true,
        changes: ran.changes,
        answers: Vec::new(),
        effects: ran.effects,
        strands: ran.strands,
        flagged,
        overridden: Vec::new(),
        ends: None,
        probability: to.probability,
        else_plan,
    }
}

fn looping(movement: &Move) -> Finding {
    let says = both(
        format!("{} would be taken twice in one act: the process goes in a circle.", movement.title.en),
        format!("«{}» сработал бы дважды за одно действие: процесс ходит по кругу.", movement.title.ru),
    );
    found(code::LOOP, Some(&movement.key), &movement.spot, says, None)
}
