//! What the import would bring, row by row, before anything is written.

use axum::extract::{Path, State};
use desk::import::{CheckImport, Checked, CheckedRow, ImportFault, ImportPage, ImportView};
use maud::{Markup, html};

use super::files::files;
use super::frame::{Place, act, fault, figure, import_fault, page, said, unfit, way};
use super::why;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::routes;
use crate::ui::{Button, Icon, icon, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

pub async fn show(State(app): State<App>, Path(id): Path<i64>, visitor: Visitor) -> Answer {
    let import = app.desk.read(visitor.actor(), ImportPage { id }).await;
    let import = import.map_err(|error| Trouble::from(error).told(&visitor))?;
    if import.state != "draft" {
        return Ok(go(&visitor, &routes::import(id)));
    }
    checked(&app, &visitor, &import, None).await
}

/// The page; `why` is what starting has just met.
pub async fn checked(app: &App, visitor: &Visitor, import: &ImportView, why: Option<&ImportFault>) -> Answer {
    let speech = &visitor.speech;
    let seen = app.desk.read_slowly(visitor.actor(), CheckImport { id: import.id }).await;
    let checked = match seen {
        Ok(checked) => checked,
        Err(error) => {
            let fault = import_fault(error, visitor)?;
            return super::draft::show(app, visitor, import, Some(&fault)).await;
        }
    };
    let aside =
        Button::quiet(speech.t("import-back-to-columns")).small().href(routes::import(import.id)).show();
    let body = html! {
        (way(Place::Check, Some(import.id), &aside, speech))
        @if let Some(why) = why { (fault(said(&why.says(), speech), speech)) }
        (files(&checked.report, "import-will-come", speech))
        @if checked.report.why.is_empty() {
            p.all-well { (icon(Icon::Check)) (speech.t("import-none-to-mend")) }
        } @else {
            (reasons(&checked, speech))
        }
        @if !checked.known.is_empty() { (known(&checked, speech)) }
    };
    let page = page(import, start(visitor, import, &checked), body, speech);
    Ok(if why.is_some() { unfit(visitor, &page) } else { visitor.page(&page) })
}

fn start(visitor: &Visitor, import: &ImportView, checked: &Checked) -> Markup {
    let speech = &visitor.speech;
    let rows: u64 = checked.report.files.iter().map(|file| file.imported).sum();
    let label = match rows {
        0 => speech.t("import-start-none"),
        _ => speech.t_with("import-start", &[("rows", rows.into())]),
    };
    let start = Button::main(label).icon(Icon::Import);
    act(visitor, &routes::act(&routes::import(import.id), "start"), &start)
}

/// Why rows go to mend, with the first of them.
fn reasons(checked: &Checked, speech: &Speech) -> Markup {
    let mend: u64 = checked.report.files.iter().map(|file| file.mend).sum();
    let about = speech.t_with("import-mend-later", &[("rows", mend.into())]);
    let body = html! {
        ul.counted role="list" {
            @for count in &checked.report.why {
                li {
                    span.finding data-tone="amber" {
                        (icon(Icon::Warning))
                        span { b { (figure(count.rows, speech)) } " " (why::words(&count.why, speech)) }
                    }
                }
            }
        }
        details {
            summary { (speech.t("import-first-to-mend")) }
            (rows(&checked.to_mend, checked, speech))
        }
    };
    panel(&speech.t("import-why-mend"), Some(&about), &Markup::default(), &body)
}

/// Rows whose record is here already: they are passed over.
fn known(checked: &Checked, speech: &Speech) -> Markup {
    let count: u64 = checked.report.files.iter().map(|file| file.known).sum();
    let about = speech.t_with("import-known-passed", &[("rows", count.into())]);
    let body = html! {
        details {
            summary { (speech.t("import-first-known")) }
            (rows(&checked.known, checked, speech))
        }
    };
    panel(&speech.t("import-known"), Some(&about), &Markup::default(), &body)
}

fn rows(rows: &[CheckedRow], checked: &Checked, speech: &Speech) -> Markup {
    let file = |row: &CheckedRow| checked.report.files.get(row.file).map_or("", |file| file.name.as_str());
    html! {
        ul.counted role="list" {
            @for row in rows {
                li {
                    b { (file(row)) " · " (speech.t_with("import-line", &[("line", row.line.into())])) } " "
                    @if !row.name.is_empty() { (row.name) " " }
                    @for reason in &row.reasons { (said(&reason.says, speech)) " " }
                }
            }
        }
    }
}
