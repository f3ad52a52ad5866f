//! A new person, perhaps at a company that another page names.

use axum::extract::{Query, State};
use desk::company::CompanyPage;
use desk::person::{CreatePerson, WithNewCompanies};
use serde::Deserialize;

use super::form;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::clients::Noun;
use crate::pages::clients::form_page::{FormPage, Showing};
use crate::pages::known::Known;
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Page};
use crate::visitor::Visitor;

/// What another page knows of them already.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Given {
    name: String,
    /// A company's id.
    company: String,
}

pub(super) async fn new(State(app): State<App>, visitor: Visitor, Query(given): Query<Given>) -> Answer {
    let company = match given.company.parse() {
        Ok(id) => {
            let seen = app.desk.read(visitor.actor(), CompanyPage { id }).await;
            let seen = seen.map_err(|error| Trouble::from(error).told(&visitor))?;
            Some((id, seen.company.name))
        }
        Err(_) => None,
    };
    let back = company.as_ref().map_or_else(|| routes::PEOPLE.to_owned(), |(id, _)| routes::company(*id));
    let mut form = form::blank(&visitor, company);
    form.0.extend([("name".to_owned(), given.name), ("back".to_owned(), back)]);
    let page = page(&app, &visitor, &form, &Showing::default()).await;
    Ok(visitor.page(&page.map_err(|error| Trouble::from(error).told(&visitor))?))
}

pub(super) async fn create(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let showing = match make(&app, &visitor, &form).await {
        Ok(id) => {
            let back = sheet::back(&form, routes::PEOPLE);
            let to = if back == routes::PEOPLE { routes::person(id) } else { back };
            return Ok(go_saying(&visitor, &to, "said-person-added", &[]));
        }
        Err(error) => Showing::again(error, &visitor)?,
    };
    let page = page(&app, &visitor, &form, &showing).await;
    let page = page.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(showing.answer(&page, &visitor))
}

async fn make(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<i64> {
    let (fields, posts) = form::read(app, visitor, form).await?;
    let shared = fields.owner_id.is_none();
    let person = CreatePerson { fields, shared, source_id: None };
    visitor.write(app, WithNewCompanies { person, posts }).await
}

async fn page(app: &App, visitor: &Visitor, form: &Form, showing: &Showing) -> desk::Result<Page> {
    let speech = &visitor.speech;
    let known = Known::load(app, visitor, Vec::new()).await?;
    let page = FormPage {
        noun: Noun::Person,
        record: None,
        form,
        above: form::summary(&showing.faults, speech),
        fields: form::fields(form, &known.members(), &showing.faults, speech),
        save: Button::main(speech.t("person-add")).submit(),
        back: &sheet::back(form, routes::PEOPLE),
    };
    Ok(page.show(visitor))
}
