//! What each stage is for and what it asks.

use desk::process::ProcessSeen;
use maud::{Markup, html};
use process::{Definition, Level, Need, Span, Stage};

use crate::pages::known::said;
use crate::ui::{Icon, icon, panel};
use crate::words::Speech;

pub fn stages(seen: &ProcessSeen, speech: &Speech) -> Markup {
    html! {
        @for stage in seen.definition.stages() {
            div id=(format!("stage-{}", stage.key)) {
                (panel(&said(&stage.title, speech), Some(&about(seen, stage, speech)), &Markup::default(),
                    &words(&seen.definition, stage, speech)))
            }
        }
    }
}

/// "11 deals · 40 %".
fn about(seen: &ProcessSeen, stage: &Stage, speech: &Speech) -> String {
    let deals: i64 =
        seen.totals.iter().filter(|total| total.stage == stage.key).map(|total| total.deals).sum();
    let count = speech.t_with("process-deals", &[("count", deals.into())]);
    format!("{count} · {}", speech.percent(i64::from(stage.probability)))
}

fn words(definition: &Definition, stage: &Stage, speech: &Speech) -> Markup {
    let moves: Vec<String> = definition.moves_from(&stage.key).map(|way| said(&way.title, speech)).collect();
    html! {
        p { (said(&stage.help, speech)) }
        dl.facts {
            @if !stage.to_go_on.is_empty() { dt { (speech.t("process-to-go-on")) } dd { (needs(&stage.to_go_on, speech)) } }
            @if !stage.to_enter.is_empty() { dt { (speech.t("process-to-enter")) } dd { (needs(&stage.to_enter, speech)) } }
            @if stage.is_open() {
                dt { (speech.t("process-next-step")) }
                dd { (speech.t(if stage.next_step.is_some() { "process-next-step-required" } else { "process-next-step-not" })) }
            }
            @if let Some(span) = stage.rots_after { dt { (speech.t("process-rots")) } dd { (span_words(span, speech)) } }
            @if stage.never_skip { dt { (speech.t("process-way")) } dd { (speech.t("process-never-skip")) } }
            @if stage.may_skip { dt { (speech.t("process-way")) } dd { (speech.t("process-may-skip")) } }
            @if !moves.is_empty() { dt { (speech.t("process-moves")) } dd { (moves.join(" · ")) } }
        }
    }
}

fn needs(needs: &[Need], speech: &Speech) -> Markup {
    html! {
        ul.plain-list role="list" {
            @for need in needs {
                li { (icon(if need.level == Level::Block { Icon::Lock } else { Icon::Warning })) " " (said(&need.says, speech)) }
            }
        }
    }
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
