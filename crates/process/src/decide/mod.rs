//! Deciding a move: pure and total.

mod asks;
mod case;
mod command;
mod effects;
mod needs;
mod start;
mod step;
mod target;

pub use case::{Case, Visit};
pub use command::{Command, Knowledge, PlannedKind};
pub use start::start;
pub use step::{Decision, Step};

pub(crate) use needs::{asked, demanded};
pub(crate) use target::reachable;

use crate::condition::Sight;
use crate::definition::{Definition, Effect, Move, NextStepRule, PlanRule, Stage};
use crate::text::{Spot, both};
use crate::{Finding, Mend, Severity, Value, Words, code};
use jiff::Timestamp;

/// Decides a commanded move: everything that stands in the way, or the whole step.
pub fn decide(
    definition: &Definition,
    case: &Case,
    knowledge: &Knowledge,
    command: &Command,
    now: Timestamp,
) -> Decision {
    if command.entry != case.entry {
        return Decision::Refused(vec![stale()]);
    }
    let Some(movement) = definition.movement(&command.move_key) else {
        return Decision::Refused(vec![unknown_move(&command.move_key)]);
    };
    let Some(from) = definition.stage(&case.stage).filter(|_| movement.from.contains(&case.stage)) else {
        return Decision::Refused(vec![not_from_here(movement)]);
    };
    let to = match target::resolve(definition, case, movement, command.to.as_deref()) {
        Ok(to) => to,
        Err(finding) => return Decision::Refused(vec![*finding]),
    };
    take(definition, (case, from, to), movement, knowledge, command, now)
}

fn take(
    definition: &Definition,
    (case, from, to): (&Case, &Stage, &Stage),
    movement: &Move,
    knowledge: &Knowledge,
    command: &Command,
    now: Timestamp,
) -> Decision {
    let mut findings = Vec::new();
    if !may_take(movement, knowledge) {
        findings.push(not_yours(movement));
    }
    let given = asks::judge(movement, knowledge, command, &mut findings);
    let sight = Sight { case, knowledge, answers: &command.answers, now };
    let passed = needs::judge(demanded(definition, from, movement, to), &sight, command, &mut findings);
    let ran = effects::run(movement, to, &sight);
    let else_plan = match next_step(to, knowledge, !command.plans.is_empty(), &ran.effects) {
        NextStep::Kept => None,
        NextStep::Plan(rule) => Some(rule.clone()),
        NextStep::Missing => {
            findings.push(next_step_missing(to));
            None
        }
    };
    if !findings.is_empty() {
        return Decision::Refused(findings);
    }
    let mut changes = given.changes;
    changes.extend(ran.changes);
    Decision::Step(Box::new(Step {
        move_key: movement.key.clone(),
        kind: movement.kind,
        from: Some(from.key.clone()),
        to: to.key.clone(),
        entry: case.entry.saturating_add(1),
        changes,
        answers: given.answers,
        effects: ran.effects,
        flagged: passed.flagged,
        overridden: passed.overridden,
        ends: to.ends,
        probability: to.probability,
        else_plan,
    }))
}

/// The rule by which the case must keep a planned activity; completing the last one asks for the next.
pub fn must_keep_next_step<'a>(definition: &'a Definition, case: &Case) -> Option<&'a NextStepRule> {
    definition.stage(&case.stage)?.next_step.as_ref()
}

/// Whether the taker holds a part that may make the move.
pub(crate) fn may_take(movement: &Move, knowledge: &Knowledge) -> bool {
    movement.by.is_empty() || movement.by.iter().any(|part| knowledge.parts.contains(part))
}

enum NextStep<'a> {
    Kept,
    Plan(&'a PlanRule),
    Missing,
}

fn next_step<'a>(to: &'a Stage, knowledge: &Knowledge, planned: bool, effects: &[Effect]) -> NextStep<'a> {
    let Some(rule) = &to.next_step else { return NextStep::Kept };
    let by_effect = effects.iter().any(|effect| matches!(effect, Effect::PlanActivity { .. }));
    match &rule.else_plan {
        _ if knowledge.has_next_step || planned || by_effect => NextStep::Kept,
        Some(plan) => NextStep::Plan(plan),
        None => NextStep::Missing,
    }
}

/// A finding of a decision.
fn found(code: &'static str, id: Option<&str>, spot: &Spot, says: Words, mend: Option<Mend>) -> Finding {
    let Spot { line, column, at } = spot.clone();
    let id = id.map(str::to_owned);
    Finding { code, severity: Severity::Blocks, line, column, at, id, says, hint: Words::default(), mend }
}

fn stale() -> Finding {
    let says = both("The deal has moved since you looked.", "Сделка уже перешла дальше.");
    found(code::STALE, None, &Spot::default(), says, None)
}

fn unknown_move(key: &str) -> Finding {
    let says = both(format!("There is no move {key}."), format!("Нет такого перехода: {key}."));
    found(code::UNKNOWN_MOVE, None, &Spot::default(), says, None)
}

fn not_from_here(movement: &Move) -> Finding {
    let says = movement.title.map(|lang, title| match lang {
        crate::Lang::En => format!("\"{title}\" does not start from this stage."),
        crate::Lang::Ru => format!("Переход «{title}» с этого этапа невозможен."),
    });
    found(code::NOT_FROM_HERE, None, &movement.spot, says, None)
}

pub(crate) fn not_yours(movement: &Move) -> Finding {
    let parts = movement.by.join(", ");
    let says = both(format!("Only {parts} may do this."), format!("Это может сделать только: {parts}."));
    found(code::NOT_YOURS, Some("by"), &movement.spot, says, None)
}

fn next_step_missing(to: &Stage) -> Finding {
    let says = both(
        "Plan the next step: an open deal here always has one.",
        "Запланируйте следующий шаг: на этом этапе он есть всегда.",
    );
    found(code::NEXT_STEP, Some("next-step"), &to.spot, says, Some(Mend::Plan { types: Vec::new() }))
}

pub(crate) type Pairs = Vec<(String, Value)>;

#[cfg(test)]
mod tests;
