//! The stages of a case in a row: done, now, ahead. On a phone the words shrink to "Step 3 of 6".

use maud::{Markup, html};

use super::icon::{Icon, icon};
use super::tag::unseen;
use crate::words::Speech;

/// How a stage stands to the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    Done,
    Now,
    /// Reachable next; `usize` things are missing for it.
    Next(usize),
    Ahead,
}

/// One stage of the bar.
#[derive(Debug, Clone)]
pub struct Segment {
    pub name: String,
    pub stand: Stand,
    /// "2 Nov · 4 days", "Day 9 · usual 7", "Optional".
    pub detail: String,
}

/// A page may show several: each is told by its process.
#[must_use]
pub fn process_bar(process: &str, segments: &[Segment], speech: &Speech) -> Markup {
    html! {
        section.process-bar aria-label=(speech.t_with("process-bar", &[("process", process.into())])) {
            ol role="list" { @for segment in segments { (stage(segment, speech)) } }
            @if let Some(place) = segments.iter().position(|segment| segment.stand == Stand::Now) {
                p.process-now aria-hidden="true" {
                    b { (speech.t_with("stage-step", &[
                        ("step", (place + 1).into()),
                        ("total", segments.len().into()),
                        ("name", segments[place].name.as_str().into()),
                    ])) }
                    span { (segments[place].detail) }
                }
            }
        }
    }
}

fn stage(segment: &Segment, speech: &Speech) -> Markup {
    let (name, drawing, word) = match segment.stand {
        Stand::Done => ("done", Some(Icon::Check), speech.t("stage-done")),
        Stand::Now => ("now", None, speech.t("stage-now")),
        Stand::Next(1..) => ("ahead", Some(Icon::Lock), speech.t("stage-ahead")),
        Stand::Next(0) | Stand::Ahead => ("ahead", None, speech.t("stage-ahead")),
    };
    let detail = match segment.stand {
        Stand::Next(missing @ 1..) => speech.t_with("stage-missing", &[("count", missing.into())]),
        _ => segment.detail.clone(),
    };
    html! {
        li data-stand=(name) aria-current=[(segment.stand == Stand::Now).then_some("step")] {
            span.stage-name title=(segment.name) {
                @if let Some(which) = drawing { (icon(which)) }
                span { (segment.name) } (unseen(&format!(", {word}")))
            }
            small { (detail) }
        }
    }
}
