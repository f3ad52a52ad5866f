//! What is sold.

use axum::Json;
use desk::settings::ListProducts;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::{Answer, Caller};

/// A product.
#[derive(Debug, Serialize, ToSchema)]
pub struct Product {
    pub id: i64,
    pub name: String,
    pub series: Option<String>,
    /// Minor units of `currency`.
    pub list_price: Option<i64>,
    pub currency: String,
    pub retired_at: Option<Timestamp>,
}

/// Lists all products by name, those retired last.
#[utoipa::path(get, path = "/products", tag = "products", responses((status = 200, body = Vec<Product>)))]
pub async fn list_products(caller: Caller) -> Answer<Vec<Product>> {
    let rows = caller.read(ListProducts).await?.into_iter();
    let product = rows.map(|row| Product {
        id: row.id,
        name: row.name,
        series: row.series,
        list_price: row.list_price,
        currency: row.currency,
        retired_at: row.retired_at,
    });
    Ok(Json(product.collect()))
}
