//! What can be done with the chosen rows of a list. Its height is kept free, so it never covers the sums.

use maud::{Markup, html};

use super::button::Button;
use super::icon::Icon;
use crate::words::Speech;

/// The bar under a `form data-list`; `acts` are buttons that send the form, `wider` chooses more than the rows seen.
#[must_use]
pub fn bulk_bar(chosen: usize, wider: &Markup, acts: &[Button], speech: &Speech) -> Markup {
    let any = speech.t_with("selected", &[("count", "{count}".into())]);
    html! {
        div.bulk data-bulk="" data-any[chosen > 0] {
            b data-selected=(any) aria-live="polite" { (speech.t_with("selected", &[("count", chosen.into())])) }
            (wider)
            @for act in acts { (act) }
            (Button::quiet(speech.t("clear-selection")).bare(Icon::Cross).small().attr("data-clear", ""))
        }
    }
}
