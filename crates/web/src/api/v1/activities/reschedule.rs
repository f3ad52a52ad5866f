//! Moving a planned activity.

use axum::http::StatusCode;
use desk::activity::RescheduleActivity;

use super::ActivityFields;
use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// Writes a planned activity's fields as they shall be; a later start counts as put off.
#[utoipa::path(
    put, path = "/activities/{id}", tag = "activities", params(("id" = i64, Path)), request_body = ActivityFields,
    responses((status = 204, description = "Moved")),
)]
pub async fn reschedule_activity(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(fields): ApiJson<ActivityFields>,
) -> Result<StatusCode, Problem> {
    caller.write(RescheduleActivity { id, fields: fields.into() }).await?;
    Ok(StatusCode::NO_CONTENT)
}
