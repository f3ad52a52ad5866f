//! Working hours of each weekday, and days on which nobody works.

use axum::extract::State;
use axum::response::Response;
use desk::settings::{AddHoliday, ChangeInstallation, Installation, ListHolidays, RemoveHoliday};
use jiff::civil::Time;
use maud::html;
use sales::calendar::WorkingHours;
use sales::{Fault, FieldError};

use super::frame::{answer, others};
use super::holidays::holidays;
use super::typed::{Done, Typed};
use super::week::{DAYS, label, week};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::posted::{Form, Posted};
use crate::visitor::Visitor;

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
            let done = Done { row: None, said: "settings-said-removed" };
            app.desk.write(visitor.actor(), RemoveHoliday { id }).await.map(|()| done)
        }
        "add" => add(&app, &visitor, &form).await,
        _ => save(&app, &visitor, &form).await,
    };
    match Typed::settle(done, form, "hours", &visitor)? {
        Ok(gone) => Ok(gone),
        Err(typed) => page(&app, &visitor, &named_by_day(typed, &visitor)).await,
    }
}

async fn add(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<Done> {
    let Some(day) = crate::pages::moment::day(form.text("day")) else {
        return Err(desk::Error::field("day", Fault::NotADate));
    };
    let new = AddHoliday { day, title: form.text("holiday_title").to_owned() };
    match app.desk.write(visitor.actor(), new).await {
        // The desk says `title`, which other pages have for a task's.
        Err(desk::Error::Invalid(faults)) => Err(desk::Error::Invalid(
            faults.into_iter().map(|fault| moved(fault, "title", "holiday_title")).collect(),
        )),
        done => done.map(Done::added),
    }
}

fn moved(fault: FieldError, from: &str, to: &str) -> FieldError {
    if fault.field == from { FieldError::new(to, fault.fault) } else { fault }
}

async fn save(app: &App, visitor: &Visitor, form: &Form) -> desk::Result<Done> {
    let house = app.desk.read(visitor.actor(), Installation).await?;
    let hours = typed_week(form)?;
    let wrong = first_wrong_end(&hours);
    let language = house.lang();
    let act = ChangeInstallation {
        company_name: house.company_name,
        base_currency: house.base_currency,
        time_zone: house.time_zone,
        language,
        working_hours: hours,
    };
    match app.desk.write(visitor.actor(), act).await {
        // The desk says that an end is wrong, the form where.
        Err(desk::Error::Invalid(faults)) => {
            let at = wrong.map_or_else(|| "working_hours".to_owned(), |at| format!("close-{at}"));
            let faults = faults.into_iter().take(1).map(|fault| moved(fault, "working_hours", &at));
            Err(desk::Error::Invalid(faults.collect()))
        }
        done => done.map(|()| Done::saved(None)),
    }
}

/// A day that is ticked as free, or has neither time, is free.
fn typed_week(form: &Form) -> desk::Result<WorkingHours> {
    let mut faults = Vec::new();
    let mut hours = WorkingHours([None; 7]);
    for (at, day) in hours.0.iter_mut().enumerate() {
        let [open, close] = ["open", "close"].map(|side| format!("{side}-{at}"));
        if form.is_on(&format!("free-{at}")) || (form.text(&open).is_empty() && form.text(&close).is_empty())
        {
            continue;
        }
        match (minute(form.text(&open)), minute(form.text(&close))) {
            (Some(open), Some(close)) => *day = Some((open, close)),
            (None, _) => faults.push(FieldError::new(&open, Fault::NotATime)),
            (_, None) => faults.push(FieldError::new(&close, Fault::NotATime)),
        }
    }
    if faults.is_empty() { Ok(hours) } else { Err(desk::Error::Invalid(faults)) }
}

fn first_wrong_end(hours: &WorkingHours) -> Option<usize> {
    hours.0.iter().position(|day| day.is_some_and(|(open, close)| open >= close))
}

/// `09:00` is 540. Midnight closes a day as well as it opens one: `00:00` as an end is not after a start.
fn minute(text: &str) -> Option<i16> {
    let time: Time = text.parse().ok()?;
    Some(i16::from(time.hour()) * 60 + i16::from(time.minute()))
}

/// Faults of the week say whose day they are.
fn named_by_day(typed: Typed, visitor: &Visitor) -> Typed {
    let speech = &visitor.speech;
    let fields = (0..DAYS.len()).flat_map(|at| [("open", at), ("close", at)]);
    fields.fold(typed, |typed, (side, at)| {
        let field = format!("{side}-{at}");
        let untimely = typed.faults.0.contains(&FieldError::new(&field, Fault::NotATime));
        let words = untimely.then(|| speech.t("settings-no-time"));
        typed.explain(&field, label(side, at, speech), words, speech)
    })
}

async fn page(app: &App, visitor: &Visitor, typed: &Typed) -> Result<Response, Trouble> {
    let told = |error| Trouble::from(error).told(visitor);
    let house = app.desk.read(visitor.actor(), Installation).await.map_err(told)?;
    let days = app.desk.read(visitor.actor(), ListHolidays).await.map_err(told)?;
    let body = html! {
        div.hours {
            (week(&house.working_hours.0, typed, visitor))
            (holidays(&days, typed, visitor))
        }
    };
    Ok(answer("hours", typed, &body, visitor))
}
