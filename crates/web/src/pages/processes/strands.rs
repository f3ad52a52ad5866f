//! What runs beside the stages, in words: states, who brings each on, when it is there.

use maud::{Markup, html};
use process::{Definition, Move, State, StateClass, Strand, StrandKind, Target};

use super::needs::needs;
use super::ways::{asks, taken_when};
use crate::pages::known::{Known, said};
use crate::ui::{Fact, Icon, Tone, chip, facts, panel};
use crate::words::Speech;

pub fn strands(definition: &Definition, known: &Known, speech: &Speech) -> Markup {
    html! {
        @for strand in definition.strands() {
            div.stage-panel id=(format!("strand-{}", strand.key)) {
                (panel(&said(&strand.title, speech), None, &kind(strand, speech), &body(definition, strand, known, speech)))
            }
        }
    }
}

fn kind(strand: &Strand, speech: &Speech) -> Markup {
    let key = match strand.kind {
        StrandKind::Plain => "process-strand",
        StrandKind::Approval => "process-approval",
        StrandKind::HandOff => "process-hand-off",
        StrandKind::Hold => "process-hold",
    };
    chip(Tone::Plain, Some(Icon::Flow), &speech.t(key))
}

fn body(definition: &Definition, strand: &Strand, known: &Known, speech: &Speech) -> Markup {
    let mut all = Vec::new();
    let mut fact = |key: &str, is: Markup| all.push(Fact::new(speech.t(key), is));
    let title = |key: &String| definition.stage(key).map(|stage| said(&stage.title, speech));
    let stages: Vec<String> = strand.stages.iter().filter_map(title).collect();
    if !stages.is_empty() {
        fact("process-strand-in", html! { (stages.join(", ")) });
    }
    if let Some(present) = &strand.present {
        fact("process-strand-if", html! { (said(&present.in_words(), speech)) });
    }
    fact(
        "process-strand-states",
        html! { div.acts { @for state in &strand.states { (of(state, speech)) } } },
    );
    fact(
        "process-strand-moves",
        html! {
            ul.plain-list role="list" { @for way in &strand.moves { li { (line(strand, way, known, speech)) } } }
        },
    );
    html! { div.stage-facts { (facts(&all)) } }
}

fn of(state: &State, speech: &Speech) -> Markup {
    let (tone, drawing) = match state.class {
        StateClass::Open => (Tone::Plain, None),
        StateClass::Done => (Tone::Green, Some(Icon::Check)),
        StateClass::Failed => (Tone::Red, Some(Icon::Cross)),
    };
    chip(tone, drawing, &said(&state.title, speech))
}

/// A move in one line: from where to where, by whom, on what condition.
fn line(strand: &Strand, way: &Move, known: &Known, speech: &Speech) -> Markup {
    let title = |key: &str| strand.state(key).map(|state| said(&state.title, speech)).unwrap_or_default();
    let from: Vec<String> = way.from.iter().map(|key| title(key)).collect();
    let to = match &way.to {
        Target::Stage(key) => title(key),
        Target::First(branches) => {
            branches.iter().map(|branch| title(&branch.to)).collect::<Vec<_>>().join(" / ")
        }
        _ => String::new(),
    };
    let mut lines = taken_when(way, speech);
    if !way.by.is_empty() {
        lines.push(speech.t_with("process-by", &[("parts", way.by.join(", ").into())]));
    }
    if !way.not_by.is_empty() {
        lines.push(speech.t_with("process-not-by", &[("parts", way.not_by.join(", ").into())]));
    }
    let asked = asks(&way.asks, known, speech);
    if !asked.is_empty() {
        lines.push(speech.t_with("process-asks", &[("what", asked.join("; ").into())]));
    }
    html! {
        b { (said(&way.title, speech)) } " " span { (from.join(", ")) " → " (to) }
        @if !lines.is_empty() { " " small { (lines.join(" · ")) } }
        @if !way.needs.is_empty() { (needs(&way.needs, known, speech)) }
    }
}
