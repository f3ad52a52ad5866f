//! What an import looks up: records by their keys, a whole batch in one statement.

use jiff::Timestamp;

use crate::{FromRow, Result, Sql, Tx, params};

/// Rows of `sql` + `IN (keys)`; no keys, no statement.
fn among<R: FromRow>(tx: &mut Tx, sql: &str, keys: &[String]) -> Result<Vec<R>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new(sql).bind_list(keys.iter().map(String::as_str)).text(" ORDER BY 2 DESC");
    tx.all(sql.as_str(), sql.params())
}

/// `(key, id)` of companies by folded name; of several with one name the oldest comes last.
pub fn companies(tx: &mut Tx, keys: &[String]) -> Result<Vec<(String, i64)>> {
    among(tx, "SELECT name_key, id FROM companies WHERE archived_at IS NULL AND name_key IN ", keys)
}

/// A person by folded name: key, id, company, mails.
pub type NamedPerson = (String, i64, Option<i64>, String);

/// The same of people, with a company each works for, and their mails one a line.
pub fn people(tx: &mut Tx, keys: &[String]) -> Result<Vec<NamedPerson>> {
    among(
        tx,
        "SELECT p.name_key, p.id, c.company_id, p.mails FROM people p LEFT JOIN person_companies c ON c.person_id = p.id \
         WHERE p.archived_at IS NULL AND p.name_key IN ",
        keys,
    )
}

/// The same of members, with the import that made them.
pub fn members(tx: &mut Tx, keys: &[String]) -> Result<Vec<(String, i64, Option<i64>)>> {
    among(tx, "SELECT name_key, id, import_id FROM members WHERE archived_at IS NULL AND name_key IN ", keys)
}

crate::row! {
    /// A product as a deal of an import needs it.
    pub struct PricedProduct {
        pub name_key: String,
        pub id: i64,
        pub list_price: Option<i64>,
        pub currency: String,
    }
}

/// Products by squeezed name.
pub fn products(tx: &mut Tx, keys: &[String]) -> Result<Vec<PricedProduct>> {
    let sql = format!("SELECT {} FROM products WHERE name_key IN ", PricedProduct::COLUMNS);
    among(tx, &sql, keys)
}

/// Which of the source ids are there already; `table` is `deals`, `companies` or `people`.
pub fn source_ids(tx: &mut Tx, table: &str, ids: &[String]) -> Result<Vec<(String, i64)>> {
    among(tx, &format!("SELECT source_id, id FROM {table} WHERE source_id IN "), ids)
}

/// All source ids that begin with `prefix`.
pub fn list_source_ids(tx: &mut Tx, table: &str, prefix: &str) -> Result<Vec<(String,)>> {
    let sql = format!("SELECT source_id FROM {table} WHERE SUBSTR(source_id, 1, LENGTH($1)) = $1");
    tx.all(&sql, params![prefix])
}

/// Names of all records of a table that are in use: what a preview compares with.
pub fn list_names(tx: &mut Tx, table: &str, gone: &str) -> Result<Vec<(String,)>> {
    tx.all(&format!("SELECT name FROM {table} WHERE {gone} IS NULL ORDER BY id"), params![])
}

/// When members are taken between two instants: `(owner, start, end)`, by start.
pub fn taken(
    tx: &mut Tx,
    owners: &[i64],
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<(i64, Timestamp, Timestamp)>> {
    if owners.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new("SELECT owner_id, starts_at, ends_at FROM activities WHERE owner_id IN ")
        .bind_list(owners.iter().copied())
        .text(" AND done_at IS NULL AND archived_at IS NULL AND starts_at >= ")
        .bind(from)
        .text(" AND starts_at < ")
        .bind(to)
        .text(" ORDER BY starts_at, id");
    tx.all(sql.as_str(), sql.params())
}

/// Puts a company below another one; companies of the import alone, and only where none is above yet.
pub fn set_parent(tx: &mut Tx, import: i64, child: i64, parent: i64) -> Result<u64> {
    tx.run(
        "UPDATE companies SET parent_id = $3 WHERE id = $2 AND import_id = $1 AND parent_id IS NULL AND id <> $3",
        params![import, child, parent],
    )
}

/// The company above, if any.
pub fn parent_of(tx: &mut Tx, company: i64) -> Result<Option<i64>> {
    let found: Option<(Option<i64>,)> =
        tx.opt("SELECT parent_id FROM companies WHERE id = $1", params![company])?;
    Ok(found.and_then(|(parent,)| parent))
}
