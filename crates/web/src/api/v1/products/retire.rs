//! Offering a product no more, and again.

use axum::http::StatusCode;
use desk::settings::{RestoreProduct, RetireProduct};

use crate::api::v1::{ApiPath, Caller, Problem};

/// Offers a product no more, for administrators; lines that have it keep it.
#[utoipa::path(
    post, path = "/products/{id}/retire", tag = "products", params(("id" = i64, Path)),
    responses((status = 204, description = "Retired")),
)]
pub async fn retire_product(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(RetireProduct { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Offers a product again.
#[utoipa::path(
    post, path = "/products/{id}/restore", tag = "products", params(("id" = i64, Path)),
    responses((status = 204, description = "Restored")),
)]
pub async fn restore_product(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(RestoreProduct { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
