//! What belongs here when there is nothing yet, and ways to begin.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// One way to begin.
#[derive(Debug, Clone)]
pub struct Begin {
    pub icon: Icon,
    pub title: String,
    pub detail: String,
    pub href: String,
}

/// One sentence, why, and two or three ways to begin; the first is the usual one.
#[must_use]
pub fn empty_state(title: &str, detail: &str, ways: &[Begin]) -> Markup {
    html! {
        section.empty {
            h2 { (title) }
            p { (detail) }
            @if !ways.is_empty() {
                ul.ways role="list" {
                    @for way in ways {
                        li {
                            a.way href=(way.href) {
                                span.way-icon { (icon(way.icon)) }
                                span { b { (way.title) } small { (way.detail) } }
                                (icon(Icon::ChevronRight))
                            }
                        }
                    }
                }
            }
        }
    }
}
