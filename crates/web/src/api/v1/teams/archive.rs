//! Putting a team away and taking it back.

use axum::http::StatusCode;
use desk::member::{ArchiveTeam, RestoreTeam};

use crate::api::v1::{ApiPath, Caller, Problem};

/// Puts an empty team away, for administrators.
#[utoipa::path(
    post, path = "/teams/{id}/archive", tag = "teams", params(("id" = i64, Path)),
    responses((status = 204, description = "Archived")),
)]
pub async fn archive_team(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(ArchiveTeam { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a team back.
#[utoipa::path(
    post, path = "/teams/{id}/restore", tag = "teams", params(("id" = i64, Path)),
    responses((status = 204, description = "Restored")),
)]
pub async fn restore_team(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(RestoreTeam { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
