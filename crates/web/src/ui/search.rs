//! The search box of the top bar. With script it opens the palette, without it asks the search page.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::words::Speech;

#[must_use]
pub fn search_box(speech: &Speech) -> Markup {
    let words = speech.t("search-or-jump");
    html! {
        form.search action="/search" role="search" aria-label=(words) data-search="" {
            (icon(Icon::Search))
            input type="search" name="q" placeholder=(words) aria-label=(words) autocomplete="off";
            kbd aria-hidden="true" { "Ctrl K" }
        }
    }
}
