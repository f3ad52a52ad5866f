//! A new company: the ones that may be the same are offered first (seed 000.3).

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use desk::company::{CreateCompany, Similar, SimilarCompanies};
use maud::{Markup, html};
use sales::company::CompanyFields;
use serde::Deserialize;

use super::form;
use crate::answer::{Answer, Trouble, status};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::go;
use crate::pages::known::Known;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Crumb, Edge, Icon, Nav, Page, Tone, Width, strip};
use crate::visitor::Visitor;

/// What another page knows of it already.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Given {
    name: String,
}

pub(super) async fn new(State(app): State<App>, visitor: Visitor, Query(given): Query<Given>) -> Answer {
    let mut form = form::blank(&visitor);
    form.0.push(("name".into(), given.name));
    Ok(visitor.page(&page(&app, &visitor, &form, &Faults::default(), &[]).await?))
}

pub(super) async fn create(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    match make(&app, &visitor, &form).await {
        Ok(Made::Company(id)) => Ok(go(&visitor, &routes::company(id))),
        Ok(Made::Question(similar)) => {
            let page = page(&app, &visitor, &form, &Faults::default(), &similar).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, visitor.page(&page)).into_response())
        }
        Err(error) => {
            let code = status(&error);
            let faults = Faults::of(error).map_err(|error| Trouble::from(error).told(&visitor))?;
            let page = page(&app, &visitor, &form, &faults, &[]).await?;
            Ok((code, visitor.page(&page)).into_response())
        }
    }
}

enum Made {
    Company(i64),
    /// Is it one of these?
    Question(Vec<Similar>),
}

async fn make(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<Made> {
    let fields = form::read(app, visitor, form).await?;
    if !form.is_on("sure") {
        let similar = app.desk.read(visitor.actor(), like(&fields)).await?;
        if !similar.is_empty() {
            return Ok(Made::Question(similar));
        }
    }
    let shared = fields.owner_id.is_none();
    let act = CreateCompany { fields, shared, source_id: None };
    Ok(Made::Company(app.desk.write(visitor.actor(), act).await?))
}

fn like(fields: &CompanyFields) -> SimilarCompanies {
    SimilarCompanies {
        name: fields.name.clone(),
        web: fields.web.clone().unwrap_or_default(),
        phone: fields.phones.first().cloned().unwrap_or_default(),
    }
}

async fn page(
    app: &App,
    visitor: &Visitor,
    form: &Form,
    faults: &Faults,
    similar: &[Similar],
) -> desk::Result<Page> {
    let speech = &visitor.speech;
    let known = Known::load(app, visitor, Vec::new()).await?;
    let body = html! {
        form.fields method="post" action=(routes::COMPANIES) novalidate data-kept="" {
            (visitor.token())
            (faults.summary(speech))
            @if !similar.is_empty() { (question(similar, visitor)) }
            (form::fields(form, &known.members(), faults, speech))
            div.acts {
                @if similar.is_empty() { (Button::main(speech.t("company-add")).submit()) }
                @else { (Button::main(speech.t("company-sure")).submit_as("sure", "1")) }
                (Button::quiet(speech.t("cancel")).href(routes::COMPANIES))
            }
        }
    };
    let mut page = Page::new(speech.t("company-new"), Nav::Companies, body);
    page.crumbs = vec![Crumb { label: speech.t("nav-companies"), href: routes::COMPANIES.to_owned() }];
    page.width = Width::Narrow;
    Ok(page)
}

fn question(similar: &[Similar], visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let words = html! {
        b { (speech.t("company-similar")) }
        @for one in similar { br; a href=(routes::company(one.id)) { (one.name) } }
    };
    let acts = html! { (Button::plain(speech.t("company-sure")).submit_as("sure", "1")) };
    html! {
        div role="alert" tabindex="-1" data-focus="" {
            (strip(Edge(Tone::Amber), Icon::Warning, &words, &speech.t("company-similar-detail"), &acts))
        }
    }
}
