//! A new product.

use axum::response::Response;
use desk::settings::{self, AddProduct};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::{Currency, Label, Name, NotNegative};
use crate::api::v1::shared::{Made, made};
use crate::api::v1::{ApiJson, Caller, Problem};

/// A product as it shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductFields {
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
    post, path = "/products", tag = "products", request_body = ProductFields, responses((status = 201, body = Made)),
)]
pub async fn create_product(
    caller: Caller,
    ApiJson(new): ApiJson<ProductFields>,
) -> Result<Response, Problem> {
    Ok(made(caller.write(AddProduct { fields: new.into() }).await?))
}

impl From<ProductFields> for settings::ProductFields {
    fn from(fields: ProductFields) -> settings::ProductFields {
        let ProductFields { name, series, list_price, currency } = fields;
        settings::ProductFields { name, series, list_price, currency }
    }
}
