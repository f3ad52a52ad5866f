//! Putting a member away and taking them back.

use axum::http::StatusCode;
use desk::member::{ArchiveMember, RestoreMember};

use crate::api::v1::{ApiPath, Caller, Problem};

/// Puts a member away, for administrators: they sign in no more, and what they own stays theirs until it is assigned.
#[utoipa::path(
    post, path = "/members/{id}/archive", tag = "members", params(("id" = i64, Path)),
    responses((status = 204, description = "Archived")),
)]
pub async fn archive_member(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(ArchiveMember { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a member back; they sign in with the password they had.
#[utoipa::path(
    post, path = "/members/{id}/restore", tag = "members", params(("id" = i64, Path)),
    responses((status = 204, description = "Restored")),
)]
pub async fn restore_member(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(RestoreMember { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
