//! Editing a person. Two who change different fields both get their way; of the same one the second is asked.

use axum::extract::{Path, State};
use desk::look::Of;
use desk::person::{EditPerson, PersonPage, WithNewCompanies};
use maud::html;

use super::form;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::clients::Noun;
use crate::pages::clients::form_page::{ATTEMPTS, FormPage, Showing, owners};
use crate::pages::go_saying;
use crate::pages::known::Known;
use crate::pages::merge::{Asked, Part, merge, opened};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Page};
use crate::visitor::Visitor;
use crate::words::Lang;

/// What of a person two may change at once.
const PARTS: &[Part] = &[
    Part::one("person-name", &["name"], &["name"]),
    Part::one("field-given", &["given"], &["given"]),
    Part::one("field-family", &["family"], &["family"]),
    Part::one("field-mails", &["mails"], &["mails"]),
    Part::one("field-phones", &["phones"], &["phones"]),
    Part::rows("person-posts", &["company-", "company-id-", "role-"], &["posts"]),
    Part::one("field-owner", &["owner"], &["owner_id"]),
    Part::one("field-contact-status", &["status"], &["status"]),
    Part::one("field-language", &["language"], &["language"]),
    Part::one("field-description", &["description"], &["description"]),
];

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let form = opened(kept(&app, &visitor, id).await.map_err(told)?);
    Ok(visitor.page(&page(&app, &visitor, id, &form, &Showing::default()).await.map_err(told)?))
}

pub(super) async fn save(
    State(app): State<App>,
    Path(id): Path<i64>,
    Posted { visitor, form }: Posted,
) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    for _ in 0..ATTEMPTS {
        let stands = kept(&app, &visitor, id).await.map_err(told)?;
        let merged = merge(PARTS, &form, &stands);
        let showing = if merged.asked.is_empty() {
            match write(&app, &visitor, id, &merged.form).await {
                Ok(_) => return Ok(go_saying(&visitor, &routes::person(id), merged.said(), &[])),
                Err(desk::Error::Stale) => continue,
                Err(error) => Showing::again(error, &visitor)?,
            }
        } else {
            let known = Known::load(&app, &visitor, owners(&[&merged.form, &stands])).await.map_err(told)?;
            let says = |control: &str, value: &str| says(&known, control, value);
            let asked = Asked::load(&app, &visitor, Of::Person(id), &merged, &stands, &says).await;
            Showing::of(asked.map_err(told)?)
        };
        let page = page(&app, &visitor, id, &merged.form, &showing).await.map_err(told)?;
        return Ok(showing.answer(&page, &visitor));
    }
    Err(told(desk::Error::Stale))
}

/// The form as it would have been typed.
async fn kept(app: &App, visitor: &Visitor, id: i64) -> desk::Result<Form> {
    Ok(form::typed(&app.desk.read(visitor.actor(), PersonPage { id }).await?))
}

/// A control's value in words.
fn says(known: &Known, control: &str, value: &str) -> Option<String> {
    match control {
        "company-id-" => None,
        "owner" => known.member(value.parse().ok()?).map(str::to_owned),
        "language" => {
            Some(Lang::from_tag(value).map_or_else(|| value.to_owned(), |lang| lang.name().to_owned()))
        }
        _ => Some(value.to_owned()),
    }
}

async fn write(app: &App, visitor: &Visitor, id: i64, form: &Form) -> desk::Result<i64> {
    let (fields, posts) = form::read(app, visitor, form).await?;
    let version = form.id("version").unwrap_or_default();
    let person = EditPerson { id, version, fields };
    visitor.write(app, WithNewCompanies { person, posts }).await
}

async fn page(app: &App, visitor: &Visitor, id: i64, form: &Form, showing: &Showing) -> desk::Result<Page> {
    let speech = &visitor.speech;
    let known = Known::load(app, visitor, form.id("owner").into_iter().collect()).await?;
    let record = routes::person(id);
    let page = FormPage {
        noun: Noun::Person,
        record: Some(&record),
        form,
        above: html! { (showing.asked(speech)) (form::summary(&showing.faults, speech)) },
        fields: form::fields(form, &known.members(), &showing.faults, speech),
        save: Button::main(speech.t("person-save")).submit(),
        back: &record,
    };
    Ok(page.show(visitor))
}
