//! The form of a task: what, who, until when.

use axum::extract::{Path, Query, State};
use desk::look::TaskPage;
use desk::task::{ChangeTask, CreateTask};
use jiff::Timestamp;
use maud::html;
use sales::{Fault, FieldError};

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::faults::Faults;
use crate::pages::activities::{Ground, named, set};
use crate::pages::known::Known;
use crate::pages::{go_saying, moment, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Field, Nav};
use crate::visitor::Visitor;

pub async fn new(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let mut form = Form(query);
    let ground = Ground::load(&app, &visitor, named(&form)).await.map_err(told)?;
    set(&mut form, "owner", &visitor.actor().member.map(|id| id.to_string()).unwrap_or_default());
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    Ok(draw_new(&form, &Faults::default(), &ground, &known, &visitor).show(&visitor))
}

pub async fn create(State(app): State<App>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let ground = Ground::load(&app, &visitor, named(&form)).await.map_err(told)?;
    let made = match due(&form, &visitor) {
        Ok(due_at) => {
            let act = CreateTask {
                on: ground.on,
                title: form.text("title").to_owned(),
                owner: form.id("owner"),
                due_at,
            };
            visitor.write(&app, act).await.map(|_| ())
        }
        Err(error) => Err(error),
    };
    let faults = match made {
        Ok(()) => return Ok(go_saying(&visitor, &sheet::back(&form, &ground.href), "said-task-added", &[])),
        Err(error) => Faults::of(error).map_err(told)?,
    };
    let known = Known::load(&app, &visitor, Vec::new()).await.map_err(told)?;
    Ok(draw_new(&form, &faults, &ground, &known, &visitor).refused(&visitor))
}

pub async fn edit(State(app): State<App>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let task = app.desk.read(visitor.actor(), TaskPage { id }).await.map_err(told)?;
    let mut form = Form::default();
    set(&mut form, "title", &task.title);
    set(&mut form, "owner", &task.owner_id.map(|id| id.to_string()).unwrap_or_default());
    set(&mut form, "due_at", &task.due_at.map(|at| moment::typed(at, &visitor.speech)).unwrap_or_default());
    set(&mut form, "back", &task.deal_id.map_or_else(|| "/day".to_owned(), routes::deal));
    let known = Known::load(&app, &visitor, task.owner_id.into_iter().collect()).await.map_err(told)?;
    Ok(draw_edit(&form, &Faults::default(), id, &known, &visitor).show(&visitor))
}

pub async fn save(State(app): State<App>, Path(id): Path<i64>, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let saved = match due(&form, &visitor) {
        Ok(due_at) => {
            let act =
                ChangeTask { id, title: form.text("title").to_owned(), owner: form.id("owner"), due_at };
            visitor.write(&app, act).await
        }
        Err(error) => Err(error),
    };
    let faults = match saved {
        Ok(_) => return Ok(go_saying(&visitor, &sheet::back(&form, "/day"), "said-saved", &[])),
        Err(error) => Faults::of(error).map_err(told)?,
    };
    let known = Known::load(&app, &visitor, form.id("owner").into_iter().collect()).await.map_err(told)?;
    Ok(draw_edit(&form, &faults, id, &known, &visitor).refused(&visitor))
}

fn due(form: &Form, visitor: &Visitor) -> desk::Result<Option<Timestamp>> {
    let Some(typed) = form.filled("due_at") else { return Ok(None) };
    let read = moment::moment(typed, &visitor.speech);
    read.map(Some).ok_or_else(|| desk::Error::Invalid(vec![FieldError::new("due_at", Fault::NotATime)]))
}

fn draw_new(form: &Form, faults: &Faults, ground: &Ground, known: &Known, visitor: &Visitor) -> sheet::Sheet {
    let speech = &visitor.speech;
    sheet::Sheet {
        id: "task",
        title: speech.t("new-task"),
        about: (!ground.name.is_empty()).then(|| ground.name.clone()),
        action: "/tasks".to_owned(),
        back: sheet::back(form, &ground.href),
        active: Nav::Day,
        body: html! {
            @if let Some((noun, id)) = ground.query.split_once('=') { input type="hidden" name=(noun) value=(id); }
            (fields(form, faults, known, visitor))
        },
        send: Some(Button::main(speech.t("add-task"))),
        hint: None,
    }
}

fn draw_edit(form: &Form, faults: &Faults, id: i64, known: &Known, visitor: &Visitor) -> sheet::Sheet {
    let speech = &visitor.speech;
    sheet::Sheet {
        id: "task",
        title: speech.t("edit-task"),
        about: None,
        action: format!("{}/edit", routes::task(id)),
        back: sheet::back(form, "/day"),
        active: Nav::Day,
        body: fields(form, faults, known, visitor),
        send: Some(Button::main(speech.t("save"))),
        hint: None,
    }
}

fn fields(form: &Form, faults: &Faults, known: &Known, visitor: &Visitor) -> maud::Markup {
    let speech = &visitor.speech;
    let one =
        |input: Field, name: &str| input.value(form.text(name)).error(faults.at(name, speech)).show(speech);
    html! {
        (faults.summary(speech))
        (one(Field::text("title", speech.t("field-title")).required(), "title"))
        div.fields-row {
            (one(Field::select("owner", speech.t("field-who"), known.members()), "owner"))
            (one(Field::moment("due_at", speech.t("field-due-at")).optional(), "due_at"))
        }
    }
}
