//! Putting a deal away and taking it back.

use axum::http::StatusCode;
use desk::deal::{ArchiveDeal, RestoreDeal};

use crate::api::v1::{ApiPath, Caller, Problem};

/// Puts a deal away. Lists, counts and search leave it out; nothing of it is lost.
#[utoipa::path(
    post, path = "/deals/{id}/archive", tag = "deals", params(("id" = i64, Path)),
    responses((status = 204, description = "Archived")),
)]
pub async fn archive_deal(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(ArchiveDeal { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes an archived deal back.
#[utoipa::path(
    post, path = "/deals/{id}/restore", tag = "deals", params(("id" = i64, Path)),
    responses((status = 204, description = "Restored")),
)]
pub async fn restore_deal(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(RestoreDeal { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
