//! The list of keyboard shortcuts, as a dialog over the page or a page of its own.

use axum::response::IntoResponse;
use maud::{Markup, html};

use crate::answer::Answer;
use crate::ui::{Button, Fact, Nav, Page, Width, dialog, facts};
use crate::visitor::Visitor;
use crate::words::Speech;

pub(super) async fn show(visitor: Visitor) -> Answer {
    let speech = &visitor.speech;
    let title = speech.t("keys-title");
    let body = lists(visitor.signed.single_keys, speech);
    if visitor.fragment {
        let acts = html! { (Button::plain(speech.t("close")).attr("data-close", "")) };
        return Ok(dialog("keys", &title, None, &body, &acts, speech).into_response());
    }
    let mut page = Page::new(title, Nav::Elsewhere, body);
    page.width = Width::Narrow;
    Ok(visitor.page(&page))
}

fn lists(single_keys: bool, speech: &Speech) -> Markup {
    let all = |rows: &[(&[&str], String)]| {
        let fact = |(keys, what): &(&[&str], String)| Fact::new(what, strokes(keys, speech));
        facts(&rows.iter().map(fact).collect::<Vec<Fact>>())
    };
    html! {
        p.hint { (speech.t("keys-about")) @if !single_keys { " " b { (speech.t("keys-off")) } } }
        section.stack {
            h3 { (speech.t("keys-everywhere")) }
            (all(&[
                (&["Ctrl K"], speech.t("keys-palette")),
                (&["/"], speech.t("keys-palette")),
                (&["Ctrl ↵"], speech.t("keys-send")),
                (&["Esc"], speech.t("keys-close")),
                (&["Z"], speech.t("keys-undo")),
                (&["?"], speech.t("keys-all")),
            ]))
        }
        section.stack {
            h3 { (speech.t("keys-here")) }
            (all(&[
                (&["C"], speech.t("keys-call")),
                (&["N"], speech.t("keys-note")),
                (&["A"], speech.t("keys-activity")),
                (&["T"], speech.t("keys-task")),
                (&["M"], speech.t("keys-move-card")),
                (&["E"], speech.t("keys-edit")),
                (&["J", "K"], speech.t("keys-walk")),
                (&["← ↑ ↓ →"], speech.t("keys-arrows")),
                (&["X"], speech.t("keys-tick")),
                (&["→", "↵"], speech.t("keys-inline")),
            ]))
        }
        section.stack {
            h3 { (speech.t("keys-move")) }
            (all(&[
                (&["G", "D"], speech.t("nav-day")),
                (&["G", "B"], speech.t("nav-deals")),
                (&["G", "C"], speech.t("nav-companies")),
                (&["G", "P"], speech.t("nav-people")),
                (&["G", "R"], speech.t("nav-reports")),
            ]))
        }
    }
}

fn strokes(keys: &[&str], speech: &Speech) -> Markup {
    let is_chord = keys.first() == Some(&"G");
    html! {
        @for (place, key) in keys.iter().enumerate() {
            @if place > 0 { " " @if is_chord { (speech.t("keys-then")) " " } }
            kbd { (key) }
        }
    }
}
