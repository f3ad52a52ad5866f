//! Imports, newest first.

use axum::extract::{Query, State};
use desk::import::{ImportView, ListImports};
use maud::{Markup, html};
use serde::Deserialize;

use super::frame::figure;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::routes;
use crate::ui::{Begin, Button, Column, Icon, Nav, Page, Pager, Tone, chip, empty_state, pager, table_head};
use crate::visitor::Visitor;
use crate::words::Speech;

/// As many as the desk lists at once.
const PAGE: usize = 50;

#[derive(Deserialize)]
pub struct Asked {
    before: Option<i64>,
}

pub async fn show(State(app): State<App>, Query(asked): Query<Asked>, visitor: Visitor) -> Answer {
    let imports = app.desk.read(visitor.actor(), ListImports { before: asked.before }).await;
    let imports = imports.map_err(|error| Trouble::from(error).told(&visitor))?;
    let speech = &visitor.speech;
    let body = if imports.is_empty() { empty(speech) } else { table(&imports, speech) };
    let mut page = Page::new(speech.t("nav-import"), Nav::Import, body);
    page.actions =
        html! { (Button::main(speech.t("import-new")).icon(Icon::Plus).href(routes::new_import())) };
    Ok(visitor.page(&page))
}

fn empty(speech: &Speech) -> Markup {
    let ways = [Begin {
        icon: Icon::Import,
        title: speech.t("import-new"),
        detail: speech.t("import-new-detail"),
        href: routes::new_import(),
    }];
    empty_state(&speech.t("import-empty"), &speech.t("import-empty-detail"), &ways)
}

fn table(imports: &[ImportView], speech: &Speech) -> Markup {
    let column = |key: &str, figures| Column { name: speech.t(key), figures, sort: None, order: None };
    let columns = [
        column("import-title", false),
        column("import-state", false),
        column("import-rows", true),
        column("import-imported", true),
        column("import-mend", true),
        column("import-known", true),
        column("import-created", false),
    ];
    let next = imports.get(PAGE - 1).map(|last| format!("{}?before={}", routes::IMPORTS, last.id));
    html! {
        div.list.folds.import-files tabindex="0" role="region" aria-label=(speech.t("import-list")) {
            table {
                (table_head(&columns, false, speech))
                tbody { @for import in imports { (row(import, speech)) } }
            }
        }
        @if next.is_some() { (pager(&Pager { previous: None, next, showing: String::new() }, speech)) }
    }
}

fn row(import: &ImportView, speech: &Speech) -> Markup {
    let counts = [
        ("import-rows", import.total),
        ("import-imported", import.imported),
        ("import-mend", import.mend),
        ("import-known", import.known),
    ];
    html! {
        tr {
            td.name { a href=(routes::import(import.id)) { (import.title) } }
            td.state { (state(import, speech)) }
            @for (key, count) in counts {
                td.figures data-label=(speech.t(key)) {
                    @if import.started_at.is_some() { (figure(count, speech)) }
                }
            }
            td.begun { (speech.when(import.created_at)) }
        }
    }
}

/// The state as colour, icon and word; a draft that nobody let run was discarded.
pub fn state(import: &ImportView, speech: &Speech) -> Markup {
    let state = match import.state.as_str() {
        "cancelled" if import.started_at.is_none() => "discarded",
        state => state,
    };
    let (tone, icon) = match state {
        "running" | "undoing" => (Tone::Accent, Icon::Clock),
        "done" => (Tone::Green, Icon::Check),
        "failed" => (Tone::Red, Icon::Exclamation),
        "cancelled" => (Tone::Amber, Icon::Cross),
        "undone" => (Tone::Plain, Icon::Undo),
        "discarded" => (Tone::Plain, Icon::Bin),
        _ => (Tone::Plain, Icon::Pen),
    };
    chip(tone, Some(icon), &speech.t(&format!("import-state-{state}")))
}
