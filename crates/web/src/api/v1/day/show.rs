//! What a member has to do.

use axum::Json;
use desk::look::MyDay;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::shared::Link;
use crate::api::v1::tasks::DayTask;
use crate::api::v1::{Answer, ApiQuery, Caller};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default, deny_unknown_fields)]
pub struct DayQuery {
    /// A member within reach; left out, the caller.
    pub member: Option<i64>,
}

/// A member's day, in the caller's time zone. Each part shows up to 100.
#[derive(Debug, Serialize, ToSchema)]
pub struct Day {
    pub member: i64,
    pub overdue: Vec<Todo>,
    pub overdue_count: i64,
    pub today: Vec<Todo>,
    /// Of the next two weeks.
    pub next: Vec<Todo>,
    pub next_count: i64,
    pub tasks_overdue: Vec<DayTask>,
    pub tasks_today: Vec<DayTask>,
    /// Later, or without a deadline.
    pub tasks_later: Vec<DayTask>,
    /// Tasks of queues that nobody has taken yet.
    pub tasks_queued: Vec<DayTask>,
    /// Open deals without a next step.
    pub deals_without_next_step: Vec<Link>,
}

/// An activity to be done.
#[derive(Debug, Serialize, ToSchema)]
pub struct Todo {
    pub id: i64,
    #[serde(rename = "type")]
    pub kind: String,
    pub subject: String,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    /// How often it was put off.
    pub postponed: i64,
    pub deal: Option<Link>,
    pub company: Option<Link>,
    pub person: Option<Link>,
}

/// Looks at the caller's day, or at that of a member within reach.
#[utoipa::path(get, path = "/day", tag = "day", params(DayQuery), responses((status = 200, body = Day)))]
pub async fn day(caller: Caller, ApiQuery(query): ApiQuery<DayQuery>) -> Answer<Day> {
    Ok(Json(Day::from(caller.read(MyDay { member: query.member }).await?)))
}

impl From<desk::look::Day> for Day {
    fn from(day: desk::look::Day) -> Day {
        let todos = |todos: Vec<desk::look::Todo>| todos.into_iter().map(Todo::from).collect();
        let tasks = |tasks: Vec<desk::look::DayTask>| tasks.into_iter().map(DayTask::from).collect();
        let bare = day.without_next_step.into_iter();
        Day {
            member: day.member,
            overdue: todos(day.overdue),
            overdue_count: day.overdue_count,
            today: todos(day.today),
            next: todos(day.next),
            next_count: day.next_count,
            tasks_overdue: tasks(day.tasks.overdue),
            tasks_today: tasks(day.tasks.today),
            tasks_later: tasks(day.tasks.later),
            tasks_queued: tasks(day.queued),
            deals_without_next_step: bare.map(|card| Link { id: card.id, name: card.name }).collect(),
        }
    }
}

impl From<desk::look::Todo> for Todo {
    fn from(todo: desk::look::Todo) -> Todo {
        Todo {
            id: todo.id,
            kind: todo.kind,
            subject: todo.subject,
            starts_at: todo.starts_at,
            ends_at: todo.ends_at,
            postponed: todo.postponed,
            deal: todo.deal.map(Link::from),
            company: todo.company.map(Link::from),
            person: todo.person.map(Link::from),
        }
    }
}
