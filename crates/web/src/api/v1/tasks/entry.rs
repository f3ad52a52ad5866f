//! A task as it is read.

use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::shared::{Link, link};

/// A task of a deal.
#[derive(Debug, Serialize, ToSchema)]
pub struct Task {
    pub id: i64,
    pub title: String,
    /// As the process names it, such as `set-up`; empty for one made by hand.
    pub kind: String,
    pub owner: Option<Link>,
    /// The team that it waits for, until a member takes it.
    pub queue: Option<String>,
    pub due_at: Option<Timestamp>,
    pub done_at: Option<Timestamp>,
}

/// An open task with what it is for.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayTask {
    pub id: i64,
    pub title: String,
    pub kind: String,
    pub queue: Option<String>,
    pub due_at: Option<Timestamp>,
    pub deal: Option<Link>,
    pub company: Option<Link>,
}

impl From<desk::look::DealTask> for Task {
    fn from(task: desk::look::DealTask) -> Task {
        Task {
            id: task.id,
            title: task.title,
            kind: task.kind,
            owner: link(task.owner_id, task.owner_name),
            queue: task.queue,
            due_at: task.due_at,
            done_at: task.done_at,
        }
    }
}

impl From<desk::look::DayTask> for DayTask {
    fn from(task: desk::look::DayTask) -> DayTask {
        DayTask {
            id: task.id,
            title: task.title,
            kind: task.kind,
            queue: task.queue,
            due_at: task.due_at,
            deal: link(task.deal_id, task.deal_name),
            company: link(task.company_id, task.company_name),
        }
    }
}
