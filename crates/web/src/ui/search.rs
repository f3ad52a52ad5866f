//! The search box of the top bar. With script it opens the palette, without it asks the search page.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::words::Speech;

#[must_use]
pub fn search_box(speech: &Speech) -> Markup {
    let words = speech.t("search-or-jump");
    html! {
        form.search action="/search" role="search" aria-label=(words) data-search="" {
            input type="search" name="q" placeholder=(words) aria-label=(words) autocomplete="off";
            (search_go(Icon::Search, speech))
            kbd aria-hidden="true" { "Ctrl K" }
        }
    }
}

/// The drawing at the beginning of a search field sends it, by pointer; by key, Enter in the field does.
#[must_use]
pub fn search_go(drawing: Icon, speech: &Speech) -> Markup {
    html! { button.search-go type="submit" tabindex="-1" aria-label=(speech.t("find-do")) { (icon(drawing)) } }
}
