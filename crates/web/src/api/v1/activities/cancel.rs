//! Cancelling a planned activity.

use axum::http::StatusCode;
use desk::activity::CancelActivity;
use serde::Deserialize;
use utoipa::ToSchema;

use super::ActivityFields;
use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// What comes instead.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Cancellation {
    /// Asked for where an open deal would be left without one (422 `next-step-required`).
    pub next_step: Option<ActivityFields>,
}

/// Cancels a planned activity; the last one of an open deal only with another in its place.
#[utoipa::path(
    post, path = "/activities/{id}/cancel", tag = "activities", params(("id" = i64, Path)), request_body = Cancellation,
    responses((status = 204, description = "Cancelled")),
)]
pub async fn cancel_activity(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(instead): ApiJson<Cancellation>,
) -> Result<StatusCode, Problem> {
    caller.write(CancelActivity { id, next_step: instead.next_step.map(Into::into) }).await?;
    Ok(StatusCode::NO_CONTENT)
}
