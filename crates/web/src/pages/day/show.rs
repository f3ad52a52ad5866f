//! The day of the member, or of one within their reach.

use axum::extract::{Query, State};
use desk::look::{Day, MyDay};
use maud::{Markup, html};
use serde::Deserialize;

use super::{agenda, rows, week};
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::Known;
use crate::routes;
use crate::ui::{Begin, Button, Icon, Nav, NextStep, Page, empty_state, next_step, panel};
use crate::visitor::Visitor;
use crate::words::Speech;

#[derive(Deserialize)]
pub struct Asked {
    member: Option<i64>,
    /// The part that is shown as a whole: `overdue`, `next` or `tasks`.
    all: Option<String>,
}

pub async fn show(State(app): State<App>, Query(asked): Query<Asked>, visitor: Visitor) -> Answer {
    let look = MyDay { member: asked.member };
    let day =
        app.desk.read(visitor.actor(), look).await.map_err(|error| Trouble::from(error).told(&visitor))?;
    let known = Known::load(&app, &visitor, vec![day.member])
        .await
        .map_err(|error| Trouble::from(error).told(&visitor))?;
    let speech = &visitor.speech;
    let whole = asked.all.as_deref().unwrap_or_default();
    let mut page = Page::new(speech.t("nav-day"), Nav::Day, body(&day, whole, &known, &visitor));
    page.live = Some("deals".to_owned());
    page.about = Some(speech.day_long(speech.today()));
    page.actions = html! { (Button::main(speech.t("day-new")).icon(Icon::Plus).opens("/new")) };
    Ok(visitor.page(&page))
}

fn body(day: &Day, whole: &str, known: &Known, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    if is_empty(day) {
        return nothing(speech);
    }
    html! {
        div.with-side {
            div.day {
                @if day.overdue.is_empty() && day.today.is_empty() { p.hint { (speech.t("day-clear")) } }
                (rows::parts(day, whole, known, visitor))
            }
            aside.stack aria-label=(speech.t("day-aside")) {
                (panel(&speech.t("day-week"), None, &Markup::default(), &week::show(&day.week, speech)))
                (agenda::show(day, known, visitor))
                @if !day.without_next_step.is_empty() {
                    (panel(&speech.t("day-without"), None, &Markup::default(), &without(day, speech)))
                }
            }
        }
    }
}

fn is_empty(day: &Day) -> bool {
    let tasks = &day.tasks;
    day.overdue.is_empty()
        && day.today.is_empty()
        && day.next.is_empty()
        && [&tasks.overdue, &tasks.today, &tasks.later, &day.queued].into_iter().all(|rows| rows.is_empty())
        && day.without_next_step.is_empty()
        && day.week.iter().all(|day| day.planned + day.done == 0)
}

fn nothing(speech: &Speech) -> Markup {
    let way = |icon, key: &str, href: &str| Begin {
        icon,
        title: speech.t(key),
        detail: speech.t(&format!("{key}-detail")),
        href: href.to_owned(),
    };
    let ways =
        [way(Icon::Plus, "day-begin-deal", "/deals/new"), way(Icon::Import, "day-begin-import", "/import")];
    empty_state(&speech.t("day-empty"), &speech.t("day-empty-detail"), &ways)
}

fn without(day: &Day, speech: &Speech) -> Markup {
    html! {
        ul.plain-list role="list" {
            @for card in &day.without_next_step {
                li {
                    a href=(routes::deal(card.id)) { (card.name) }
                    a href=(routes::new_activity(&format!("deal={}", card.id), "plan", "")) data-dialog="" {
                        (next_step(&NextStep::None, speech))
                    }
                }
            }
        }
    }
}
