//! Editing a deal's fields. Two who change different ones both get their way; of the same one the second is asked.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use desk::deal::{EditDeal, WithNewClients};
use desk::look::{DealPage, DealSeen, Of};
use maud::{Markup, html};

use super::form;
use super::form_view::{Drawn, Offers};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::merge::{Asked, Part, merge, opened};
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Nav};
use crate::visitor::Visitor;

/// How often it is tried while others keep saving.
const ATTEMPTS: usize = 3;

pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let seen = app.desk.read(visitor.actor(), DealPage { id }).await.map_err(told)?;
    let offers = Offers::load(&app, &visitor, kept(&seen)).await.map_err(told)?;
    let form = opened(form::filled(&seen));
    Ok(draw(&form, &Faults::default(), &offers, &Markup::default(), id, &visitor).show(&visitor))
}

pub async fn save(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    for _ in 0..ATTEMPTS {
        let seen = app.desk.read(visitor.actor(), DealPage { id }).await.map_err(told)?;
        let stands = form::filled(&seen);
        let merged = merge(PARTS, &form, &stands);
        let offers = Offers::load(&app, &visitor, kept(&seen)).await.map_err(told)?;
        if !merged.asked.is_empty() {
            let says = |control: &str, value: &str| says(&offers, control, value);
            let asked =
                Asked::load(&app, &visitor, Of::Deal(id), &merged, &stands, &says).await.map_err(told)?;
            let asked = asked.show(&visitor.speech);
            let sheet = draw(&merged.form, &Faults::default(), &offers, &asked, id, &visitor);
            return Ok(sheet.answer(&visitor, StatusCode::CONFLICT));
        }
        match write(&app, &visitor, &merged.form, &seen).await {
            Ok(_) => {
                return Ok(go_saying(&visitor, &sheet::back(&form, &routes::deal(id)), merged.said(), &[]));
            }
            Err(desk::Error::Stale) => {}
            Err(error) => {
                let faults = Faults::of(error).map_err(told)?;
                let sheet = draw(&merged.form, &faults, &offers, &Markup::default(), id, &visitor);
                return Ok(sheet.refused(&visitor));
            }
        }
    }
    Err(told(desk::Error::Stale))
}

async fn write(app: &App, visitor: &Visitor, typed: &Form, seen: &DealSeen) -> desk::Result<i64> {
    let (fields, new) = form::read(app, visitor, typed, &seen.deal.currency).await?;
    let deal = EditDeal { id: seen.deal.id, version: seen.deal.version, fields };
    visitor.write(app, WithNewClients { deal, new }).await
}

/// What of a deal two may change at once. A sum means nothing without its currency.
const PARTS: &[Part] = &[
    Part::one("field-deal-name", &["name"], &["name"]),
    Part::one("field-client", &["client", "company"], &["company_id"]),
    Part::one("field-contact", &["contact", "person"], &["person_id"]),
    Part::one(
        "field-amount",
        &["amount", "estimated", "currency"],
        &["amount", "amount_estimated", "currency"],
    ),
    Part::one("field-recurring", &["recurring", "currency"], &["recurring", "currency"]),
    Part::one("field-currency", &["currency"], &["currency"]),
    Part::one("field-expected-close-on", &["expected_close_on"], &["expected_close_on"]),
    Part::one("field-probability", &["probability"], &["probability"]),
    Part::one("field-type", &["type"], &["type"]),
    Part::one("field-source", &["source"], &["source"]),
    Part::one("field-engineer", &["engineer"], &["engineer_id"]),
    Part::one("field-campaign", &["campaign"], &["campaign"]),
    Part::one("field-competitor", &["competitor"], &["competitor"]),
    Part::one("field-description", &["description"], &["description"]),
    Part::rows("field-lines", &["line_product", "line_quantity", "line_price"], &["lines"]),
    Part::rows("field-people", &["party_name", "party_id", "party_role"], &["people"]),
];

/// A control's value in words.
fn says(offers: &Offers, control: &str, value: &str) -> Option<String> {
    match control {
        "company" | "person" | "party_id" | "estimated" => None,
        "type" => Some(offers.known.title("deal-type", value)),
        "source" => Some(offers.known.title("source", value)),
        "engineer" => offers.known.member(value.parse().ok()?).map(str::to_owned),
        "line_product" => Some(offers.product(value)),
        "line_quantity" => Some(format!("× {value}")),
        _ => Some(value.to_owned()),
    }
}

fn kept(seen: &DealSeen) -> Vec<i64> {
    [Some(seen.deal.owner_id), seen.deal.engineer_id].into_iter().flatten().collect()
}

fn draw(
    form: &Form,
    faults: &Faults,
    offers: &Offers,
    asked: &Markup,
    id: i64,
    visitor: &Visitor,
) -> sheet::Sheet {
    let speech = &visitor.speech;
    let drawn = Drawn { form, faults, offers, speech };
    sheet::Sheet {
        id: "edit-deal",
        title: speech.t("edit-deal"),
        about: Some(form.text("name").to_owned()),
        action: routes::edit_deal(id),
        back: sheet::back(form, &routes::deal(id)),
        active: Nav::Deals,
        body: html! {
            (asked)
            @for name in ["version", "was"] { input type="hidden" name=(name) value=(form.text(name)); }
            (drawn.main()) (drawn.more()) (drawn.lines()) (drawn.people())
        },
        send: Some(Button::main(speech.t("save"))),
        hint: None,
    }
}
