//! Changing a product.

use axum::http::StatusCode;
use desk::settings::ChangeProduct;

use super::create::ProductFields;
use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// Changes a product, for administrators: all as it shall be. Lines of deals keep the price they have.
#[utoipa::path(
    put, path = "/products/{id}", tag = "products", params(("id" = i64, Path)), request_body = ProductFields,
    responses((status = 204, description = "Changed")),
)]
pub async fn change_product(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(product): ApiJson<ProductFields>,
) -> Result<StatusCode, Problem> {
    caller.write(ChangeProduct { id, fields: product.into() }).await?;
    Ok(StatusCode::NO_CONTENT)
}
