//! Editing a company. Two who change different fields both get their way; of the same one the second is asked.

use axum::extract::{Path, State};
use desk::company::{CompanyPage, EditCompany};
use desk::look::Of;
use desk::settings::Installation;
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

/// What of a company two may change at once. A sum means nothing without its currency.
const PARTS: &[Part] = &[
    Part::one("field-name", &["name"], &["name"]),
    Part::one("field-industry", &["industry"], &["industry"]),
    Part::one("field-type", &["type"], &["type"]),
    Part::one("field-competitor", &["competitor"], &["competitor"]),
    Part::one("field-parent", &["parent", "parent_id"], &["parent_id"]),
    Part::one("field-web", &["web"], &["web"]),
    Part::one("field-owner", &["owner"], &["owner_id"]),
    Part::one("field-phones", &["phones"], &["phones"]),
    Part::one("field-address", &["address"], &["address"]),
    Part::one("field-employees", &["employees"], &["employees"]),
    Part::one("field-founded", &["founded"], &["founded"]),
    Part::one("field-annual-revenue", &["annual_revenue", "currency"], &["annual_revenue", "currency"]),
    Part::one("field-currency", &["currency"], &["currency"]),
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
                Ok(_) => return Ok(go_saying(&visitor, &routes::company(id), merged.said(), &[])),
                Err(desk::Error::Stale) => continue,
                Err(error) => Showing::again(error, &visitor)?,
            }
        } else {
            let known = Known::load(&app, &visitor, owners(&[&merged.form, &stands])).await.map_err(told)?;
            let says = |control: &str, value: &str| says(&known, control, value);
            let asked = Asked::load(&app, &visitor, Of::Company(id), &merged, &stands, &says).await;
            Showing::of(asked.map_err(told)?)
        };
        let page = page(&app, &visitor, id, &merged.form, &showing).await.map_err(told)?;
        return Ok(showing.answer(&page, &visitor));
    }
    Err(told(desk::Error::Stale))
}

/// The form as it would have been typed.
async fn kept(app: &App, visitor: &Visitor, id: i64) -> desk::Result<Form> {
    let seen = app.desk.read(visitor.actor(), CompanyPage { id }).await?;
    let base = app.desk.read(visitor.actor(), Installation).await?.base_currency;
    Ok(form::typed(&seen.company, seen.parent_name.as_deref(), &base))
}

/// A control's value in words.
fn says(known: &Known, control: &str, value: &str) -> Option<String> {
    match control {
        "parent_id" => None,
        "owner" => known.member(value.parse().ok()?).map(str::to_owned),
        _ => Some(value.to_owned()),
    }
}

async fn write(app: &App, visitor: &Visitor, id: i64, form: &Form) -> desk::Result<i64> {
    let fields = form::read(app, visitor, form).await?;
    let version = form.id("version").unwrap_or_default();
    visitor.write(app, EditCompany { id, version, fields }).await
}

async fn page(app: &App, visitor: &Visitor, id: i64, form: &Form, showing: &Showing) -> desk::Result<Page> {
    let speech = &visitor.speech;
    let known = Known::load(app, visitor, form.id("owner").into_iter().collect()).await?;
    let record = routes::company(id);
    let page = FormPage {
        noun: Noun::Company,
        record: Some(&record),
        form,
        above: html! { (showing.asked(speech)) (showing.faults.summary(speech)) },
        fields: form::fields(form, &known.members(), &showing.faults, speech),
        save: Button::main(speech.t("company-save")).submit(),
        back: &record,
    };
    Ok(page.show(visitor))
}
