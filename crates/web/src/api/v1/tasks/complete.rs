//! Completing a task, and taking that back.

use axum::http::StatusCode;
use desk::task::{CompleteTask, ReopenTask};

use crate::api::v1::{ApiPath, Caller, Problem};

/// Says that a task is done.
#[utoipa::path(
    post, path = "/tasks/{id}/complete", tag = "tasks", params(("id" = i64, Path)),
    responses((status = 204, description = "Done")),
)]
pub async fn complete_task(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(CompleteTask { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes that back.
#[utoipa::path(
    post, path = "/tasks/{id}/reopen", tag = "tasks", params(("id" = i64, Path)),
    responses((status = 204, description = "Open again")),
)]
pub async fn reopen_task(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(ReopenTask { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
