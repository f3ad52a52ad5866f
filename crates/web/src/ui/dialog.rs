//! A question in front of the page. The answer to `data-dialog` links; without script the same form is a page.

use maud::{Markup, html};

use super::button::Button;
use super::icon::Icon;
use crate::words::Speech;

/// A dialog with a title, a grey word beside it, what is asked and what can be done.
///
/// `body` and `acts` usually stand in one form: wrap both, or give the buttons a `form` attribute.
#[must_use]
pub fn dialog(
    id: &str,
    title: &str,
    about: Option<&str>,
    body: &Markup,
    acts: &Markup,
    speech: &Speech,
) -> Markup {
    let heading = format!("{id}-title");
    html! {
        dialog.dialog id=(id) aria-labelledby=(heading) data-opens="" {
            header.dialog-head {
                h2 id=(heading) { (title) @if let Some(about) = about { " " span.about { (about) } } }
                form method="dialog" { (Button::quiet(speech.t("close")).bare(Icon::Cross).submit()) }
            }
            div.dialog-body { (body) }
            footer.dialog-foot { (acts) }
        }
    }
}
