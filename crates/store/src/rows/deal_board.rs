//! The board: columns of open stages, ordered by the next step, those without one first.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::deal_filter::{DealFilter, Way, each_way};
use super::totals::CurrencyTotal;
use crate::{Result, Sql, Tx};

/// Matches of a filtered column are counted up to here.
pub const COUNTED: i64 = 1_000;

/// A deal's place in its column: where a page ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Start of the next step; `None` sorts first.
    pub next_step_at: Option<Timestamp>,
    pub id: i64,
}

/// The first `limit` places after `after` of the deals that stand in `stage` of any of the versions.
pub fn list_column(
    tx: &mut Tx,
    filter: &DealFilter,
    versions: &[i64],
    stage: &str,
    after: Option<Place>,
    limit: i64,
) -> Result<Vec<Place>> {
    let mut places = Vec::new();
    for version in versions {
        let missing = after.is_none_or(|after| after.next_step_at.is_none());
        let before = places.len();
        if missing {
            places.extend(walk(
                tx,
                filter,
                *version,
                stage,
                Walk::Missing(after.map(|after| after.id)),
                limit,
            )?);
        }
        let left = limit - (places.len() - before) as i64;
        if left > 0 {
            let from = after.and_then(|after| after.next_step_at.map(|at| (at, after.id)));
            places.extend(walk(tx, filter, *version, stage, Walk::Dated(from), left)?);
        }
    }
    places.sort();
    places.truncate(limit as usize);
    Ok(places)
}

/// Deals without and with a next step are walked one after the other, each as one range of the index.
enum Walk {
    Missing(Option<i64>),
    Dated(Option<(Timestamp, i64)>),
}

fn walk(
    tx: &mut Tx,
    filter: &DealFilter,
    version: i64,
    stage: &str,
    walk: Walk,
    limit: i64,
) -> Result<Vec<Place>> {
    let each = |sql: Sql, way| {
        let sql = sql.text("SELECT d.next_step_at, d.id FROM deals d WHERE ");
        after(in_stage(sql, filter, &[version], stage, way), &walk).text(" LIMIT ").bind(limit)
    };
    let sql = each_way(Sql::default(), &filter.ways(), each);
    let sql = sql.text(" ORDER BY 1, 2 LIMIT ").bind(limit);
    let rows: Vec<(Option<Timestamp>, i64)> = tx.all(sql.as_str(), sql.params())?;
    Ok(rows.into_iter().map(|(next_step_at, id)| Place { next_step_at, id }).collect())
}

fn after(sql: Sql, walk: &Walk) -> Sql {
    match *walk {
        Walk::Missing(None) => sql.text(" AND d.next_step_at IS NULL ORDER BY d.id"),
        Walk::Missing(Some(id)) => {
            sql.text(" AND d.next_step_at IS NULL AND d.id > ").bind(id).text(" ORDER BY d.id")
        }
        Walk::Dated(None) => sql.text(" AND d.next_step_at IS NOT NULL ORDER BY d.next_step_at, d.id"),
        Walk::Dated(Some((at, id))) => sql
            .text(" AND (d.next_step_at, d.id) > (")
            .bind(at)
            .text(", ")
            .bind(id)
            .text(") ORDER BY d.next_step_at, d.id"),
    }
}

/// A company's or a person's deals are few; all others are found by the column.
fn in_stage(mut sql: Sql, filter: &DealFilter, versions: &[i64], stage: &str, way: Way) -> Sql {
    let closing = if way == Way::Record { ") IS TRUE" } else { ")" };
    sql = sql.text("(d.process_version_id IN ").bind_list(versions.iter().copied()).text(closing);
    sql = sql.text(" AND (d.stage = ").bind(stage).text(closing);
    filter.narrow(sql, way)
}

/// Counts and sums the matches of a column, by currency, up to one more than [`COUNTED`] of them.
pub fn list_counted(
    tx: &mut Tx,
    filter: &DealFilter,
    versions: &[i64],
    stage: &str,
) -> Result<Vec<CurrencyTotal>> {
    let sql = Sql::new(
        "SELECT currency, CAST(COUNT(*) AS BIGINT), CAST(COALESCE(SUM(amount), 0) AS BIGINT), \
         CAST(COALESCE(SUM(recurring), 0) AS BIGINT) FROM (",
    );
    let each = |sql: Sql, way| {
        let sql = sql.text("SELECT d.currency, d.amount, d.recurring FROM deals d WHERE ");
        in_stage(sql, filter, versions, stage, way).text(" LIMIT ").bind(COUNTED + 1)
    };
    let sql = each_way(sql, &filter.ways(), each).text(" LIMIT ").bind(COUNTED + 1);
    let sql = sql.text(") counted GROUP BY currency ORDER BY currency");
    tx.all(sql.as_str(), sql.params())
}
