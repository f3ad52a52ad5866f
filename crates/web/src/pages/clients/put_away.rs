//! Archiving a record from its page, and the strip over one that is archived.

use maud::{Markup, html};

use super::Noun;
use crate::routes;
use crate::ui::{Button, Edge, Icon, MenuItem, Tone, menu, strip};
use crate::visitor::Visitor;

/// The menu behind the dots of a record that may be put away.
pub(super) fn put_away(record: &str, label: String, visitor: &Visitor) -> Markup {
    let archive = MenuItem {
        icon: Some(Icon::Bin),
        post: true,
        ..MenuItem::link(label, routes::act(record, "archive"))
    };
    menu(&visitor.speech.t("more-acts"), &[archive], &visitor.signed.csrf)
}

/// Says that the record is put away, with the way back for those who may.
pub(in crate::pages) fn restore_strip(
    noun: Noun,
    record: &str,
    may_write: bool,
    visitor: &Visitor,
) -> Markup {
    let speech = &visitor.speech;
    let acts = html! {
        @if may_write {
            form method="post" action=(routes::act(record, "restore")) {
                (visitor.token())
                (Button::main(speech.t("archive-restore")).icon(Icon::Undo).submit())
            }
        }
    };
    let words = html! { b { (speech.t(noun.either("company-archived", "person-archived"))) } };
    let detail = speech.t(noun.either("company-archived-detail", "person-archived-detail"));
    strip(Edge(Tone::Amber), Icon::Bin, &words, &detail, &acts)
}
