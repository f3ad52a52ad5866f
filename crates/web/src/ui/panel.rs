//! Surfaces that hold things together: a panel with a head, a strip with one matter and its acts.

use maud::{Markup, html};

use super::chip::Tone;
use super::icon::{Icon, icon};

/// The coloured start edge of a strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge(pub Tone);

/// A titled surface; `acts` stand at the end of its head.
#[must_use]
pub fn panel(title: &str, about: Option<&str>, acts: &Markup, body: &Markup) -> Markup {
    html! {
        section.panel {
            header.panel-head {
                h2 { (title) @if let Some(about) = about { " " span.about { (about) } } }
                div.acts { (acts) }
            }
            div.panel-body { (body) }
        }
    }
}

/// One matter in one line: the current step, a question of an import.
#[must_use]
pub fn strip(edge: Edge, drawing: Icon, words: &Markup, detail: &str, acts: &Markup) -> Markup {
    html! {
        section.strip data-tone=(edge.0.name()) {
            span.strip-icon { (icon(drawing)) }
            div.strip-words { p { (words) } @if !detail.is_empty() { small { (detail) } } }
            div.acts { (acts) }
        }
    }
}
