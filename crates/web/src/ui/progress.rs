//! How far something has come, in points of a quota or rows of an import.

use maud::{Markup, html};

/// A bar with its label; `value` of `of`, both in the same unit.
#[must_use]
pub fn progress(label: &str, value: i64, of: i64) -> Markup {
    html! {
        progress.progress aria-label=(label) value=(value.clamp(0, of.max(1))) max=(of.max(1)) { (value) " / " (of) }
    }
}
