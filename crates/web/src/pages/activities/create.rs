//! A new activity: one that took place, or one to come.

use axum::extract::{Query, State};
use axum::response::Response;
use desk::activity::{LogActivity, PlanActivity};
use jiff::ToSpan;
use maud::{Markup, html};
use sales::FieldError;
use sales::activity::ActivityFields;

use super::on::{Ground, named};
use super::step::{Step, set};
use super::taken::{self, Taken};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::known::Known;
use crate::pages::{go_saying, sheet};
use crate::posted::{Form, Posted};
use crate::ui::{Button, Field, Nav, choices};
use crate::visitor::Visitor;

/// How long ago a call just ended is offered to have begun, in minutes.
const JUST_NOW: i64 = 15;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let mut form = Form(query);
    let ground = Ground::load(&app, &visitor, named(&form)).await.map_err(told)?;
    set(&mut form, "mode", "log");
    set(&mut form, "type", "call");
    let speech = &visitor.speech;
    let started = speech.now.checked_sub(JUST_NOW.minutes()).unwrap_or(speech.now);
    taken::prefill(&mut form, started, JUST_NOW, speech);
    let kind = form.text("type").to_owned();
    let step = step(&form, &ground, &visitor);
    step.prefill(&mut form, &kind, &app, &visitor).await.map_err(told)?;
    if ground.people.len() == 1 {
        set(&mut form, "with", &ground.people[0].0);
    }
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    Ok(draw(&form, &Faults::default(), &ground, &known, &visitor).show(&visitor))
}

pub async fn create(State(app): State<App>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let ground = Ground::load(&app, &visitor, named(&form)).await.map_err(told)?;
    let back = sheet::back(&form, &ground.href);
    let faults = match save(&app, &visitor, &form, &ground).await {
        Ok(()) => {
            let key = if is_plan(&form) { "said-planned" } else { "said-logged" };
            return Ok(go_saying(&visitor, &back, key, &[]));
        }
        Err(error) => super::done::next_step_faults(error).map_err(told)?,
    };
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    Ok(refused(&form, &faults, &ground, &known, &visitor))
}

fn refused(form: &Form, faults: &Faults, ground: &Ground, known: &Known, visitor: &Visitor) -> Response {
    draw(form, faults, ground, known, visitor).refused(visitor)
}

async fn save(app: &App, visitor: &Visitor, form: &Form, ground: &Ground) -> desk::Result<()> {
    let speech = &visitor.speech;
    let mut faults = Vec::new();
    let next = step(form, ground, visitor).read(form, &mut faults, speech);
    if is_plan(form) {
        desk::Error::unless_valid(faults)?;
        let Some(mut fields) = next else { return Ok(()) };
        fields.person_id = form.id("with");
        fields.words = form.text("words").to_owned();
        visitor.write(app, PlanActivity { on: ground.on, fields }).await?;
        return Ok(());
    }
    let taken = taken::read(form, &mut faults, speech);
    desk::Error::unless_valid(faults)?;
    let Some(taken) = taken else { return Ok(()) };
    visitor.write(app, logged(form, ground, taken, next)).await?;
    Ok(())
}

fn logged(form: &Form, ground: &Ground, taken: Taken, next_step: Option<ActivityFields>) -> LogActivity {
    let fields = ActivityFields {
        kind: form.text("type").to_owned(),
        subject: form.text("subject").to_owned(),
        starts_at: taken.started_at,
        ends_at: taken.ended_at,
        owner_id: None,
        person_id: form.id("with"),
        words: taken.words,
    };
    LogActivity { on: ground.on, fields, outcome: taken.outcome, findings: taken.findings, next_step }
}

fn is_plan(form: &Form) -> bool {
    form.text("mode") == "plan"
}

/// What is planned: the activity itself, or what follows it.
fn step(form: &Form, ground: &Ground, visitor: &Visitor) -> Step {
    let required = is_plan(form) || ground.wants_next_after(None);
    Step::next(required, &visitor.speech)
}

fn draw(form: &Form, faults: &Faults, ground: &Ground, known: &Known, visitor: &Visitor) -> sheet::Sheet {
    let speech = &visitor.speech;
    let (plans, kind) = (is_plan(form), form.text("type"));
    let (title, send) = if plans {
        (speech.t("plan-activity"), speech.t("plan-it"))
    } else {
        let words = [("kind", known.kind(kind).into())];
        (speech.t_with("log-kind", &words), speech.t("log-it-now"))
    };
    let about = (!ground.name.is_empty()).then(|| ground.name.clone());
    sheet::Sheet {
        id: "activity",
        title,
        about,
        action: "/activities".to_owned(),
        back: sheet::back(form, &ground.href),
        active: Nav::Day,
        body: body(form, faults, ground, known, visitor),
        send: Some(Button::main(send)),
        hint: None,
    }
}

fn body(form: &Form, faults: &Faults, ground: &Ground, known: &Known, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let step = step(form, ground, visitor);
    let on = ground.query.split_once('=');
    html! {
        (faults.summary(speech))
        input type="hidden" name="mode" value=(form.text("mode"));
        @if let Some((noun, id)) = on { input type="hidden" name=(noun) value=(id); }
        @if is_plan(form) {
            (step.fields(form, faults, known, speech))
            @if !ground.people.is_empty() { (with(form, ground, visitor)) }
        } @else {
            (choices("type", &speech.t("field-kind"), &known.kinds(&[], form.text("type")), Some(form.text("type"))))
            (Field::text("subject", speech.t("field-what")).optional().value(form.text("subject"))
                .error(faults.at("subject", speech)).show(speech))
            (taken::times(form, faults, &ground.people, speech))
            (taken::result(form, faults, form.text("type"), speech))
            (step.boxed(form, faults, known, speech))
        }
    }
}

fn with(form: &Form, ground: &Ground, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let mut people = ground.people.clone();
    people.insert(0, (String::new(), speech.t("nobody-named")));
    Field::select("with", speech.t("field-with"), people).value(form.text("with")).show(speech)
}

/// Faults of the fields as an act names them.
pub(super) fn of_fields(error: desk::Error) -> Result<Faults, desk::Error> {
    let rename = |fault: FieldError| {
        let field = match fault.field.as_str() {
            "type" => "next_kind",
            "starts_at" => "next_from",
            "ends_at" => "next_to",
            "owner" => "next_owner",
            other => other,
        };
        FieldError { field: field.to_owned(), fault: fault.fault }
    };
    Faults::of(error).map(|faults| Faults(faults.0.into_iter().map(rename).collect()))
}
