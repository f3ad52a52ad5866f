//! Days on which nobody works.

use axum::extract::{Path, State};
use desk::settings::{AddHoliday, ListHolidays, RemoveHoliday};
use maud::{Markup, html};
use sales::Fault;

use super::show::after;
use crate::answer::Answer;
use crate::app::App;
use crate::pages::moment;
use crate::posted::Posted;
use crate::ui::{Button, Field, Icon};
use crate::visitor::Visitor;

pub async fn add(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let done = match moment::day(form.text("day")) {
        Some(day) => app.desk.write(visitor.actor(), AddHoliday { day, title: form.text("title").into() }).await,
        None => Err(desk::Error::field("day", Fault::NotADate)),
    };
    after(&app, &visitor, done).await
}

pub async fn remove(State(app): State<App>, Path(id): Path<i64>, Posted { visitor, .. }: Posted) -> Answer {
    let done = app.desk.write(visitor.actor(), RemoveHoliday { id }).await;
    after(&app, &visitor, done).await
}

pub async fn panel(app: &App, visitor: &Visitor) -> desk::Result<Markup> {
    let days = app.desk.read(visitor.actor(), ListHolidays).await?;
    let speech = &visitor.speech;
    Ok(html! {
        ul.plain-list role="list" {
            @for day in &days {
                li.row {
                    span { b { (speech.day_full(day.day)) } " " (day.title) }
                    form method="post" action=(format!("/settings/holidays/{}/removal", day.id)) {
                        (visitor.token())
                        (Button::quiet(speech.t_with("settings-remove", &[("what", day.title.as_str().into())])).small().bare(Icon::Cross).submit())
                    }
                }
            }
        }
        form.one-line method="post" action="/settings/holidays" {
            (visitor.token())
            (Field::day("day", speech.t("field-day")).required().show(speech))
            (Field::text("title", speech.t("field-title")).id("holiday-title").required().show(speech))
            (Button::plain(speech.t("settings-add")).submit())
        }
    })
}
