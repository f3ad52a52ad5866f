//! A day that is worked on again.

use axum::http::StatusCode;
use desk::settings::RemoveHoliday;

use crate::api::v1::{ApiPath, Caller, Problem};

/// Removes a holiday, for administrators.
#[utoipa::path(
    delete, path = "/holidays/{id}", tag = "holidays", params(("id" = i64, Path)),
    responses((status = 204, description = "Removed")),
)]
pub async fn remove_holiday(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(RemoveHoliday { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
