//! Editing a deal's fields. Whoever saves second sees what stands now beside what they typed.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use desk::deal::{EditDeal, WithNewClients};
use desk::look::{DealPage, DealSeen};
use maud::{Markup, html};

use super::form;
use super::form_view::{Drawn, Offers};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Icon, Nav, icon};
use crate::visitor::Visitor;
use crate::words::Speech;

pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let seen = app.desk.read(visitor.actor(), DealPage { id }).await.map_err(told)?;
    let offers = Offers::load(&app, &visitor, kept(&seen)).await.map_err(told)?;
    let form = form::filled(&seen);
    Ok(draw(&form, &Faults::default(), &offers, &Markup::default(), id, &visitor).show(&visitor))
}

pub async fn save(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, mut form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let seen = app.desk.read(visitor.actor(), DealPage { id }).await.map_err(told)?;
    let offers = Offers::load(&app, &visitor, kept(&seen)).await.map_err(told)?;
    let faults = match write(&app, &visitor, &form, &seen).await {
        Ok(_) => return Ok(go_saying(&visitor, &sheet::back(&form, &routes::deal(id)), "said-saved", &[])),
        Err(desk::Error::Stale) => {
            let differing = differing(&form, &form::filled(&seen), &visitor.speech);
            // Whoever has seen both may save over it.
            form.0.retain(|(name, _)| name != "version");
            form.0.push(("version".to_owned(), seen.deal.version.to_string()));
            let sheet = draw(&form, &Faults::default(), &offers, &differing, id, &visitor);
            return Ok(sheet.answer(&visitor, StatusCode::CONFLICT));
        }
        Err(error) => Faults::of(error).map_err(told)?,
    };
    Ok(draw(&form, &faults, &offers, &Markup::default(), id, &visitor).refused(&visitor))
}

async fn write(app: &App, visitor: &Visitor, typed: &Form, seen: &DealSeen) -> desk::Result<i64> {
    let version = typed.id("version").unwrap_or(seen.deal.version);
    if version != seen.deal.version {
        return Err(desk::Error::Stale);
    }
    let (fields, new) = form::read(app, visitor, typed, &seen.deal.currency).await?;
    let deal = EditDeal { id: seen.deal.id, version, fields };
    visitor.write(app, WithNewClients { deal, new }).await
}

fn kept(seen: &DealSeen) -> Vec<i64> {
    [Some(seen.deal.owner_id), seen.deal.engineer_id].into_iter().flatten().collect()
}

/// Fields that somebody else changed meanwhile: what stands now and what was typed.
fn differing(typed: &Form, stands: &Form, speech: &Speech) -> Markup {
    let names = [
        "name",
        "client",
        "contact",
        "amount",
        "recurring",
        "currency",
        "expected_close_on",
        "probability",
        "type",
        "source",
        "campaign",
        "competitor",
        "description",
    ];
    let label = |name: &str| match name {
        "name" => speech.t("field-deal-name"),
        other => speech.t(&format!("field-{}", other.replace('_', "-"))),
    };
    html! {
        section.error-summary tabindex="-1" data-focus="" role="alert" {
            h2 { (icon(Icon::Warning)) (speech.t("stale")) }
            table.compare {
                thead { tr { td {} th scope="col" { (speech.t("stands-now")) } th scope="col" { (speech.t("you-typed")) } } }
                tbody {
                    @for name in names.iter().filter(|name| typed.text(name) != stands.text(name)) {
                        tr { th scope="row" { (label(name)) } td { (stands.text(name)) } td { (typed.text(name)) } }
                    }
                }
            }
        }
    }
}

fn draw(
    form: &Form,
    faults: &Faults,
    offers: &Offers,
    stale: &Markup,
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
            (stale)
            input type="hidden" name="version" value=(form.text("version"));
            (drawn.main()) (drawn.more()) (drawn.lines()) (drawn.people())
        },
        send: Some(Button::main(speech.t("save"))),
        hint: None,
    }
}
