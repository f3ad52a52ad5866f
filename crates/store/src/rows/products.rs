//! Products and services that lines of deals name.

use jiff::Timestamp;

use crate::{Result, Tx, params};

crate::row! {
    pub struct ProductRow {
        pub id: i64,
        pub name: String,
        pub series: Option<String>,
        /// Minor units of `currency`.
        pub list_price: Option<i64>,
        pub currency: String,
        pub import_id: Option<i64>,
        pub created_at: Timestamp,
        pub retired_at: Option<Timestamp>,
    }
}

/// What is known of a product.
#[derive(Clone, Debug)]
pub struct ProductFacts<'a> {
    pub name: &'a str,
    pub series: Option<&'a str>,
    pub list_price: Option<i64>,
    pub currency: &'a str,
}

/// The new product's id. Names written together or apart are the same one: `products_name_unique`.
pub fn insert(tx: &mut Tx, product: &ProductFacts<'_>, import: Option<i64>, now: Timestamp) -> Result<i64> {
    tx.insert(
        "INSERT INTO products (name, name_key, series, list_price, currency, import_id, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
        params![
            product.name,
            sales::fold::squeeze(product.name),
            product.series,
            product.list_price,
            product.currency,
            import,
            now
        ],
    )
}

/// The product, retired or not.
pub fn find(tx: &mut Tx, id: i64) -> Result<Option<ProductRow>> {
    tx.opt(&format!("SELECT {} FROM products WHERE id = $1", ProductRow::COLUMNS), params![id])
}

/// The product, held until the commit.
pub fn get_to_change(tx: &mut Tx, id: i64) -> Result<ProductRow> {
    tx.one_to_change(&format!("SELECT {} FROM products WHERE id = $1", ProductRow::COLUMNS), params![id])
}

/// All products by name, those retired last.
pub fn list_all(tx: &mut Tx) -> Result<Vec<ProductRow>> {
    let sql = format!(
        "SELECT {} FROM products ORDER BY CASE WHEN retired_at IS NULL THEN 0 ELSE 1 END, name_key, id",
        ProductRow::COLUMNS
    );
    tx.all(&sql, params![])
}

/// Changes what is known of it.
pub fn update(tx: &mut Tx, id: i64, product: &ProductFacts<'_>) -> Result<()> {
    tx.run(
        "UPDATE products SET name = $2, name_key = $3, series = $4, list_price = $5, currency = $6 WHERE id = $1",
        params![
            id,
            product.name,
            sales::fold::squeeze(product.name),
            product.series,
            product.list_price,
            product.currency
        ],
    )?;
    Ok(())
}

/// Retires a product, or offers it again.
pub fn set_retired(tx: &mut Tx, id: i64, at: Option<Timestamp>) -> Result<()> {
    tx.run("UPDATE products SET retired_at = $2 WHERE id = $1", params![id, at])?;
    Ok(())
}
