//! Editing a person; what somebody else changed meanwhile is not overwritten unseen.

use axum::extract::{Path, State};
use desk::person::{EditPerson, PersonPage, WithNewCompanies};
use maud::html;

use super::form;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::clients::Noun;
use crate::pages::clients::form_page::{FormPage, Showing, with_version};
use crate::pages::go_saying;
use crate::pages::known::Known;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Page};
use crate::visitor::Visitor;

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let seen = app.desk.read(visitor.actor(), PersonPage { id }).await.map_err(told)?;
    let form = form::typed(&seen);
    Ok(visitor.page(&page(&app, &visitor, id, &form, &Showing::default()).await.map_err(told)?))
}

pub(super) async fn save(
    State(app): State<App>,
    Path(id): Path<i64>,
    Posted { visitor, mut form }: Posted,
) -> Answer {
    let told = |error| Trouble::from(error).told(&visitor);
    let showing = match write(&app, &visitor, id, &form).await {
        Ok(_) => return Ok(go_saying(&visitor, &routes::person(id), "said-saved", &[])),
        Err(error) => Showing::again(error, &visitor)?,
    };
    if showing.is_stale {
        let seen = app.desk.read(visitor.actor(), PersonPage { id }).await.map_err(told)?;
        form = with_version(form, seen.person.version);
    }
    let page = page(&app, &visitor, id, &form, &showing).await.map_err(told)?;
    Ok(showing.answer(&page, &visitor))
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
        above: html! { (showing.stale(&record, speech)) (form::summary(&showing.faults, speech)) },
        fields: form::fields(form, &known.members(), &showing.faults, speech),
        save: Button::main(speech.t("person-save")).submit(),
        back: &record,
    };
    Ok(page.show(visitor))
}
