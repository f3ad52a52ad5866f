//! A new import: files, and how to read them.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::import::{CreateImport, ImportFault};
use intake::MappingError;
use maud::{Markup, html};

use super::frame::{Place, fault, said, way};
use super::shipped::{Offered, offered};
use super::upload::Upload;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::posted::Form;
use crate::routes;
use crate::ui::{Button, Crumb, Field, Icon, Nav, Page, Width};
use crate::visitor::Visitor;

/// What is wrong with what was sent.
#[derive(Default)]
struct Wrong {
    faults: Faults,
    why: Option<ImportFault>,
}

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    let mappings = offered(&app, &visitor).await.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(visitor.page(&page(&Form::default(), &mappings, &Wrong::default(), &visitor)))
}

pub async fn create(State(app): State<App>, upload: Upload) -> Answer {
    let Upload { visitor, form, files, mapping, too_large } = upload;
    let told = |error| Trouble::from(error).told(&visitor);
    let mappings = offered(&app, &visitor).await.map_err(told)?;
    if let Some(bytes) = too_large {
        let wrong = Wrong { why: Some(ImportFault::TooLarge { bytes }), ..Wrong::default() };
        return Ok(again(&form, &mappings, &wrong, &visitor));
    }
    let chosen = mappings.iter().find(|one| one.key == form.text("mapping")).map(|one| one.text.clone());
    let mapping = match mapping.map(|(name, bytes)| (name, String::from_utf8(bytes))) {
        Some((_, Ok(text))) if !text.trim().is_empty() => text,
        Some((name, _)) => {
            let wrong = Wrong { why: Some(no_text(&name)), ..Wrong::default() };
            return Ok(again(&form, &mappings, &wrong, &visitor));
        }
        None => chosen.unwrap_or_default(),
    };
    let new = CreateImport { title: form.text("title").to_owned(), mapping, files };
    let wrong = match app.desk.write(visitor.actor(), new).await {
        Ok(id) => return Ok(crate::pages::go(&visitor, &routes::import(id))),
        Err(desk::Error::Import(why)) => Wrong { why: Some(why), ..Wrong::default() },
        Err(error) => Wrong { faults: Faults::of(error).map_err(told)?, why: None },
    };
    Ok(again(&form, &mappings, &wrong, &visitor))
}

/// A mapping that is another kind of file, or empty.
fn no_text(name: &str) -> ImportFault {
    let message = format!("{name} holds no YAML text; take a file that a mapping was downloaded as");
    ImportFault::Mapping(MappingError { message, line: None, column: None, hint: None })
}

/// A script gets what is wrong alone: the form stays as it is, with the files that were chosen.
fn again(form: &Form, mappings: &[Offered], wrong: &Wrong, visitor: &Visitor) -> Response {
    if visitor.fragment {
        return (StatusCode::UNPROCESSABLE_ENTITY, told(wrong, visitor)).into_response();
    }
    (StatusCode::UNPROCESSABLE_ENTITY, visitor.page(&page(form, mappings, wrong, visitor))).into_response()
}

fn told(wrong: &Wrong, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    html! {
        @if let Some(why) = &wrong.why { (fault(said(&why.says(), speech), speech)) }
        (wrong.faults.summary(speech))
    }
}

fn page(form: &Form, mappings: &[Offered], wrong: &Wrong, visitor: &Visitor) -> Page {
    let speech = &visitor.speech;
    let body = html! {
        div.stack {
            (way(Place::File, None, &Markup::default(), speech))
            div #import-wrong { (told(wrong, visitor)) }
            (fields(form, mappings, &wrong.faults, visitor))
        }
    };
    let mut page = Page::new(speech.t("import-new"), Nav::Import, body);
    page.crumbs = vec![Crumb { label: speech.t("import-list"), href: routes::IMPORTS.to_owned() }];
    page.width = Width::Narrow;
    page
}

fn fields(form: &Form, mappings: &[Offered], faults: &Faults, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let mut options = vec![(String::new(), speech.t("import-propose"))];
    options.extend(mappings.iter().map(|one| (one.key.clone(), one.title.clone())));
    let open = !faults.is_empty() || form.filled("title").is_some();
    html! {
        form.fields.import-new method="post" action=(routes::IMPORTS) enctype="multipart/form-data"
            data-hx-post=(routes::IMPORTS) data-hx-encoding="multipart/form-data"
            data-hx-target="#import-wrong" data-hx-swap="innerHTML" {
            (visitor.token())
            (Field::input("file", "files", speech.t("field-files")).hint(speech.t("import-files-hint"))
                .error(faults.at("files", speech)).attr("multiple", "").attr("accept", ".csv,.tsv,.txt").show(speech))
            (Field::select("mapping", speech.t("field-mapping"), options).value(form.text("mapping"))
                .hint(speech.t("import-mapping-hint")).show(speech))
            details open[open] {
                summary { (speech.t("import-more-fields")) }
                div.fields {
                    (Field::input("file", "mapping_file", speech.t("field-mapping-file")).optional()
                        .hint(speech.t("import-mapping-file-hint")).error(faults.at("mapping_file", speech))
                        .attr("accept", ".yaml,.yml").show(speech))
                    (Field::text("title", speech.t("import-field-title")).value(form.text("title")).optional()
                        .hint(speech.t("import-title-hint")).show(speech))
                }
            }
            div.acts { (Button::main(speech.t("import-read")).icon(Icon::Right).submit()) }
        }
    }
}
