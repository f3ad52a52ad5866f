//! Forward and back through a long list, by the key of its first and last row.

use maud::{Markup, html};

use super::button::Button;
use super::icon::Icon;
use crate::words::Speech;

/// Addresses of the neighbouring pages and what is shown of what.
#[derive(Debug, Clone, Default)]
pub struct Pager {
    pub previous: Option<String>,
    pub next: Option<String>,
    /// "1 to 50".
    pub showing: String,
}

#[must_use]
pub fn pager(pages: &Pager, speech: &Speech) -> Markup {
    html! {
        nav.pager aria-label=(speech.t("pages")) {
            span { (pages.showing) }
            @if let Some(address) = &pages.previous {
                (Button::plain(speech.t("page-previous")).icon(Icon::ChevronLeft).small().href(address).attr("rel", "prev"))
            }
            @if let Some(address) = &pages.next {
                (Button::plain(speech.t("page-next")).icon(Icon::ChevronRight).small().href(address).attr("rel", "next"))
            }
        }
    }
}
