//! Notices, newest first; those not read stand out.

use axum::extract::{Query, State};
use desk::notification::{ListNotifications, NotificationRow};
use maud::{Markup, html};
use process::Words;
use serde::Deserialize;
use serde_json::Value;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::said;
use crate::routes;
use crate::ui::{Button, Icon, Nav, Page, Tone, chip, empty_state, icon};
use crate::visitor::Visitor;
use crate::words::Speech;

/// Notices of a page.
const SHOWN: i64 = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// The last notice of the page before.
    before: String,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let look = ListNotifications { before: asked.before.parse().ok(), limit: SHOWN };
    let rows = app.desk.read(visitor.actor(), look).await;
    let rows = rows.map_err(|error| Trouble::from(error).told(&visitor))?;
    let speech = &visitor.speech;
    let older = rows.last().filter(|_| rows.len() as i64 == SHOWN);
    let older = older.map(|last| routes::query(routes::NOTICES, &[("before", &last.id.to_string())]));
    let body = html! {
        @if rows.is_empty() { (empty_state(&speech.t("notices-none"), &speech.t("notices-none-detail"), &[])) }
        @else { ul.task-list.notices role="list" { @for notice in &rows { (row(notice, &visitor)) } } }
        @if let Some(address) = older { div.acts.notices { (Button::plain(speech.t("notices-older")).href(address)) } }
    };
    let mut page = Page::new(speech.t("nav-notices"), Nav::Elsewhere, body);
    if visitor.counts.unread > 0 {
        page.actions = html! {
            form method="post" action=(routes::act(routes::NOTICES, "read")) {
                (visitor.token())
                (Button::plain(speech.t("notice-read-all")).icon(Icon::Check).submit())
            }
        };
    }
    Ok(visitor.page(&page))
}

fn row(notice: &NotificationRow, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let (drawing, what) = told(notice, speech);
    let is_new = notice.read_at.is_none();
    html! {
        li.task-row data-new[is_new] {
            span.task-kind { (icon(drawing)) }
            div.task-words {
                @match (notice.deal_id, &notice.deal_name) {
                    (Some(id), Some(name)) => { a href=(routes::deal(id)) title=(what) { (what) } small title=(name) { (name) } }
                    _ => { span.told { (what) } }
                }
            }
            @if is_new { (chip(Tone::Accent, Some(Icon::Bell), &speech.t("notice-new"))) }
            time.task-when datetime=(notice.created_at) title=(speech.when_full(notice.created_at)) {
                (speech.when(notice.created_at))
            }
            @if is_new { (mark_read(notice.id, visitor)) } @else { span.no-step {} }
        }
    }
}

fn mark_read(id: i64, visitor: &Visitor) -> Markup {
    html! {
        form method="post" action=(routes::act(&format!("{}/{id}", routes::NOTICES), "read")) {
            (visitor.token())
            (Button::quiet(visitor.speech.t("notice-read")).bare(Icon::Check).small().submit())
        }
    }
}

/// What the notice says; a process says it in words of its own.
fn told(notice: &NotificationRow, speech: &Speech) -> (Icon, String) {
    let body: Value = serde_json::from_str(&notice.body).unwrap_or_default();
    let words = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(_) => {
            serde_json::from_value::<Words>(value.clone()).ok().map(|words| said(&words, speech))
        }
        _ => None,
    };
    let own = body.get("text").and_then(words).filter(|words| !words.is_empty());
    match notice.kind.as_str() {
        "assigned" => (Icon::Person, speech.t("notice-assigned")),
        "process" => (Icon::Flow, own.unwrap_or_else(|| speech.t("notice-process"))),
        _ => (Icon::Info, own.unwrap_or_else(|| speech.t("notice-other"))),
    }
}
