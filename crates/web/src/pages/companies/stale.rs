//! Somebody changed the record since the form was opened.

use maud::{Markup, html};

use crate::ui::{Edge, Icon, Tone, strip};
use crate::words::Speech;

/// Says so, with a way to look at the record beside.
pub(in crate::pages) fn stale_strip(record: &str, speech: &Speech) -> Markup {
    let acts =
        html! { a.button href=(record) target="_blank" rel="noopener" { (speech.t("company-stale-see")) } };
    html! {
        div role="alert" tabindex="-1" data-focus="" {
            (strip(Edge(Tone::Amber), Icon::Warning, &html! { b { (speech.t("stale")) } }, "", &acts))
        }
    }
}
