//! What a step does: the move's own effects, then those of entering the stage.

use super::{Case, Pairs, Stand, strands};
use crate::condition::Sight;
use crate::definition::{
    Anchor, AskSpec, Due, DueAt, Effect, EffectAct, EffectSpec, Moment, Move, Stage, Strand, Target,
};
use crate::{Lang, Value, Words};

#[derive(Default)]
pub struct Ran {
    pub effects: Vec<Effect>,
    pub changes: Pairs,
    /// Where strands stand after it.
    pub strands: Vec<(String, Stand)>,
}

/// Runs the effects of a move into a stage: of leaving the old one, of the move, of entering the new one.
pub fn run(from: &Stage, movement: &Move, to: &Stage, sight: &Sight<'_>) -> Ran {
    let stays = movement.to == Target::Stay;
    let mut ran = if stays { Ran::default() } else { arriving(from, to, sight) };
    let leaving = from.on_leave.iter().filter(|_| !stays);
    for spec in leaving.chain(&movement.effects).chain(entering(to, sight.case).filter(|_| !stays)) {
        one(&spec.act, &movement.asks, sight, &mut ran);
    }
    ran
}

/// What entering a stage does to strands; whoever was asked need not answer any more.
fn arriving(from: &Stage, to: &Stage, sight: &Sight<'_>) -> Ran {
    let strands = strands::arrive(from, to, sight);
    let ended = |(key, _): &(String, Stand)| Effect::EndTasks { strand: key.clone() };
    Ran { effects: strands.iter().map(ended).collect(), strands, ..Ran::default() }
}

/// Runs the effects of falling back.
pub fn run_fall(from: &Stage, to: &Stage, sight: &Sight<'_>) -> Ran {
    let mut ran = arriving(from, to, sight);
    for spec in from.on_leave.iter().chain(entering(to, sight.case)) {
        one(&spec.act, &[], sight, &mut ran);
    }
    ran
}

/// Runs the effects of a strand's move, and those of the state it comes to: what the state it leaves asked of people is
/// over. Whoever only agrees with others does nothing yet.
pub fn run_strand(strand: &Strand, movement: &Move, stand: &Stand, sight: &Sight<'_>, ran: &mut Ran) {
    if !stand.votes.is_empty() {
        return;
    }
    let state = strand.state(&stand.state).filter(|_| sight.case.state_of(strand) != stand.state);
    if state.is_some() && strand.makes_tasks() {
        ran.effects.push(Effect::EndTasks { strand: strand.key.clone() });
    }
    for spec in movement.effects.iter().chain(state.iter().flat_map(|state| &state.on_enter)) {
        one(&spec.act, &movement.asks, sight, ran);
    }
}

/// Runs the effects of a new case's first stage.
pub fn run_start(stage: &Stage, sight: &Sight<'_>) -> Ran {
    let mut ran = Ran::default();
    for spec in &stage.on_enter {
        one(&spec.act, &[], sight, &mut ran);
    }
    ran
}

fn entering<'a>(to: &'a Stage, case: &Case) -> impl Iterator<Item = &'a EffectSpec> {
    let again = case.has_visited(&to.key);
    to.on_enter.iter().filter(move |spec| !(again && spec.once_a_case))
}

fn one(act: &EffectAct, asks: &[AskSpec], sight: &Sight<'_>, ran: &mut Ran) {
    ran.effects.push(match act {
        EffectAct::SetField { field, value } => {
            ran.changes.push((field.clone(), value.clone()));
            return;
        }
        EffectAct::Take { movement } => return take(movement, sight, ran),
        EffectAct::Move { process, take } => {
            let used = sight.definition.uses().iter().find(|used| used.key == *process);
            Effect::Move { process: used.map_or(process, |used| &used.process).clone(), take: take.clone() }
        }
        EffectAct::CancelPlans => Effect::CancelPlans,
        EffectAct::Start { process } => Effect::Start { process: process.clone() },
        EffectAct::CreateTask { part, title, due, kind } => Effect::CreateTask {
            part: part.clone(),
            title: title.clone(),
            due: due.as_ref().and_then(|due| moment(due, sight)),
            kind: kind.clone(),
            strand: sight.strand.map(|strand| strand.key.clone()),
        },
        EffectAct::PlanActivity { part, activity_type, within, length } => Effect::PlanActivity {
            part: part.clone(),
            activity_type: activity_type.clone(),
            within: *within,
            length: *length,
        },
        EffectAct::Note { to, text } => Effect::Note { to: *to, text: filled_in(text, asks, sight) },
        EffectAct::Notify { part, text } => {
            Effect::Notify { part: part.clone(), text: filled_in(text, asks, sight) }
        }
    });
}

/// A move of a strand in the midst of another step: an approval is asked for, a hand-off offered. One that stands
/// elsewhere stays there, so asking for a granted approval does nothing.
fn take(key: &str, sight: &Sight<'_>, ran: &mut Ran) {
    let Some((strand, movement)) = sight.definition.strand_move(key) else { return };
    let own = Sight { strand: Some(strand), ..*sight };
    let changed = ran.strands.iter().find(|(key, _)| *key == strand.key);
    let from = changed.map_or_else(|| own.case.state_of(strand), |(_, stand)| stand.state.as_str());
    if own.state(strand).is_none() || !movement.from.iter().any(|state| state == from) {
        return;
    }
    let stand = strands::landing(strand, movement, &own);
    ran.strands.retain(|(key, _)| *key != strand.key);
    ran.strands.push((strand.key.clone(), stand));
    let stand = ran.strands.last().map(|(_, stand)| stand.clone());
    if let Some(stand) = stand {
        run_strand(strand, movement, &stand, &own, ran);
    }
}

/// The due time with its anchor resolved; a field that is not filled gives none.
fn moment(due: &Due, sight: &Sight<'_>) -> Option<DueAt> {
    let from = match &due.anchor {
        Anchor::Entry | Anchor::Now => Moment::Instant(sight.now),
        Anchor::Start => Moment::Instant(sight.case.started_at),
        Anchor::Field(name) => match sight.field(name) {
            Value::Date(date) => Moment::Date(*date),
            Value::Instant(instant) => Moment::Instant(*instant),
            _ => return None,
        },
    };
    Some(DueAt { span: due.span, before: due.before, from })
}

/// A text with its `{answers}` put in, `{before.deal.amount}` with what an amendment replaces; a coded reason reads as its title. Answers are never read again
/// for braces, so a client's words cannot call for other answers.
fn filled_in(text: &Words, asks: &[AskSpec], sight: &Sight<'_>) -> Words {
    text.map(|lang, text| {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((key, tail)) = after.split_once('}') else { break };
            out.push_str(before);
            out.push_str(&answer(key, asks, lang, sight));
            rest = tail;
        }
        out + rest
    })
}

fn answer(key: &str, asks: &[AskSpec], lang: Lang, sight: &Sight<'_>) -> String {
    if let Some(field) = key.strip_prefix("before.") {
        let before = sight.knowledge.fields.get(field).unwrap_or(&Value::Absent);
        return crate::condition::shown(before);
    }
    let value = sight.field(key);
    let titled = asks.iter().find_map(|ask| match (ask, value) {
        (AskSpec::OneOf { key: own, options, .. }, Value::Choice(code) | Value::Text(code)) if own == key => {
            options.iter().find(|option| option.code == *code)
        }
        _ => None,
    });
    match titled {
        Some(option) => option.title.get(lang).to_owned(),
        None => crate::condition::shown(value),
    }
}
