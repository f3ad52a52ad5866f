//! Offering a word no more, and again.

use axum::http::StatusCode;
use desk::settings::{RestoreChoice, RetireChoice};

use crate::api::v1::{ApiPath, Caller, Problem};

/// Offers a word no more, for administrators; records that have it keep it.
#[utoipa::path(
    post, path = "/choices/{id}/retire", tag = "choices", params(("id" = i64, Path)),
    responses((status = 204, description = "Retired")),
)]
pub async fn retire_choice(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(RetireChoice { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Offers a word again.
#[utoipa::path(
    post, path = "/choices/{id}/restore", tag = "choices", params(("id" = i64, Path)),
    responses((status = 204, description = "Restored")),
)]
pub async fn restore_choice(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(RestoreChoice { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
