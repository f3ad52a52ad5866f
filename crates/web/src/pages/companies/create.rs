//! A new company: the ones that may be the same are offered first (seed 000.3).

use axum::extract::{Query, State};
use desk::company::{CreateCompany, Similar, SimilarCompanies};
use maud::{Markup, html};
use sales::company::CompanyFields;
use serde::Deserialize;

use super::form;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::clients::Noun;
use crate::pages::clients::form_page::{FormPage, Showing};
use crate::pages::go_saying;
use crate::pages::known::Known;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Edge, Icon, Page, Tone, strip};
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
    let page = page(&app, &visitor, &form, &Showing::default(), &[]).await;
    Ok(visitor.page(&page.map_err(|error| Trouble::from(error).told(&visitor))?))
}

pub(super) async fn create(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let (showing, similar) = match make(&app, &visitor, &form).await {
        Ok(Made::Company(id)) => {
            return Ok(go_saying(&visitor, &routes::company(id), "said-company-added", &[]));
        }
        Ok(Made::Question(similar)) => (Showing::asking(), similar),
        Err(error) => (Showing::again(error, &visitor)?, Vec::new()),
    };
    let page = page(&app, &visitor, &form, &showing, &similar).await;
    let page = page.map_err(|error| Trouble::from(error).told(&visitor))?;
    Ok(showing.answer(&page, &visitor))
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
    Ok(Made::Company(visitor.write(app, act).await?))
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
    showing: &Showing,
    similar: &[Similar],
) -> desk::Result<Page> {
    let speech = &visitor.speech;
    let known = Known::load(app, visitor, Vec::new()).await?;
    let save = if similar.is_empty() {
        Button::main(speech.t("company-add")).submit()
    } else {
        Button::main(speech.t("company-sure")).submit_as("sure", "1")
    };
    let page = FormPage {
        noun: Noun::Company,
        record: None,
        form,
        above: html! {
            (showing.faults.summary(speech))
            @if !similar.is_empty() { (question(similar, visitor)) }
        },
        fields: form::fields(form, &known.members(), &showing.faults, speech),
        save,
        back: routes::COMPANIES,
    };
    Ok(page.show(visitor))
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
