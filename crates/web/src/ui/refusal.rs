//! "Not yet": what holds, what is missing, the one act that mends it, and a way to leave it.

use maud::{Markup, html};

use super::button::Button;
use super::icon::{Icon, icon};
use super::needs::{Need, need_list};
use crate::words::Speech;

/// A move that was refused.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// "Not yet: Kestrel Logistics stays in Discovery".
    pub title: String,
    /// "Presentation asks for two things. One is missing."
    pub words: String,
    pub needs: Vec<Need>,
    /// A grey box above the acts: a time when both are free.
    pub offer: Markup,
    /// The one act that mends it.
    pub mend: Option<Button>,
}

/// The answer (422) to a refused move, as a dialog the board opens.
#[must_use]
pub fn refusal(refused: &Refusal, speech: &Speech) -> Markup {
    html! {
        dialog.dialog.refusal #refusal aria-labelledby="refusal-title" data-opens="" {
            h2 #refusal-title { (icon(Icon::Lock)) span { (refused.title) } }
            p { (refused.words) }
            (need_list(&refused.needs, speech))
            @if !refused.offer.0.is_empty() { div.offer { (refused.offer) } }
            form.acts method="dialog" {
                @if let Some(mend) = &refused.mend { (mend.clone().attr("autofocus", "")) }
                (Button::quiet(speech.t("leave-it")).submit())
            }
        }
    }
}
