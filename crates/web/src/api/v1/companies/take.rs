//! Taking a company that nobody owns.

use axum::http::StatusCode;
use desk::company::TakeCompany;

use crate::api::v1::{ApiPath, Caller, Problem};

/// Makes the caller the owner of a company that so far was everybody's.
#[utoipa::path(
    post, path = "/companies/{id}/take", tag = "companies", params(("id" = i64, Path)),
    responses((status = 204, description = "Taken")),
)]
pub async fn take_company(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(TakeCompany { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
