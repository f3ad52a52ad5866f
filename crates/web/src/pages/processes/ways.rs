//! The moves that leave a stage: where each leads, what holds it back, what it asks and does.

use maud::{Markup, html};
use process::{AskSpec, Definition, EffectAct, EffectSpec, Move, MoveKind, Target};

use super::needs::{field_name, needs};
use crate::pages::known::{Known, said};
use crate::ui::{Icon, icon};
use crate::words::Speech;

/// Forward moves in full; refusals and returns, which many stages share, as chips alone.
pub fn ways_out(definition: &Definition, moves: &[&Move], known: &Known, speech: &Speech) -> Markup {
    let (forward, others): (Vec<&Move>, Vec<&Move>) = moves.iter().partition(|way| is_forward(way));
    html! {
        ul.ways-out role="list" {
            @for way in forward { li { (in_full(definition, way, known, speech)) } }
            @if !others.is_empty() { li.ways-aside { @for way in others { (chip_of(definition, way, speech)) } } }
        }
    }
}

/// Refusals, returns and reopenings in full, each once, with the stages they leave.
pub fn other_ways(definition: &Definition, known: &Known, speech: &Speech) -> Markup {
    html! {
        ul.ways-out role="list" {
            @for way in definition.moves().iter().filter(|way| !is_forward(way)) {
                li {
                    (in_full(definition, way, known, speech))
                    small { (speech.t_with("process-move-from", &[("stages", from(definition, way, speech).into())])) }
                }
            }
        }
    }
}

pub fn is_forward(way: &Move) -> bool {
    matches!(way.kind, MoveKind::Start | MoveKind::Forward)
}

fn in_full(definition: &Definition, way: &Move, known: &Known, speech: &Speech) -> Markup {
    let mut lines = taken_when(way, speech);
    let asked = asks(&way.asks, known, speech);
    if !asked.is_empty() {
        lines.push(speech.t_with("process-asks", &[("what", asked.join("; ").into())]));
    }
    lines.extend(effects(&way.effects, known, speech));
    html! {
        (chip_of(definition, way, speech))
        @if !way.needs.is_empty() { (needs(&way.needs, known, speech)) }
        @if !lines.is_empty() { small { (lines.join(" · ")) } }
    }
}

/// By whose hand, on what condition and for how long.
pub fn taken_when(way: &Move, speech: &Speech) -> Vec<String> {
    let mut lines = Vec::new();
    let condition = way.guard.as_ref().map(|guard| said(&guard.in_words(), speech));
    let changed: Vec<String> = way.if_changed.iter().map(|field| field_name(field, speech)).collect();
    match (way.by_itself, condition) {
        (true, Some(condition)) => {
            lines.push(speech.t_with("process-itself-if", &[("what", condition.into())]))
        }
        (true, None) => lines.push(speech.t("process-itself")),
        (false, Some(condition)) => {
            lines.push(speech.t_with("process-only-if", &[("what", condition.into())]))
        }
        (false, None) => {}
    }
    if !changed.is_empty() {
        lines.push(speech.t_with("process-if-changed", &[("fields", changed.join(", ").into())]));
    }
    if let Some(days) = way.within_days {
        lines.push(speech.t_with("process-within-days", &[("count", days.into())]));
    }
    lines
}

fn from(definition: &Definition, way: &Move, speech: &Speech) -> String {
    let title = |key: &String| definition.stage(key).map(|stage| said(&stage.title, speech));
    way.from.iter().filter_map(title).collect::<Vec<_>>().join(", ")
}

/// The move as a chip that leads to the stage it goes to.
fn chip_of(definition: &Definition, way: &Move, speech: &Speech) -> Markup {
    let words = html! {
        (icon(drawing(way.kind))) b { (said(&way.title, speech)) } " " span { (leads(definition, way, speech)) }
    };
    html! {
        @if let Target::Stage(key) = &way.to { a.chip href=(format!("#stage-{key}")) { (words) } }
        @else { span.chip { (words) } }
    }
}

fn leads(definition: &Definition, way: &Move, speech: &Speech) -> String {
    match &way.to {
        Target::Stage(key) => {
            let stage = definition.stage(key).map_or_else(|| key.clone(), |stage| said(&stage.title, speech));
            speech.t_with("process-move-to", &[("stage", stage.into())])
        }
        Target::AnyVisited => speech.t("process-move-visited"),
        Target::LastOpen => speech.t("process-move-last"),
        Target::Stay => speech.t("process-move-stay"),
        // Only a strand's move branches, and those say their states.
        Target::First(_) => String::new(),
    }
}

fn drawing(kind: MoveKind) -> Icon {
    match kind {
        MoveKind::Start | MoveKind::Forward | MoveKind::Strand => Icon::Right,
        MoveKind::Return | MoveKind::FallBack => Icon::Undo,
        MoveKind::Amend => Icon::Pen,
        MoveKind::Refusal => Icon::Cross,
        MoveKind::Reopen => Icon::Repeat,
    }
}

pub fn asks(asks: &[AskSpec], known: &Known, speech: &Speech) -> Vec<String> {
    let one = |ask: &AskSpec| match ask {
        AskSpec::Plan { types, .. } if !types.is_empty() => {
            types.iter().map(|kind| known.kind(kind)).collect::<Vec<_>>().join(", ")
        }
        AskSpec::Field { title, .. }
        | AskSpec::OneOf { title, .. }
        | AskSpec::Text { title, .. }
        | AskSpec::Plan { title, .. } => said(title, speech),
    };
    asks.iter().map(one).collect()
}

/// What happens by itself, in words.
pub fn effects(effects: &[EffectSpec], known: &Known, speech: &Speech) -> Vec<String> {
    let one = |effect: &EffectSpec| match &effect.act {
        EffectAct::CreateTask { title, .. } => {
            speech.t_with("process-does-task", &[("title", said(title, speech).into())])
        }
        EffectAct::PlanActivity { activity_type, .. } => {
            speech.t_with("process-does-plan", &[("kind", known.kind(activity_type).into())])
        }
        EffectAct::SetField { field, .. } => {
            speech.t_with("process-does-fill", &[("field", field_name(field, speech).into())])
        }
        EffectAct::Note { .. } => speech.t("process-does-note"),
        EffectAct::Notify { .. } => speech.t("process-does-notify"),
        EffectAct::Take { .. } => speech.t("process-does-ask"),
        EffectAct::Move { process, take } => speech.t_with(
            "process-does-move",
            &[("process", process.as_str().into()), ("move", take.as_str().into())],
        ),
        EffectAct::CancelPlans => speech.t("process-does-cancel"),
        EffectAct::Start { process } => {
            speech.t_with("process-does-start", &[("process", process.as_str().into())])
        }
    };
    effects.iter().map(one).collect()
}
