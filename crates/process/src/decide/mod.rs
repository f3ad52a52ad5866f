//! Deciding a move: pure and total.

mod asks;
mod case;
mod command;
mod effects;
mod needs;
mod settle;
mod start;
mod step;
mod strands;
mod target;

pub use case::{Case, Stand, Visit};
pub use command::{Command, Knowledge, PlannedKind};
pub use settle::{Act, Settled, Then, settle};
pub use start::start;
pub use step::{Decision, Step};

pub(crate) use needs::{asked, demanded};
pub(crate) use settle::is_on;
pub(crate) use strands::{is_held, lives, target as state_after};
pub(crate) use target::reachable;

use crate::condition::{Sight, why};
use crate::definition::{Definition, Effect, Move, MoveKind, NextStepRule, PlanRule, Stage, Target};
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
    if let Some((strand, movement)) = definition.strand_move(&command.move_key) {
        let answers = &command.answers;
        let sight = Sight { definition, strand: Some(strand), case, knowledge, answers, now };
        return strands::decide(strand, movement, &sight, command);
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
    let sight = Sight { definition, strand: None, case, knowledge, answers: &command.answers, now };
    let mut findings = Vec::new();
    may_be_taken(movement, command.through.is_some(), &sight, &mut findings);
    if movement.kind == MoveKind::Forward && is_held(definition, case) {
        findings.push(on_hold());
    }
    let step = step(definition, (from, to), movement, &sight, command, &mut findings);
    if findings.is_empty() { Decision::Step(step) } else { Decision::Refused(findings) }
}

/// The step of an automatic move that nothing holds back.
fn take_by_itself(
    definition: &Definition,
    from: &Stage,
    movement: &Move,
    sight: &Sight<'_>,
    command: &Command,
) -> Option<Box<Step>> {
    let to = target::resolve(definition, sight.case, movement, None).ok()?;
    let mut findings = Vec::new();
    let step = step(definition, (from, to), movement, sight, command, &mut findings);
    (findings.is_empty() && is_on(movement, sight)).then_some(step)
}

/// Whose hand it is, and whether the move is offered at all.
fn may_be_taken(movement: &Move, through: bool, sight: &Sight<'_>, findings: &mut Vec<Finding>) {
    if movement.by_nobody && !through {
        findings.push(by_nobody(movement));
    } else if !may_take(movement, sight.knowledge) {
        findings.push(not_yours(movement));
    } else if let Some(part) = barred(movement, sight.knowledge) {
        findings.push(not_by(movement, part));
    }
    if movement.by_itself && !sight.case.resting.contains(&movement.key) {
        findings.push(takes_itself(movement));
    } else if !is_on(movement, sight) {
        findings.push(not_now(movement, sight));
    }
    if movement.within_days.is_some_and(|days| sight.knowledge.days_in_stage > days) {
        findings.push(too_late(movement));
    }
}

/// What the move would do, and all that it asks for in vain.
fn step(
    definition: &Definition,
    (from, to): (&Stage, &Stage),
    movement: &Move,
    sight: &Sight<'_>,
    command: &Command,
    findings: &mut Vec<Finding>,
) -> Box<Step> {
    let Sight { case, knowledge, .. } = sight;
    let given = asks::judge(movement, knowledge, command, findings);
    let passed = needs::judge(demanded(definition, from, movement, to), sight, command, findings);
    let ran = effects::run(from, movement, to, sight);
    let stays = movement.to == Target::Stay;
    let else_plan = match next_step(to, knowledge, !command.plans.is_empty() || stays, &ran.effects) {
        NextStep::Kept => None,
        NextStep::Plan(rule) => Some(rule.clone()),
        NextStep::Missing => {
            findings.push(next_step_missing(to));
            None
        }
    };
    let mut changes = given.changes;
    changes.extend(ran.changes);
    if movement.kind != MoveKind::Amend {
        findings.extend(locked(from, changes.iter().map(|(name, _)| name.as_str())));
    }
    Box::new(Step {
        move_key: movement.key.clone(),
        kind: movement.kind,
        strand: None,
        from: Some(from.key.clone()),
        to: to.key.clone(),
        entry: if stays { case.entry } else { case.entry.saturating_add(1) },
        rests: movement.goes_back() || !passed.overridden.is_empty(),
        changes,
        answers: given.answers,
        effects: ran.effects,
        strands: ran.strands,
        flagged: passed.flagged,
        overridden: passed.overridden,
        ends: to.ends,
        probability: to.probability,
        else_plan,
    })
}

/// A finding for each of the fields that only an amendment may change while a case stands in the stage.
pub fn locked<'a>(stage: &Stage, fields: impl Iterator<Item = &'a str>) -> Vec<Finding> {
    let is_locked = |field: &&str| stage.locks.iter().any(|locked| locked == field);
    let finding = |field: &str| {
        let says = both(
            format!("In {} this is changed by an amendment only.", stage.title.en),
            format!("На этапе «{}» это меняется только поправкой.", stage.title.ru),
        );
        found(code::LOCKED, Some(field), &stage.spot, says, None)
    };
    fields.filter(is_locked).map(finding).collect()
}

/// The rule by which the case must keep a planned activity; completing the last one asks for the next.
pub fn must_keep_next_step<'a>(definition: &'a Definition, case: &Case) -> Option<&'a NextStepRule> {
    definition.stage(&case.stage)?.next_step.as_ref()
}

/// Whether the taker holds a part that may make the move.
pub(crate) fn may_take(movement: &Move, knowledge: &Knowledge) -> bool {
    movement.by.is_empty() || movement.by.iter().any(|part| knowledge.parts.contains(part))
}

/// The part that keeps this taker from the move, whatever else they hold.
pub(crate) fn barred<'a>(movement: &'a Move, knowledge: &Knowledge) -> Option<&'a str> {
    movement.not_by.iter().find(|part| knowledge.own_parts.contains(*part)).map(String::as_str)
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

fn by_nobody(movement: &Move) -> Finding {
    let says = both(
        format!("{} happens through another process alone.", movement.title.en),
        format!("«{}» происходит только через другой процесс.", movement.title.ru),
    );
    found(code::NOT_YOURS, Some("by"), &movement.spot, says, None)
}

pub(crate) fn not_by(movement: &Move, part: &str) -> Finding {
    let says = both(format!("Not by the {part} of this deal."), format!("Не тот, кто здесь {part}."));
    found(code::NOT_YOURS, Some("not-by"), &movement.spot, says, None)
}

pub(crate) fn on_hold() -> Finding {
    let says = both("The deal is on hold.", "Сделка приостановлена.");
    found(code::ON_HOLD, Some("hold"), &Spot::default(), says, None)
}

fn takes_itself(movement: &Move) -> Finding {
    let says = both(
        format!("{} happens by itself.", movement.title.en),
        format!("«{}» происходит само.", movement.title.ru),
    );
    found(code::BY_ITSELF, Some("by"), &movement.spot, says, None)
}

fn not_now(movement: &Move, sight: &Sight<'_>) -> Finding {
    let says = both(
        format!("{} is not open now.", movement.title.en),
        format!("«{}» сейчас недоступен.", movement.title.ru),
    );
    let hint = movement.guard.as_ref().map(|guard| why(&guard.tree, sight)).unwrap_or_default();
    Finding { hint, ..found(code::NOT_NOW, Some("if"), &movement.spot, says, None) }
}

fn too_late(movement: &Move) -> Finding {
    let days = movement.within_days.unwrap_or_default();
    let says = both(
        format!("It is more than {days} days since the end: start a new one."),
        format!("После завершения прошло больше {days} дн.: начните новую сделку."),
    );
    found(code::TOO_LATE, Some("within"), &movement.spot, says, None)
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
mod matrix_tests;
#[cfg(test)]
mod settle_tests;
#[cfg(test)]
mod strand_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod through_tests;
