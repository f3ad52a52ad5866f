//! A new import: files, and how to read them.

use axum::extract::State;
use axum::response::Response;
use desk::import::{CreateImport, ImportFault};
use maud::{Markup, html};
use sales::{Fault, FieldError};

use super::frame::{Place, fault, said, unfit, way};
use super::shipped::{Offered, offered};
use super::upload::Upload;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::posted::Form;
use crate::routes;
use crate::ui::{Button, Crumb, Field, Icon, Nav, Page, Width};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    let mappings = offered(&app, &visitor).await.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(visitor.page(&page(&Form::default(), &mappings, &Faults::default(), None, &visitor)))
}

pub async fn create(State(app): State<App>, upload: Upload) -> Answer {
    let Upload { visitor, form, files, mapping } = upload;
    let told = |error| Trouble::from(error).told(&visitor);
    let mappings = offered(&app, &visitor).await.map_err(told)?;
    let chosen = mappings.iter().find(|one| one.key == form.text("mapping")).map(|one| one.text.clone());
    let mapping = match mapping.map(|(name, bytes)| (name, String::from_utf8(bytes))) {
        Some((_, Ok(text))) => text,
        Some((value, Err(_))) => {
            let faults = Faults(vec![FieldError::new("mapping_file", Fault::Unknown { value })]);
            return Ok(again(&form, &mappings, &faults, None, &visitor));
        }
        None => chosen.unwrap_or_default(),
    };
    let new = CreateImport { title: form.text("title").to_owned(), mapping, files };
    match app.desk.write(visitor.actor(), new).await {
        Ok(id) => Ok(crate::pages::go(&visitor, &routes::import(id))),
        Err(desk::Error::Import(why)) => {
            Ok(again(&form, &mappings, &Faults::default(), Some(&why), &visitor))
        }
        Err(error) => {
            let faults = Faults::of(error).map_err(told)?;
            Ok(again(&form, &mappings, &faults, None, &visitor))
        }
    }
}

fn again(
    form: &Form,
    mappings: &[Offered],
    faults: &Faults,
    why: Option<&ImportFault>,
    visitor: &Visitor,
) -> Response {
    unfit(visitor, &page(form, mappings, faults, why, visitor))
}

fn page(
    form: &Form,
    mappings: &[Offered],
    faults: &Faults,
    why: Option<&ImportFault>,
    visitor: &Visitor,
) -> Page {
    let speech = &visitor.speech;
    let body = html! {
        div.stack {
            (way(Place::File, None, speech))
            @if let Some(why) = why { (fault(said(&why.says(), speech), speech)) }
            (faults.summary(speech))
            (fields(form, mappings, faults, visitor))
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
    html! {
        form.fields method="post" action=(routes::IMPORTS) enctype="multipart/form-data" {
            (visitor.token())
            (Field::input("file", "files", speech.t("field-files")).hint(speech.t("import-files-hint"))
                .error(faults.at("files", speech)).attr("multiple", "").attr("accept", ".csv,.tsv,.txt").show(speech))
            (Field::select("mapping", speech.t("field-mapping"), options).value(form.text("mapping"))
                .hint(speech.t("import-mapping-hint")).show(speech))
            (Field::input("file", "mapping_file", speech.t("field-mapping-file")).optional()
                .hint(speech.t("import-mapping-file-hint")).error(faults.at("mapping_file", speech))
                .attr("accept", ".yaml,.yml").show(speech))
            (Field::text("title", speech.t("import-field-title")).value(form.text("title")).optional().show(speech))
            div.acts { (Button::main(speech.t("import-read")).icon(Icon::Right).submit()) }
        }
    }
}
