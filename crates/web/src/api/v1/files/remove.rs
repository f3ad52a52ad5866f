//! Taking a file from its record.

use axum::http::StatusCode;
use desk::file::RemoveFile;

use crate::api::v1::{ApiPath, Caller, Problem};

/// Removes a file. It can be brought back by `POST /acts/{act}/undo` for 30 days.
#[utoipa::path(
    delete, path = "/files/{id}", tag = "files", params(("id" = i64, Path)),
    responses((status = 204, description = "Removed")),
)]
pub async fn remove_file(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(RemoveFile { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
