//! Taking a view away.

use axum::http::StatusCode;
use desk::view::DeleteView;

use crate::api::v1::{ApiPath, Caller, Problem};

/// Deletes a view: one's own, and administrators every one. What it showed stays.
#[utoipa::path(
    delete, path = "/views/{id}", tag = "views", params(("id" = i64, Path)),
    responses((status = 204, description = "Deleted")),
)]
pub async fn delete_view(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(DeleteView { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
