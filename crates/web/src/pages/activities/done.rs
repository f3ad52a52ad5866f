//! A planned activity took place: what came of it, and what follows.

use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use desk::activity::CompleteActivity;
use desk::look::{ActivityPage, ActivityRow};
use maud::{Markup, html};
use sales::{Fault, FieldError};

use super::create::of_fields;
use super::on::{Ground, of};
use super::step::{Step, set};
use super::taken;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::known::Known;
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Nav, Toast, toast};
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
    fill(&mut form, &activity, &ground, &app, &visitor).await.map_err(told)?;
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    Ok(draw(&form, &Faults::default(), &activity, &ground, &known, &visitor).show(&visitor))
}

pub async fn create(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, mut form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let (activity, ground) = load(&app, &visitor, id).await.map_err(told)?;
    // The circle of a row sends nothing: it was done as planned.
    let by_circle = form.filled("back").is_none();
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    let back = sheet::back(&form, &ground.href);
    let faults = match save(&app, &visitor, &form, &activity, &ground, by_circle).await {
        Ok(()) if by_circle && visitor.fragment => {
            let words = visitor.speech.t_with(
                "done-words",
                &[("what", known.activity(&activity.r#type, &activity.subject).into())],
            );
            let done = Toast { words, points: None, undo: visitor.did().map(routes::undo) };
            return Ok(toast(&done, &visitor.signed.csrf, &visitor.speech).into_response());
        }
        Ok(()) => {
            return Ok(go_saying(&visitor, if by_circle { "/day" } else { &back }, "said-logged", &[]));
        }
        Err(error) => next_step_faults(error).map_err(told)?,
    };
    fill(&mut form, &activity, &ground, &app, &visitor).await.map_err(told)?;
    let sheet = draw(&form, &faults, &activity, &ground, &known, &visitor);
    Ok(if by_circle { sheet.refused_over(&visitor) } else { sheet.refused(&visitor) })
}

async fn load(app: &App, visitor: &Visitor, id: i64) -> desk::Result<(ActivityRow, Ground)> {
    let activity = app.desk.read(visitor.actor(), ActivityPage { id }).await?;
    let ground = Ground::load(app, visitor, of(&activity)).await?;
    Ok((activity, ground))
}

/// Fills what nobody typed: as planned, if that is past; else as long, ending now.
async fn fill(
    form: &mut Form,
    activity: &ActivityRow,
    ground: &Ground,
    app: &App,
    visitor: &Visitor,
) -> desk::Result<()> {
    let speech = &visitor.speech;
    let length = activity.ends_at.duration_since(activity.starts_at);
    let began = if activity.starts_at <= speech.now {
        activity.starts_at
    } else {
        speech.now.saturating_sub(length).unwrap_or(speech.now)
    };
    taken::prefill(form, began, length.as_mins().max(1), speech);
    if let Some(person) = activity.person_id {
        set(form, "with", &person.to_string());
    }
    Step::next(ground.wants_next_after(Some(activity.id)), speech).prefill(form, "call", app, visitor).await
}

async fn save(
    app: &App,
    visitor: &Visitor,
    form: &Form,
    activity: &ActivityRow,
    ground: &Ground,
    by_circle: bool,
) -> desk::Result<()> {
    let mut act =
        CompleteActivity { id: activity.id, words: activity.words.clone(), ..CompleteActivity::default() };
    if !by_circle {
        let mut faults = Vec::new();
        let taken = taken::read(form, &mut faults, &visitor.speech);
        let step = Step::next(ground.wants_next_after(Some(activity.id)), &visitor.speech);
        act.next_step = step.read(form, &mut faults, &visitor.speech);
        desk::Error::unless_valid(faults)?;
        if let Some(taken) = taken {
            act.started_at = Some(taken.started_at);
            act.ended_at = Some(taken.ended_at);
            act.outcome = taken.outcome;
            act.words = taken.words;
            act.findings = taken.findings;
        }
    }
    visitor.write(app, act).await?;
    Ok(())
}

/// A next step that is wanting is a fault of its part of the form.
pub(super) fn next_step_faults(error: desk::Error) -> Result<Faults, desk::Error> {
    match error {
        desk::Error::NextStepRequired { .. } => {
            Ok(Faults(vec![FieldError::new("next_kind", Fault::Required)]))
        }
        other => of_fields(other),
    }
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
    let wants = ground.wants_next_after(Some(activity.id));
    sheet::Sheet {
        id: "done",
        title: known.activity(&activity.r#type, &activity.subject),
        about: (!ground.name.is_empty()).then(|| ground.name.clone()),
        action: routes::activity_done(activity.id),
        back: sheet::back(form, &ground.href),
        active: Nav::Day,
        body: body(form, faults, activity, ground, known, visitor),
        send: Some(Button::main(if wants { speech.t("log-and-plan") } else { speech.t("log-it-now") })),
        hint: None,
    }
}

fn body(
    form: &Form,
    faults: &Faults,
    activity: &ActivityRow,
    ground: &Ground,
    known: &Known,
    visitor: &Visitor,
) -> Markup {
    let speech = &visitor.speech;
    let step = Step::next(ground.wants_next_after(Some(activity.id)), speech);
    html! {
        (faults.summary(speech))
        @if !activity.words.is_empty() { p.hint { (activity.words) } }
        (taken::times(form, faults, &[], speech))
        (taken::result(form, faults, &activity.r#type, speech))
        @if ground.on != desk::activity::On::Nothing { (step.boxed(form, faults, known, speech)) }
    }
}
