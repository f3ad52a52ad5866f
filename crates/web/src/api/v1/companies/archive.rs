//! Putting a company away and taking it back.

use axum::http::StatusCode;
use desk::company::{ArchiveCompany, RestoreCompany};

use crate::api::v1::{ApiPath, Caller, Problem};

/// Puts a company away. Lists, counts and search leave it out; nothing of it is lost.
#[utoipa::path(
    post, path = "/companies/{id}/archive", tag = "companies", params(("id" = i64, Path)),
    responses((status = 204, description = "Archived")),
)]
pub async fn archive_company(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(ArchiveCompany { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes an archived company back.
#[utoipa::path(
    post, path = "/companies/{id}/restore", tag = "companies", params(("id" = i64, Path)),
    responses((status = 204, description = "Restored")),
)]
pub async fn restore_company(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(RestoreCompany { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
