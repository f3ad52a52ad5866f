//! Something shown only once, to be copied: a token, a link to join.

use maud::{Markup, html};

use crate::ui::{Button, Icon};
use crate::words::Speech;

/// The words that nobody sees again, with what to do with them.
pub(in crate::pages) fn secret_panel(title: &str, about: &str, secret: &str, speech: &Speech) -> Markup {
    html! {
        section.panel.secret role="status" {
            header.panel-head { h2 { (title) } }
            div.panel-body {
                p { (about) }
                div.secret-line {
                    code #secret { (secret) }
                    (Button::main(speech.t("settings-copy")).icon(Icon::Paper).attr("data-copies", "#secret")
                        .attr("data-copied", speech.t("settings-copied")).attr("hidden", ""))
                }
            }
        }
    }
}
