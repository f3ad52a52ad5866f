//! What the palette found: records first, then acts, then pages. The answer to `/search/palette?q=`.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// A heading with what was found under it.
#[derive(Debug, Clone)]
pub struct Finds {
    pub title: String,
    pub all: Vec<Find>,
}

/// One record, act or page.
#[derive(Debug, Clone)]
pub struct Find {
    pub icon: Icon,
    pub href: String,
    /// The words, with what was typed in `mark`.
    pub words: Markup,
    /// A grey word on the right: "Company · 3 deals".
    pub aside: String,
    /// The shortcut that does the same.
    pub key: Option<&'static str>,
    /// Opens a dialog instead of a page.
    pub opens: bool,
}

/// The groups; `nothing` is said when there are none.
#[must_use]
pub fn palette(groups: &[Finds], nothing: &str) -> Markup {
    html! {
        @for group in groups {
            div role="group" aria-label=(group.title) {
                p.palette-title aria-hidden="true" { (group.title) }
                @for find in &group.all { (row(find)) }
            }
        }
        @if groups.is_empty() { div role="option" aria-disabled="true" { p.palette-title { (nothing) } } }
    }
}

fn row(find: &Find) -> Markup {
    html! {
        a href=(find.href) role="option" tabindex="-1" data-dialog=[find.opens.then_some("")] {
            (icon(find.icon))
            span { (find.words) }
            @if !find.aside.is_empty() { small { (find.aside) } }
            @if let Some(key) = find.key { kbd { (key) } }
        }
    }
}

/// `words` with every place of `typed` marked, whatever its case.
#[must_use]
pub fn marked(words: &str, typed: &str) -> Markup {
    let (low, sought) = (words.to_lowercase(), typed.trim().to_lowercase());
    // Lowering may change lengths in a few scripts; there nothing is marked rather than cut wrongly.
    let found = low.find(&sought).filter(|_| !sought.is_empty() && low.len() == words.len());
    let parts = found.and_then(|at| {
        Some((words.get(..at)?, words.get(at..at + sought.len())?, words.get(at + sought.len()..)?))
    });
    match parts {
        Some((before, hit, after)) => html! { (before) mark { (hit) } (after) },
        None => html! { (words) },
    }
}
