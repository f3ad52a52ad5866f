//! An import that is over: what came of it, rows to mend, taking it back.

use desk::import::{FileReport, ImportView, Kept, ListMendRows};
use maud::{Markup, html};

use super::frame::{Place, act, figure, page, way};
use super::list::state;
use super::mend::{self, Tried};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::routes;
use crate::ui::{Button, Column, Field, Icon, panel, table_head};
use crate::visitor::Visitor;
use crate::words::Speech;

/// The page; `tried` is a row that was corrected and still does not fit.
pub async fn show(app: &App, visitor: &Visitor, import: &ImportView, tried: Option<&Tried>) -> Answer {
    let rows = app.desk.read(visitor.actor(), ListMendRows { id: import.id, after: 0 }).await;
    let rows = rows.map_err(|error| Trouble::from(error).told(visitor))?;
    let speech = &visitor.speech;
    let mendable = matches!(import.state.as_str(), "done" | "cancelled") && !rows.is_empty();
    let place = if mendable { Place::Mend } else { Place::Import };
    let body = html! {
        (way(place, None, speech))
        p { (state(&import.state, speech)) " " (finished(import, speech)) }
        @if !import.report.files.is_empty() { (counts(import, speech)) }
        @if let Some(undone) = &import.report.undo {
            p { (speech.t_with("import-removed", &[("count", undone.removed.into())])) }
            @if !undone.kept.is_empty() { (left(import, undone.left, &undone.kept, visitor)) }
        }
        @if mendable { (mend::rows(import, &rows, tried, visitor)) }
        @if matches!(import.state.as_str(), "done" | "cancelled" | "failed") { (take_back(import, visitor)) }
    };
    let actions = html! {
        @if import.state == "done" {
            (act(visitor, &routes::act(&routes::import(import.id), "keep"), &Button::plain(speech.t("import-keep-mapping"))))
        }
        (Button::main(speech.t("import-see-deals")).icon(Icon::Right).href(routes::deal_list()))
    };
    let page = page(import, actions, body, speech);
    Ok(if tried.is_some() { super::frame::unfit(visitor, &page) } else { visitor.page(&page) })
}

fn finished(import: &ImportView, speech: &Speech) -> String {
    import.finished_at.map(|at| speech.when(at)).unwrap_or_default()
}

fn counts(import: &ImportView, speech: &Speech) -> Markup {
    let column = |key: &str, figures| Column { name: speech.t(key), figures, sort: None, order: None };
    let columns = [
        column("import-file", false),
        column("import-record", false),
        column("import-rows", true),
        column("import-imported", true),
        column("import-mend", true),
        column("import-known", true),
    ];
    html! {
        div.list tabindex="0" role="region" aria-label=(speech.t("import-came-of-it")) {
            table {
                (table_head(&columns, false, speech))
                tbody { @for file in &import.report.files { (of_file(file, speech)) } }
            }
        }
    }
}

fn of_file(file: &FileReport, speech: &Speech) -> Markup {
    html! {
        tr {
            td.name { (file.name) }
            td { (speech.t(&format!("import-record-{}", file.record.name()))) }
            @for count in [file.rows, file.imported, file.mend, file.known] {
                td.figures { (figure(count, speech)) }
            }
        }
    }
}

fn take_back(import: &ImportView, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let body = html! {
        p { (speech.t("import-undo-about")) }
        form.fields method="post" action=(routes::act(&routes::import(import.id), "undo")) {
            (visitor.token())
            (Field::tick("force", "on", &speech.t("import-undo-force"), false))
            div.acts { (Button::danger(speech.t("import-undo")).icon(Icon::Undo).submit()) }
        }
    };
    panel(&speech.t("import-undo-title"), None, &Markup::default(), &body)
}

/// Records that stay because somebody has touched them since, each with its name.
fn left(import: &ImportView, count: u64, kept: &[Kept], visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let body = html! {
        ul.plain-list role="list" {
            @for one in kept {
                li {
                    (speech.t(&format!("import-kind-{}", one.kind))) ": "
                    @if let Some(address) = address(one) { a href=(address) { (one.name) } } @else { (one.name) }
                }
            }
        }
        form.fields method="post" action=(routes::act(&routes::import(import.id), "undo")) {
            (visitor.token())
            input type="hidden" name="force" value="on";
            div.acts { (Button::danger(speech.t("import-undo-rest")).submit()) }
        }
    };
    let title = speech.t_with("import-kept", &[("count", count.into())]);
    panel(&title, None, &Markup::default(), &body)
}

fn address(kept: &Kept) -> Option<String> {
    match kept.kind.as_str() {
        "deal" => Some(routes::deal(kept.id)),
        "company" => Some(routes::company(kept.id)),
        "person" => Some(routes::person(kept.id)),
        _ => None,
    }
}
