//! Taking a person that nobody owns.

use axum::http::StatusCode;
use desk::person::TakePerson;

use crate::api::v1::{ApiPath, Caller, Problem};

/// Makes the caller the owner of a person that so far was everybody's.
#[utoipa::path(
    post, path = "/people/{id}/take", tag = "people", params(("id" = i64, Path)),
    responses((status = 204, description = "Taken")),
)]
pub async fn take_person(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(TakePerson { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
