//! Putting a person away and taking it back.

use axum::http::StatusCode;
use desk::person::{ArchivePerson, RestorePerson};

use crate::api::v1::{ApiPath, Caller, Problem};

/// Puts a person away. Lists, counts and search leave it out; nothing of it is lost.
#[utoipa::path(
    post, path = "/people/{id}/archive", tag = "people", params(("id" = i64, Path)),
    responses((status = 204, description = "Archived")),
)]
pub async fn archive_person(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(ArchivePerson { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes an archived person back.
#[utoipa::path(
    post, path = "/people/{id}/restore", tag = "people", params(("id" = i64, Path)),
    responses((status = 204, description = "Restored")),
)]
pub async fn restore_person(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(RestorePerson { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
