//! Views of the same thing: saved views as tabs with counts, ways of showing as a switch. All are links.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// One view.
#[derive(Debug, Clone)]
pub struct Tab {
    pub label: String,
    pub href: String,
    pub icon: Option<Icon>,
    pub count: Option<String>,
    pub chosen: bool,
}

impl Tab {
    #[must_use]
    pub fn new(label: impl Into<String>, href: impl Into<String>, chosen: bool) -> Self {
        Self { label: label.into(), href: href.into(), icon: None, count: None, chosen }
    }
}

/// Saved views in a row.
#[must_use]
pub fn tabs(label: &str, all: &[Tab]) -> Markup {
    html! { nav.tabs aria-label=(label) { (links(all)) } }
}

/// Two to four ways of showing, joined.
#[must_use]
pub fn switch(label: &str, all: &[Tab]) -> Markup {
    html! { nav.switch aria-label=(label) { (links(all)) } }
}

fn links(all: &[Tab]) -> Markup {
    html! {
        ul role="list" {
            @for tab in all {
                li {
                    a href=(tab.href) aria-current=[tab.chosen.then_some("true")] {
                        @if let Some(which) = tab.icon { (icon(which)) }
                        (tab.label)
                        @if let Some(count) = &tab.count { " " span.count { (count) } }
                    }
                }
            }
        }
    }
}
