//! The day of the member, or of one within their reach.

use axum::extract::{Query, State};
use desk::look::{Day, DayTask, MyDay, Todo};
use maud::{Markup, html};
use serde::Deserialize;

use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::known::{Known, kind_icon, said};
use crate::routes;
use crate::ui::{
    Begin, Button, Icon, Nav, NextStep, Page, TaskRow, empty_state, icon, next_step, panel, task_row,
};
use crate::visitor::Visitor;
use crate::words::Speech;

#[derive(Deserialize)]
pub struct Whose {
    member: Option<i64>,
}

pub async fn show(State(app): State<App>, Query(whose): Query<Whose>, visitor: Visitor) -> Answer {
    let look = MyDay { member: whose.member };
    let day =
        app.desk.read(visitor.actor(), look).await.map_err(|error| Trouble::from(error).told(&visitor))?;
    let known = Known::load(&app, &visitor, vec![day.member])
        .await
        .map_err(|error| Trouble::from(error).told(&visitor))?;
    let speech = &visitor.speech;
    let mut page = Page::new(speech.t("nav-day"), Nav::Day, body(&day, &known, &visitor));
    page.about = Some(speech.day_long(speech.today()));
    page.actions = html! { (Button::main(speech.t("day-new")).icon(Icon::Plus).opens("/new")) };
    Ok(visitor.page(&page))
}

fn body(day: &Day, known: &Known, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    if is_empty(day) {
        return nothing(speech);
    }
    html! {
        div.with-side {
            div.stack {
                (todos("day-overdue", day.overdue_count, &day.overdue, known, visitor))
                (todos("today", day.today.len() as i64, &day.today, known, visitor))
                (todos("day-next", day.next_count, &day.next, known, visitor))
                (tasks("day-tasks-overdue", &day.tasks.overdue, visitor))
                (tasks("day-tasks-today", &day.tasks.today, visitor))
                (tasks("day-tasks-later", &day.tasks.later, visitor))
                (tasks("day-queued", &day.queued, visitor))
            }
            aside.stack aria-label=(speech.t("day-aside")) {
                (panel(&speech.t("day-calendar"), None, &Markup::default(), &calendar(day, known, speech)))
                @if !day.without_next_step.is_empty() {
                    (panel(&speech.t("day-without"), None, &Markup::default(), &without(day, speech)))
                }
            }
        }
    }
}

fn is_empty(day: &Day) -> bool {
    let tasks = &day.tasks;
    let none = |rows: &[DayTask]| rows.is_empty();
    day.overdue.is_empty()
        && day.today.is_empty()
        && day.next.is_empty()
        && [&tasks.overdue, &tasks.today, &tasks.later, &day.queued].into_iter().all(|rows| none(rows))
        && day.without_next_step.is_empty()
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

fn todos(title: &str, count: i64, rows: &[Todo], known: &Known, visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    html! {
        @if !rows.is_empty() {
            section.day-group {
                h2 { (speech.t(title)) " " span.about { (speech.number(count)) } }
                ul.task-list role="list" {
                    @for row in rows { (task_row(&todo_row(row, known, speech), &visitor.signed.csrf, speech)) }
                }
            }
        }
    }
}

fn todo_row(todo: &Todo, known: &Known, speech: &Speech) -> TaskRow {
    let done = format!("{}/done", routes::activity(todo.id));
    let href = match (&todo.deal, &todo.company, &todo.person) {
        (Some(deal), _, _) => routes::deal(deal.id),
        (None, Some(company), _) => routes::company(company.id),
        (None, None, Some(person)) => routes::person(person.id),
        _ => done.clone(),
    };
    TaskRow {
        id: format!("activity-{}", todo.id),
        icon: kind_icon(&todo.kind),
        what: known.activity(&todo.kind, &todo.subject),
        href,
        about: about(todo, speech),
        when: if todo.starts_at < speech.now {
            speech.late_or_when(todo.starts_at)
        } else {
            speech.span(todo.starts_at, todo.ends_at)
        },
        complete: None,
        act: Some(Button::plain(speech.t("day-done")).small().icon(Icon::Check).opens(done)),
    }
}

/// "Harrow & Dale · Follow-Up · £15,700 · put off 2 times".
fn about(todo: &Todo, speech: &Speech) -> String {
    let mut parts: Vec<String> =
        [&todo.company, &todo.person].into_iter().flatten().map(|link| link.name.clone()).collect();
    parts.truncate(1);
    parts.extend(todo.deal.iter().map(|deal| deal.name.clone()));
    parts.extend(todo.stage_title.iter().map(|title| said(title, speech)));
    if let (Some(amount), Some(currency)) = (todo.amount, &todo.currency) {
        parts.push(speech.money_short(amount, currency));
    }
    if todo.postponed > 0 {
        parts.push(speech.t_with("day-postponed", &[("count", todo.postponed.into())]));
    }
    parts.join(" · ")
}

fn tasks(title: &str, rows: &[DayTask], visitor: &Visitor) -> Markup {
    let speech = &visitor.speech;
    let row = |task: &DayTask| {
        let place = task.deal_id.map(routes::deal).or(task.company_id.map(routes::company));
        let about = [&task.company_name, &task.deal_name, &task.queue];
        TaskRow {
            id: format!("task-{}", task.id),
            icon: Icon::Check,
            what: task.title.clone(),
            href: place.unwrap_or_else(|| "/day".to_owned()),
            about: about.into_iter().flatten().cloned().collect::<Vec<_>>().join(" · "),
            when: task.due_at.map(|at| speech.late_or_when(at)).unwrap_or_default(),
            complete: Some(format!("{}/done", routes::task(task.id))),
            act: None,
        }
    };
    html! {
        @if !rows.is_empty() {
            section.day-group {
                h2 { (speech.t(title)) " " span.about { (speech.number(rows.len() as i64)) } }
                ul.task-list role="list" {
                    @for task in rows { (task_row(&row(task), &visitor.signed.csrf, speech)) }
                }
            }
        }
    }
}

/// The day in the order of the clock, with the free hours between.
fn calendar(day: &Day, known: &Known, speech: &Speech) -> Markup {
    let mut end = None;
    html! {
        @if day.today.is_empty() { p.hint { (speech.t("day-free")) } }
        ol.day-hours role="list" {
            @for todo in &day.today {
                @if let Some(gap) = end.filter(|end| *end < todo.starts_at) {
                    li.free { (speech.span(gap, todo.starts_at)) " " (speech.t("day-gap")) }
                }
                li {
                    (icon(kind_icon(&todo.kind)))
                    span { b { (speech.span(todo.starts_at, todo.ends_at)) } " " (known.activity(&todo.kind, &todo.subject)) }
                }
                ({ end = end.max(Some(todo.ends_at)); Markup::default() })
            }
        }
    }
}

fn without(day: &Day, speech: &Speech) -> Markup {
    html! {
        ul.plain-list role="list" {
            @for card in &day.without_next_step {
                li {
                    a href=(routes::deal(card.id)) { (card.name) }
                    a href=(format!("/activities/new?deal={}&mode=plan", card.id)) data-dialog="" {
                        (next_step(&NextStep::None, speech))
                    }
                }
            }
        }
    }
}
