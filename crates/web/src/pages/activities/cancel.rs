//! Cancelling a planned activity; the last one of an open deal only with another in its place.

use axum::extract::{Path, Query, State};
use desk::activity::CancelActivity;
use desk::look::{ActivityPage, ActivityRow};
use maud::html;

use super::done::next_step_faults;
use super::on::{Ground, of};
use super::step::Step;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::known::Known;
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Nav};
use crate::visitor::Visitor;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<i64>,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let (activity, ground) = load(&app, &visitor, id).await.map_err(told)?;
    let mut form = Form(query);
    step(&activity, &ground, &visitor).prefill(&mut form, "call", &app, &visitor).await.map_err(told)?;
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    Ok(draw(&form, &Faults::default(), &activity, &ground, &known, &visitor).show(&visitor))
}

pub async fn create(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let (activity, ground) = load(&app, &visitor, id).await.map_err(told)?;
    let mut faults = Vec::new();
    let next_step = step(&activity, &ground, &visitor).read(&form, &mut faults, &visitor.speech);
    let faults = match desk::Error::unless_valid(faults) {
        Err(error) => next_step_faults(error).map_err(told)?,
        Ok(()) => match visitor.write(&app, CancelActivity { id, next_step }).await {
            Ok(()) => {
                return Ok(go_saying(&visitor, &sheet::back(&form, &ground.href), "said-cancelled", &[]));
            }
            Err(error) => next_step_faults(error).map_err(told)?,
        },
    };
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    Ok(draw(&form, &faults, &activity, &ground, &known, &visitor).refused(&visitor))
}

async fn load(app: &App, visitor: &Visitor, id: i64) -> desk::Result<(ActivityRow, Ground)> {
    let activity = app.desk.read(visitor.actor(), ActivityPage { id }).await?;
    let ground = Ground::load(app, visitor, of(&activity)).await?;
    Ok((activity, ground))
}

fn step(activity: &ActivityRow, ground: &Ground, visitor: &Visitor) -> Step {
    Step::next(ground.wants_next_after(Some(activity.id)), &visitor.speech)
}

fn draw(
    form: &Form,
    faults: &Faults,
    activity: &ActivityRow,
    ground: &Ground,
    known: &Known,
    visitor: &Visitor,
) -> sheet::Sheet {
    let speech = &visitor.speech;
    let step = step(activity, ground, visitor);
    sheet::Sheet {
        id: "cancel-activity",
        title: speech.t("cancel-activity"),
        about: Some(known.activity(&activity.r#type, &activity.subject)),
        action: routes::activity_cancel(activity.id),
        back: sheet::back(form, &ground.href),
        active: Nav::Day,
        body: html! {
            (faults.summary(speech))
            p { (speech.span(activity.starts_at, activity.ends_at)) }
            @if ground.on != desk::activity::On::Nothing { (step.boxed(form, faults, known, speech)) }
        },
        send: Some(Button::main(speech.t("cancel-activity"))),
        hint: None,
    }
}
