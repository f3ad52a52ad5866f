//! The next step in one line: overdue, today, planned or none, each with colour, icon and word.

use jiff::Timestamp;
use maud::{Markup, html};

use super::icon::{Icon, icon};
use super::tag::unseen;
use crate::words::{Lateness, Speech};

/// What comes next on a deal.
#[derive(Debug, Clone)]
pub enum NextStep {
    Planned { at: Timestamp, what: String },
    None,
}

#[must_use]
pub fn next_step(step: &NextStep, speech: &Speech) -> Markup {
    match step {
        NextStep::Planned { at, what } => planned(*at, what, speech),
        NextStep::None => html! {
            span.next-step data-standing="none" {
                (icon(Icon::Plus)) b { (speech.t("no-next-step")) } span.what { (speech.t("plan-one")) }
            }
        },
    }
}

fn planned(at: Timestamp, what: &str, speech: &Speech) -> Markup {
    let (standing, drawing) = match speech.lateness(at) {
        Lateness::Days(_) | Lateness::Hours(_) => ("overdue", Icon::Exclamation),
        Lateness::Today => ("today", Icon::Clock),
        Lateness::Ahead => ("planned", Icon::Calendar),
    };
    html! {
        span.next-step data-standing=(standing) {
            (icon(drawing))
            @if standing == "overdue" { (unseen(&speech.t("overdue"))) " " }
            time.when datetime=(at) title=(speech.when_full(at)) { (speech.late_or_when(at)) }
            span.what title=(what) { (what) }
        }
    }
}
