//! What just happened, for eight seconds; for thirty with a way back.

use maud::{Markup, html};

use super::button::Button;
use super::icon::Icon;
use crate::words::Speech;

/// Something done.
#[derive(Debug, Clone, Default)]
pub struct Toast {
    /// "Call with Tom Keller logged."
    pub words: String,
    /// "+5 points".
    pub points: Option<String>,
    /// Where undoing it is posted.
    pub undo: Option<String>,
}

/// Send it beside an answer: it finds its place by itself (`hx-swap-oob`).
#[must_use]
pub fn toast(done: &Toast, csrf: &str, speech: &Speech) -> Markup {
    html! {
        div data-hx-swap-oob="beforeend:#toasts" {
            div.toast data-toast="" {
                p { (done.words) @if let Some(points) = &done.points { " " span { (points) } } }
                @if let Some(address) = &done.undo {
                    (way_back(address, csrf, speech))
                }
            }
        }
    }
}

/// The button that takes it back, by its key too.
pub(super) fn way_back(address: &str, csrf: &str, speech: &Speech) -> Markup {
    html! {
        form method="post" action=(address) data-hx-post=(address) data-hx-swap="none" data-undo="" {
            input type="hidden" name="_csrf" value=(csrf);
            (Button::quiet(speech.t("undo")).icon(Icon::Undo).key("Z").small().submit())
        }
    }
}
