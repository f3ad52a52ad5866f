//! Steps of a task that spans pages, such as an import: done, now, ahead.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use super::process_bar::Stand;
use super::tag::unseen;
use crate::words::Speech;

/// One step; `href` where one may go back to it.
#[derive(Debug, Clone)]
pub struct Step {
    pub name: String,
    pub stand: Stand,
    pub href: Option<String>,
}

#[must_use]
pub fn steps(all: &[Step], label: &str, speech: &Speech) -> Markup {
    html! {
        ol.steps role="list" aria-label=(label) {
            @for (place, step) in all.iter().enumerate() {
                @let stand = stand_name(step.stand);
                li data-stand=(stand) aria-current=[(step.stand == Stand::Now).then_some("step")] {
                    span.step-mark aria-hidden="true" {
                        @if step.stand == Stand::Done { (icon(Icon::Check)) } @else { (place + 1) }
                    }
                    @if let Some(address) = &step.href { a href=(address) { (step.name) } }
                    @else { span { (step.name) } }
                    @if step.stand == Stand::Done { (unseen(&format!(", {}", speech.t("stage-done")))) }
                }
            }
        }
    }
}

const fn stand_name(stand: Stand) -> &'static str {
    match stand {
        Stand::Done => "done",
        Stand::Now => "now",
        Stand::Next(_) | Stand::Ahead => "ahead",
    }
}
