//! A new person, perhaps at a company that another page names.

use axum::extract::{Query, State};
use axum::response::IntoResponse;
use desk::company::CompanyPage;
use desk::person::CreatePerson;
use maud::html;
use serde::Deserialize;

use super::form;
use crate::answer::{Answer, Trouble, status};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::known::Known;
use crate::pages::{go, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Crumb, Nav, Page, Width};
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
    Ok(visitor.page(&page(&app, &visitor, &form, &Faults::default()).await?))
}

pub(super) async fn create(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    match make(&app, &visitor, &form).await {
        Ok(id) => {
            let back = sheet::back(&form, routes::PEOPLE);
            let to = if back == routes::PEOPLE { routes::person(id) } else { back };
            Ok(go(&visitor, &to))
        }
        Err(error) => {
            let code = status(&error);
            let faults = Faults::of(error).map_err(|error| Trouble::from(error).told(&visitor))?;
            let page = page(&app, &visitor, &form, &faults).await?;
            Ok((code, visitor.page(&page)).into_response())
        }
    }
}

async fn make(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<i64> {
    let fields = form::read(app, visitor, form).await?;
    let shared = fields.owner_id.is_none();
    app.desk.write(visitor.actor(), CreatePerson { fields, shared, source_id: None }).await
}

async fn page(app: &App, visitor: &Visitor, form: &Form, faults: &Faults) -> desk::Result<Page> {
    let speech = &visitor.speech;
    let known = Known::load(app, visitor, Vec::new()).await?;
    let back = sheet::back(form, routes::PEOPLE);
    let body = html! {
        form.fields method="post" action=(routes::PEOPLE) novalidate data-kept="" {
            (visitor.token())
            input type="hidden" name="back" value=(back);
            (form::summary(faults, speech))
            (form::fields(form, &known.members(), faults, speech))
            div.acts {
                (Button::main(speech.t("person-add")).submit())
                (Button::quiet(speech.t("cancel")).href(&back))
            }
        }
    };
    let mut page = Page::new(speech.t("person-new"), Nav::People, body);
    page.crumbs = vec![Crumb { label: speech.t("nav-people"), href: routes::PEOPLE.to_owned() }];
    page.width = Width::Narrow;
    Ok(page)
}
