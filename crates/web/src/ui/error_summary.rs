//! What to put right, on top of a form, with links to the fields. Focus goes here.

use maud::{Markup, html};

use super::field::FieldError;
use super::icon::{Icon, icon};
use crate::words::Speech;

/// Nothing when there is nothing to put right.
#[must_use]
pub fn error_summary(errors: &[FieldError], speech: &Speech) -> Markup {
    html! {
        @if !errors.is_empty() {
            section.error-summary tabindex="-1" autofocus data-focus="" aria-labelledby="errors-title" role="alert" {
                h2 #errors-title {
                    (icon(Icon::Warning))
                    (speech.t_with("errors-title", &[("count", errors.len().into())]))
                }
                ul role="list" {
                    @for error in errors {
                        li { a href={ "#" (error.field) } { (error.label) ": " (error.words) } }
                    }
                }
                p.hint { (speech.t("errors-kept")) }
            }
        }
    }
}
