//! Giving a deal to another member.

use axum::extract::{Path, State};
use desk::deal::AssignDeal;
use desk::look::{DealPage, DealSeen};
use maud::html;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::known::Known;
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Field, Nav};
use crate::visitor::Visitor;

pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let seen = app.desk.read(visitor.actor(), DealPage { id }).await.map_err(told)?;
    let known = Known::load(&app, &visitor, vec![seen.deal.owner_id]).await.map_err(told)?;
    let form = Form(vec![("owner".to_owned(), seen.deal.owner_id.to_string())]);
    Ok(draw(&form, &Faults::default(), &seen, &known, &visitor).show(&visitor))
}

pub async fn save(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let to = form.id("owner").unwrap_or_default();
    let faults = match visitor.write(&app, AssignDeal { id, to }).await {
        Ok(()) => return Ok(go_saying(&visitor, &after(&app, &visitor, id).await, "said-assigned", &[])),
        Err(error) => Faults::of(error).map_err(told)?,
    };
    let seen = app.desk.read(visitor.actor(), DealPage { id }).await.map_err(told)?;
    let known = Known::load(&app, &visitor, vec![seen.deal.owner_id]).await.map_err(told)?;
    Ok(draw(&form, &faults, &seen, &known, &visitor).refused(&visitor))
}

/// Whoever gave a deal away may no longer see it.
async fn after(app: &App, visitor: &Visitor, id: i64) -> String {
    let seen = app.desk.read(visitor.actor(), DealPage { id }).await;
    if seen.is_ok() { routes::deal(id) } else { "/deals".to_owned() }
}

fn draw(form: &Form, faults: &Faults, seen: &DealSeen, known: &Known, visitor: &Visitor) -> sheet::Sheet {
    let (speech, id) = (&visitor.speech, seen.deal.id);
    let owner =
        Field::select("owner", speech.t("field-owner"), known.members()).hint(speech.t("assign-hint"));
    sheet::Sheet {
        id: "assign",
        title: speech.t("assign"),
        about: Some(seen.deal.name.clone()),
        action: routes::deal_owner(id),
        back: routes::deal(id),
        active: Nav::Deals,
        body: html! {
            (faults.summary(speech))
            (owner.value(form.text("owner")).error(faults.at("owner", speech)).show(speech))
        },
        send: Some(Button::main(speech.t("assign"))),
        hint: None,
    }
}
