//! Changing a task.

use axum::http::StatusCode;
use desk::task::ChangeTask;
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::Name;
use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// A task's fields as they shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskFields {
    #[schema(value_type = Name)]
    pub title: String,
    /// Null leaves it with whom it is.
    pub owner_id: Option<i64>,
    pub due_at: Option<Timestamp>,
}

/// Writes a task's title, doer and deadline; naming yourself takes a queue's task.
#[utoipa::path(
    put, path = "/tasks/{id}", tag = "tasks", params(("id" = i64, Path)), request_body = TaskFields,
    responses((status = 204, description = "Changed")),
)]
pub async fn change_task(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(fields): ApiJson<TaskFields>,
) -> Result<StatusCode, Problem> {
    let act = ChangeTask { id, title: fields.title, owner: fields.owner_id, due_at: fields.due_at };
    caller.write(act).await?;
    Ok(StatusCode::NO_CONTENT)
}
