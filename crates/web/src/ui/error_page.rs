//! A page that says what happened, that nothing is lost, what to do, and a number to quote.

use maud::{Markup, html};

use super::button::Button;
use super::icon::{Icon, icon};

/// What went wrong, in the reader's words; it is the heading of a bare page.
#[derive(Debug, Clone)]
pub struct ErrorPage {
    pub title: String,
    /// What it means for them: "Nothing you saved is lost."
    pub detail: String,
    /// The number an administrator finds in the log, with its words: "Number to quote: 7f3a".
    pub quote: Option<String>,
    pub acts: Vec<Button>,
}

#[must_use]
pub fn error_page(error: &ErrorPage) -> Markup {
    html! {
        section.error-page {
            h1 { (icon(Icon::Warning)) (error.title) }
            p { (error.detail) }
            div.acts { @for act in &error.acts { (act) } }
            @if let Some(quote) = &error.quote { p.quote { (quote) } }
        }
    }
}
