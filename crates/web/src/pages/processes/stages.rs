//! What each stage is for, what holds a deal there, and where it may go.

use desk::process::ProcessSeen;
use maud::{Markup, html};
use process::{End, Move, NextStepRule, Span, Stage};

use super::needs::{field_name, needs};
use super::strands::strands;
use super::ways::{effects, is_forward, other_ways, ways_out};
use crate::pages::known::{Known, said};
use crate::routes;
use crate::ui::{Button, Fact, Icon, Tone, chip, facts, panel};
use crate::words::Speech;

pub fn stages(seen: &ProcessSeen, known: &Known, speech: &Speech) -> Markup {
    let always = seen.definition.always();
    html! {
        @for stage in seen.definition.stages() {
            div.stage-panel id=(format!("stage-{}", stage.key)) {
                (panel(&said(&stage.title, speech), None, &head(seen, stage, speech), &body(seen, stage, known, speech)))
            }
        }
        @if !seen.definition.moves().iter().all(is_forward) {
            (panel(&speech.t("process-other-moves"), None, &Markup::default(), &other_ways(&seen.definition, known, speech)))
        }
        (strands(&seen.definition, known, speech))
        @if !always.is_empty() {
            (panel(&speech.t("process-always"), None, &Markup::default(), &html! {
                p { (speech.t("process-always-about")) }
                (needs(always, known, speech))
            }))
        }
    }
}

/// How many deals stand here, leading to them, and how likely they are won.
fn head(seen: &ProcessSeen, stage: &Stage, speech: &Speech) -> Markup {
    let here = seen.totals.iter().filter(|total| total.stage == stage.key);
    let deals: i64 = here.map(|total| total.deals).sum();
    let count = speech.t_with("process-deals", &[("count", deals.into())]);
    let status = if stage.is_open() { "open" } else { "any" };
    let asked = [("process", seen.row.process.as_str()), ("stage", stage.key.as_str()), ("status", status)];
    html! {
        @match stage.ends {
            None if seen.row.runs_on != "deal" => {},
            None => (chip(Tone::Plain, None, &speech.t_with("process-chance", &[("chance", speech.percent(i64::from(stage.probability)).into())]))),
            Some(End::Won) => (chip(Tone::Green, Some(Icon::Check), &speech.t("process-ends-won"))),
            Some(End::Lost) => (chip(Tone::Plain, Some(Icon::Cross), &speech.t("process-ends-lost"))),
            Some(End::Closed) => (chip(Tone::Plain, Some(Icon::Check), &speech.t("process-ends-closed"))),
        }
        @if seen.row.runs_on != "deal" {}
        @else if deals > 0 { (Button::quiet(count).small().icon(Icon::List).href(routes::query(&routes::deal_list(), &asked))) }
        @else { span.hint { (count) } }
    }
}

fn body(seen: &ProcessSeen, stage: &Stage, known: &Known, speech: &Speech) -> Markup {
    let moves: Vec<&Move> = seen.definition.moves_from(&stage.key).collect();
    let entering = effects(&stage.on_enter, known, speech);
    let mut all = Vec::new();
    let mut fact = |key: &str, is: Markup| all.push(Fact::new(speech.t(key), is));
    if !stage.to_enter.is_empty() {
        fact("process-to-enter", needs(&stage.to_enter, known, speech));
    }
    if !stage.to_go_on.is_empty() {
        fact("process-to-go-on", needs(&stage.to_go_on, known, speech));
    }
    if stage.is_open() {
        fact("process-next-step", html! { (next_step(stage.next_step.as_ref(), known, speech)) });
    }
    if let Some(span) = stage.rots_after {
        fact("process-rots", html! { (span_words(span, speech)) });
    }
    if !entering.is_empty() {
        fact(
            "process-entering",
            html! { ul.plain-list role="list" { @for one in &entering { li { (one) } } } },
        );
    }
    let leaving = effects(&stage.on_leave, known, speech);
    if !leaving.is_empty() {
        fact(
            "process-leaving",
            html! { ul.plain-list role="list" { @for one in &leaving { li { (one) } } } },
        );
    }
    if !stage.locks.is_empty() {
        let locked: Vec<String> = stage.locks.iter().map(|field| field_name(field, speech)).collect();
        fact("process-locks", html! { (locked.join(", ")) });
    }
    if stage.no_way_back {
        fact("process-floor", html! { (speech.t("process-floor-about")) });
    }
    if stage.never_skip || stage.may_skip {
        let key = if stage.never_skip { "process-never-skip" } else { "process-may-skip" };
        fact("process-way", html! { (speech.t(key)) });
    }
    if !moves.is_empty() {
        fact("process-moves", ways_out(&seen.definition, &moves, known, speech));
    }
    html! {
        p.stage-help { (said(&stage.help, speech)) }
        div.stage-facts { (facts(&all)) }
    }
}

/// Whether a next step is asked, and what the process plans where nobody does.
fn next_step(rule: Option<&NextStepRule>, known: &Known, speech: &Speech) -> String {
    let Some(rule) = rule else { return speech.t("process-next-step-not") };
    let Some(plan) = &rule.else_plan else { return speech.t("process-next-step-required") };
    let mut what = vec![known.kind(&plan.activity_type)];
    if let Some(within) = plan.within {
        what.push(speech.t_with("process-plans-within", &[("span", span_words(within, speech).into())]));
    }
    if let Some(length) = plan.length {
        what.push(speech.t_with("process-plans-length", &[("span", span_words(length, speech).into())]));
    }
    speech.t_with("process-next-step-else", &[("what", what.join(", ").into())])
}

fn span_words(span: Span, speech: &Speech) -> String {
    let (key, count) = match span {
        Span::Minutes(n) => ("span-minutes", n),
        Span::Hours(n) | Span::WorkingHours(n) => ("span-hours", n),
        Span::Days(n) => ("span-days", n),
        Span::Weeks(n) => ("span-weeks", n),
        Span::Months(n) => ("span-months", n),
        Span::WorkingDays(n) => ("span-working-days", n),
    };
    speech.t_with(key, &[("count", count.into())])
}
