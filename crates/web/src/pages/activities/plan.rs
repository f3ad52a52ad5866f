//! Moving a planned activity to another time, or to another member.

use axum::extract::{Path, Query, State};
use desk::activity::RescheduleActivity;
use desk::look::{ActivityPage, ActivityRow};
use maud::html;

use super::create::of_fields;
use super::on::{Ground, of};
use super::step::{Step, set};
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
    let step = step(&visitor);
    step.set_times(&mut form, activity.starts_at, activity.ends_at, &visitor.speech);
    set(&mut form, "next_kind", &activity.r#type);
    set(&mut form, "next_subject", &activity.subject);
    set(&mut form, "next_owner", &activity.owner_id.to_string());
    let known = Known::load(&app, &visitor, vec![activity.owner_id]).await.map_err(told)?;
    Ok(draw(&form, &Faults::default(), &activity, &ground, &known, &visitor).show(&visitor))
}

pub async fn create(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let (activity, ground) = load(&app, &visitor, id).await.map_err(told)?;
    let faults = match save(&app, &visitor, &form, &activity).await {
        Ok(()) => return Ok(go_saying(&visitor, &sheet::back(&form, &ground.href), "said-planned", &[])),
        Err(error) => of_fields(error).map_err(told)?,
    };
    let known = Known::load(&app, &visitor, vec![activity.owner_id]).await.map_err(told)?;
    Ok(draw(&form, &faults, &activity, &ground, &known, &visitor).refused(&visitor))
}

async fn load(app: &App, visitor: &Visitor, id: i64) -> desk::Result<(ActivityRow, Ground)> {
    let activity = app.desk.read(visitor.actor(), ActivityPage { id }).await?;
    let ground = Ground::load(app, visitor, of(&activity)).await?;
    Ok((activity, ground))
}

fn step(visitor: &Visitor) -> Step {
    Step::next(true, &visitor.speech)
}

async fn save(app: &App, visitor: &Visitor, form: &Form, activity: &ActivityRow) -> desk::Result<()> {
    let mut faults = Vec::new();
    let read = step(visitor).read(form, &mut faults, &visitor.speech);
    desk::Error::unless_valid(faults)?;
    let Some(mut fields) = read else { return Ok(()) };
    fields.person_id = activity.person_id;
    fields.words.clone_from(&activity.words);
    visitor.write(app, RescheduleActivity { id: activity.id, fields }).await
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
    let put_off =
        (activity.postponed > 0).then(|| speech.t_with("put-off", &[("count", activity.postponed.into())]));
    sheet::Sheet {
        id: "plan",
        title: speech.t("reschedule"),
        about: Some(known.activity(&activity.r#type, &activity.subject)),
        action: routes::activity_plan(activity.id),
        back: sheet::back(form, &ground.href),
        active: Nav::Day,
        body: html! {
            (faults.summary(speech))
            (step(visitor).fields(form, faults, known, speech))
        },
        send: Some(Button::main(speech.t("reschedule"))),
        hint: put_off,
    }
}
