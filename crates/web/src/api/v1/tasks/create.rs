//! A new task.

use axum::response::Response;
use desk::task::CreateTask;
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::activities::On;
use crate::api::v1::bounds::Name;
use crate::api::v1::shared::{Made, made};
use crate::api::v1::{ApiJson, Caller, Problem};

/// A task to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTask {
    pub on: Option<On>,
    #[schema(value_type = Name)]
    pub title: String,
    /// Null is the caller.
    pub owner_id: Option<i64>,
    pub due_at: Option<Timestamp>,
}

/// Makes a task on a record, or one's own.
#[utoipa::path(post, path = "/tasks", tag = "tasks", request_body = NewTask, responses((status = 201, body = Made)))]
pub async fn create_task(caller: Caller, ApiJson(new): ApiJson<NewTask>) -> Result<Response, Problem> {
    Ok(made(caller.write(CreateTask::from(new)).await?))
}

impl From<NewTask> for CreateTask {
    fn from(new: NewTask) -> CreateTask {
        CreateTask { on: On::subject(new.on), title: new.title, owner: new.owner_id, due_at: new.due_at }
    }
}
