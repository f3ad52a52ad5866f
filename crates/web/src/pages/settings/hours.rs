//! Working hours of each weekday, and days on which nobody works.

use axum::extract::State;
use axum::response::Response;
use desk::settings::{AddHoliday, ChangeInstallation, Installation, ListHolidays, RemoveHoliday};
use jiff::civil::{Time, Weekday};
use maud::{Markup, html};
use sales::calendar::WorkingHours;
use sales::{Fault, FieldError};

use super::frame::{answer, others};
use super::typed::{Typed, act, form as form_of};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::go;
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{Button, Field, Icon, panel};
use crate::visitor::Visitor;

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

pub async fn show(State(app): State<App>, visitor: Visitor) -> Answer {
    if let Some(why) = others(&visitor) {
        return Ok(why);
    }
    page(&app, &visitor, &Typed::default()).await
}

pub async fn change(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let done = match form.text("act") {
        "remove" => {
            let id = form.id("form").unwrap_or_default();
            app.desk.write(visitor.actor(), RemoveHoliday { id }).await
        }
        "add" => add(&app, &visitor, &form).await,
        _ => save(&app, &visitor, &form).await,
    };
    match Typed::of(done, form, &visitor)? {
        None => Ok(go(&visitor, &routes::settings("hours"))),
        Some(typed) => page(&app, &visitor, &typed).await,
    }
}

async fn add(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<()> {
    let Some(day) = crate::pages::moment::day(form.text("day")) else {
        return Err(desk::Error::field("day", Fault::NotADate));
    };
    let new = AddHoliday { day, title: form.text("holiday_title").to_owned() };
    match app.desk.write(visitor.actor(), new).await {
        Err(desk::Error::Invalid(faults)) => {
            Err(desk::Error::Invalid(faults.into_iter().map(named).collect()))
        }
        done => done.map(drop),
    }
}

/// The desk says `title`, which other pages have for a task's.
fn named(fault: FieldError) -> FieldError {
    if fault.field == "title" { FieldError::new("holiday_title", fault.fault) } else { fault }
}

async fn save(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<()> {
    let house = app.desk.read(visitor.actor(), Installation).await?;
    let mut hours = WorkingHours([None; 7]);
    for (at, day) in hours.0.iter_mut().enumerate() {
        let (open, close) = (form.text(&format!("open-{at}")), form.text(&format!("close-{at}")));
        *day = match (open, close) {
            ("", "") => None,
            _ => Some((minute(open)?, minute(close)?)),
        };
    }
    let language = house.lang();
    let act = ChangeInstallation {
        company_name: house.company_name,
        base_currency: house.base_currency,
        time_zone: house.time_zone,
        language,
        working_hours: hours,
    };
    app.desk.write(visitor.actor(), act).await
}

/// `09:00` is 540. Midnight closes a day as well as it opens one: `00:00` as an end is not after a start.
fn minute(text: &str) -> desk::Result<i16> {
    let time: Time = text.parse().map_err(|_| desk::Error::field("working_hours", Fault::NotATime))?;
    Ok(i16::from(time.hour()) * 60 + i16::from(time.minute()))
}

/// A day that closes at midnight is shown to its last minute.
fn typed_minute(minute: i16) -> String {
    let minute = minute.min(24 * 60 - 1);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

async fn page(app: &App, visitor: &Visitor, typed: &Typed) -> Result<Response, Trouble> {
    let told = |error| Trouble::from(error).told(visitor);
    let house = app.desk.read(visitor.actor(), Installation).await.map_err(told)?;
    let holidays = app.desk.read(visitor.actor(), ListHolidays).await.map_err(told)?;
    let speech = &visitor.speech;
    let address = routes::settings("hours");
    let days = html! {
        @for holiday in &holidays {
            (form_of(&holiday.id.to_string(), &address, visitor, &html! {
                p { (speech.day_full(holiday.day)) " · " (holiday.title) }
                (act("settings-remove", "remove", visitor))
            }))
        }
        @if holidays.is_empty() { p.hint { (speech.t("settings-no-holidays")) } }
        (form_of("add", &address, visitor, &html! {
            (typed.put("add", "day", Field::day("day", speech.t("field-day")).required(), "", speech))
            (typed.put("add", "holiday_title", Field::text("holiday_title", speech.t("field-holiday-title")).required(), "", speech))
            (act("settings-add", "add", visitor))
        }))
    };
    let body = html! {
        (panel(&speech.t("settings-hours"), None, &Markup::default(), &week(&house.working_hours.0, typed, visitor)))
        (panel(&speech.t("settings-holidays"), None, &Markup::default(), &days))
    };
    Ok(answer("hours", &speech.t("settings-hours"), typed, &body, visitor))
}

fn week(hours: &WorkingHours, typed: &Typed, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let side = |key: &str, name: &str, day: &str, stands: &str| {
        let label = speech.t_with(key, &[("day", day.into())]);
        typed.put("week", name, Field::input("time", name.to_owned(), label), stands, speech)
    };
    html! {
        form.fields method="post" action=(routes::settings("hours")) {
            (visitor.token())
            input type="hidden" name="form" value="week";
            p.hint #working_hours { (speech.t("settings-hours-hint")) }
            @for (at, weekday) in WEEK.into_iter().enumerate() {
                @let (open, close) = hours.0[at].map(|(open, close)| (typed_minute(open), typed_minute(close))).unwrap_or_default();
                @let day = speech.weekday_short(weekday);
                div.fields-row {
                    (side("settings-opens", &format!("open-{at}"), day, &open))
                    (side("settings-closes", &format!("close-{at}"), day, &close))
                }
            }
            div.acts { (Button::main(speech.t("settings-save")).icon(Icon::Check).submit()) }
        }
    }
}
