//! Tasks within reach, page by page.

use axum::Json;
use desk::look::{ListedTask, TaskList};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::shared::{Link, Page, link};
use crate::api::v1::work::WorkQuery;
use crate::api::v1::{Answer, ApiQuery, Caller};

/// A task in a list, with what it is for.
#[derive(Debug, Serialize, ToSchema)]
pub struct TaskEntry {
    pub id: i64,
    pub title: String,
    /// As the process names it, such as `set-up`; empty for one made by hand.
    pub kind: String,
    pub owner: Option<Link>,
    /// The team that it waits for, until a member takes it.
    pub queue: Option<String>,
    pub due_at: Option<Timestamp>,
    pub done_at: Option<Timestamp>,
    pub deal: Option<Link>,
    pub company: Option<Link>,
    pub person: Option<Link>,
}

impl From<ListedTask> for TaskEntry {
    fn from(row: ListedTask) -> TaskEntry {
        TaskEntry {
            id: row.id,
            title: row.title,
            kind: row.kind,
            owner: link(row.owner_id, row.owner_name),
            queue: row.queue,
            due_at: row.due_at,
            done_at: row.done_at,
            deal: link(row.deal_id, row.deal_name),
            company: link(row.company_id, row.company_name),
            person: link(row.person_id, row.person_name),
        }
    }
}

/// Lists tasks by their deadline, those without one last.
#[utoipa::path(
    get, path = "/tasks", tag = "tasks", params(WorkQuery), responses((status = 200, body = Page<TaskEntry>)),
)]
pub async fn list_tasks(caller: Caller, ApiQuery(query): ApiQuery<WorkQuery>) -> Answer<Page<TaskEntry>> {
    let page = caller.read(TaskList(query.asked(&caller)?)).await?;
    Ok(Json(Page::of(page.rows, page.next)))
}
