//! A new product.

use axum::response::Response;
use desk::settings::{AddProduct, ProductFields};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::{Currency, Label, Name, NotNegative};
use crate::api::v1::shared::{Made, made};
use crate::api::v1::{ApiJson, Caller, Problem};

/// A product to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewProduct {
    #[schema(value_type = Name)]
    pub name: String,
    #[schema(value_type = Option<Label>)]
    pub series: Option<String>,
    /// Minor units of `currency`.
    #[schema(value_type = Option<NotNegative>)]
    pub list_price: Option<i64>,
    /// ISO 4217.
    #[schema(value_type = Currency)]
    pub currency: String,
}

/// Adds a product, for administrators.
#[utoipa::path(
    post, path = "/products", tag = "products", request_body = NewProduct, responses((status = 201, body = Made)),
)]
pub async fn create_product(caller: Caller, ApiJson(new): ApiJson<NewProduct>) -> Result<Response, Problem> {
    let NewProduct { name, series, list_price, currency } = new;
    let fields = ProductFields { name, series, list_price, currency };
    Ok(made(caller.write(AddProduct { fields }).await?))
}
