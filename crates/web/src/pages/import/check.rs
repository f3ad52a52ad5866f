//! What the import would bring, before anything is written.

use axum::extract::{Path, State};
use desk::import::{ImportFault, ImportPage, ImportView, PreviewImport};
use intake::{FilePreview, Preview, ReasonCount};
use maud::{Markup, html};

use super::frame::{Place, act, fault, figure, import_fault, page, said, unfit, way};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::routes;
use crate::ui::{Button, Fact, Icon, facts, icon, panel};
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
    let seen = app.desk.read_slowly(visitor.actor(), PreviewImport { id: import.id }).await;
    let preview = match seen {
        Ok(preview) => preview,
        Err(error) => {
            let fault = import_fault(error, visitor)?;
            return super::draft::show(app, visitor, import, Some(&fault)).await;
        }
    };
    let body = html! {
        (way(Place::Check, Some(import.id), speech))
        @if let Some(why) = why { (fault(said(&why.says(), speech), speech)) }
        @if !preview.questions.is_empty() {
            p.hint { (speech.t_with("import-open-questions", &[("count", preview.questions.len().into())])) }
        }
        @for file in &preview.files { (of_file(file, speech)) }
    };
    let page = page(import, acts(visitor, import, &preview), body, speech);
    Ok(if why.is_some() { unfit(visitor, &page) } else { visitor.page(&page) })
}

fn acts(visitor: &Visitor, import: &ImportView, preview: &Preview) -> Markup {
    let speech = &visitor.speech;
    let rows: u64 = preview.files.iter().map(|file| file.drafts).sum();
    let address = routes::import(import.id);
    let start = Button::main(speech.t_with("import-start", &[("rows", rows.into())])).icon(Icon::Import);
    html! {
        (Button::quiet(speech.t("import-back-to-columns")).href(&address))
        (act(visitor, &routes::act(&address, "start"), &start))
    }
}

fn of_file(file: &FilePreview, speech: &Speech) -> Markup {
    let about = speech.t(&format!("import-record-{}", file.record.name()));
    let mut told = vec![
        Fact::new(speech.t("import-rows"), html! { (figure(file.rows, speech)) }),
        Fact::new(speech.t("import-will-come"), html! { (figure(file.drafts, speech)) }),
        Fact::new(speech.t("import-will-mend"), html! { (figure(file.mends, speech)) }),
    ];
    if file.duplicate_rows > 0 {
        told.push(Fact::new(speech.t("import-duplicates"), duplicates(file, speech)));
    }
    let body = html! {
        @if let Some(why) = &file.fault { (fault(said(why, speech), speech)) }
        (facts(&told))
        @if !file.reasons.is_empty() { (reasons(&file.reasons, speech)) }
        @if !file.to_mend.is_empty() { (first_to_mend(file, speech)) }
    };
    panel(&file.name, Some(&about), &Markup::default(), &body)
}

fn duplicates(file: &FilePreview, speech: &Speech) -> Markup {
    html! {
        (speech.t_with("import-duplicate-rows", &[("rows", file.duplicate_rows.into())]))
        ul.plain-list role="list" {
            @for one in &file.duplicates {
                @let key = if one.known { "import-duplicate-known" } else { "import-duplicate-twice" };
                li { (speech.t_with(key, &[("id", one.source_id.as_str().into()), ("line", one.line.into())])) }
            }
        }
    }
}

fn reasons(reasons: &[ReasonCount], speech: &Speech) -> Markup {
    html! {
        h3 { (speech.t("import-why-mend")) }
        ul.plain-list role="list" {
            @for reason in reasons {
                li {
                    (icon(Icon::Warning)) " " (figure(reason.rows, speech)) " · " (reason_name(reason, speech))
                    @if let Some(column) = &reason.column { " · " b { (column) } }
                }
            }
        }
    }
}

/// The code of a reason as a sentence's key.
fn reason_name(reason: &ReasonCount, speech: &Speech) -> String {
    let code = serde_json::to_value(reason.code).ok();
    let code = code.as_ref().and_then(|code| code.as_str()).unwrap_or_default();
    speech.t(&format!("import-reason-{code}"))
}

fn first_to_mend(file: &FilePreview, speech: &Speech) -> Markup {
    html! {
        details {
            summary { (speech.t("import-first-to-mend")) }
            ul.plain-list role="list" {
                @for row in &file.to_mend {
                    li {
                        (speech.t_with("import-line", &[("line", row.line.into())])) ": "
                        @for reason in &row.reasons { (said(&reason.says, speech)) " " }
                    }
                }
            }
        }
    }
}
