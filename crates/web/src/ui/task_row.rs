//! A row of My day: a circle to complete, what, for whom, when, and its one act.

use maud::{Markup, html};

use super::button::Button;
use super::icon::{Icon, icon};
use super::tag::unseen;
use crate::words::Speech;

/// One thing to do.
#[derive(Debug, Clone)]
pub struct TaskRow {
    /// Unique on the page.
    pub id: String,
    pub icon: Icon,
    pub what: String,
    /// Where the row leads.
    pub href: String,
    /// "Harrow & Dale Estates · Follow-Up · £15,700".
    pub about: String,
    /// "5 days late", "11:00 to 12:00".
    pub when: String,
    /// Its time has passed.
    pub late: bool,
    /// Where completing it is posted.
    pub complete: Option<String>,
    pub act: Option<Button>,
}

#[must_use]
pub fn task_row(row: &TaskRow, csrf: &str, speech: &Speech) -> Markup {
    html! {
        li.task-row id=(row.id) {
            @if let Some(address) = &row.complete {
                form method="post" action=(address) data-hx-post=(address) data-hx-target="closest li" data-hx-swap="outerHTML" {
                    input type="hidden" name="_csrf" value=(csrf);
                    button.circle type="submit" title=(speech.t_with("complete", &[("what", row.what.as_str().into())])) {
                        (icon(Icon::Check))
                        (unseen(&speech.t_with("complete", &[("what", row.what.as_str().into())])))
                    }
                }
            }
            span.task-kind { (icon(row.icon)) }
            div.task-words {
                a href=(row.href) title=(row.what) { (row.what) }
                small title=(row.about) { (row.about) }
            }
            span.task-when data-tone=[row.late.then_some("red")] { (row.when) }
            @if let Some(act) = &row.act { (act) }
        }
    }
}
