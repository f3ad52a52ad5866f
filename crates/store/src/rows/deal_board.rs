//! The board: columns of open stages, ordered by the next step, those without one first.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::deal_filter::{DealFilter, Way, each_way};
use super::totals::CurrencyTotal;
use crate::{Result, Sql, Tx};

/// Matches of a filtered column are counted up to here.
pub const COUNTED: i64 = 1_000;

/// Parts of one statement at most; SQLite takes 500, and plans are made for each.
const MOST_PARTS: usize = 64;

/// A deal's place in its column: where a page ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Start of the next step; `None` sorts first.
    pub next_step_at: Option<Timestamp>,
    pub id: i64,
}

/// The first `limit` places of every stage, in the order of `stages`.
pub fn list_columns(
    tx: &mut Tx,
    filter: &DealFilter,
    versions: &[i64],
    stages: &[&str],
    limit: i64,
) -> Result<Vec<Vec<Place>>> {
    let columns = stages.iter().map(|stage| Column::new(filter, versions, stage, None)).collect();
    list(tx, filter, columns, limit)
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
    let columns = list(tx, filter, vec![Column::new(filter, versions, stage, after)], limit)?;
    Ok(columns.into_iter().flatten().collect())
}

/// A column is merged from ranges of the index: its deals without and with a next step, of each version, each way.
struct Column<'a> {
    stage: &'a str,
    ranges: Vec<Range>,
}

struct Range {
    version: i64,
    way: Way,
    walk: Walk,
}

#[derive(Clone, Copy)]
enum Walk {
    Missing(Option<i64>),
    Dated(Option<(Timestamp, i64)>),
}

impl<'a> Column<'a> {
    fn new(filter: &DealFilter, versions: &[i64], stage: &'a str, after: Option<Place>) -> Column<'a> {
        let missing = match after {
            None => Some(Walk::Missing(None)),
            Some(Place { next_step_at: None, id }) => Some(Walk::Missing(Some(id))),
            Some(_) => None,
        };
        let dated = Walk::Dated(after.and_then(|after| after.next_step_at.map(|at| (at, after.id))));
        let walks: Vec<Walk> = missing.into_iter().chain([dated]).collect();
        let mut ranges = Vec::new();
        for way in filter.ways() {
            for version in versions {
                ranges.extend(walks.iter().map(|walk| Range { version: *version, way, walk: *walk }));
            }
        }
        Column { stage, ranges }
    }
}

/// Each range gives twice its share of a column at first; where that was too little, all that may be needed.
fn list(tx: &mut Tx, filter: &DealFilter, columns: Vec<Column<'_>>, limit: i64) -> Result<Vec<Vec<Place>>> {
    let ranges: Vec<(&Column<'_>, &Range)> =
        columns.iter().flat_map(|column| column.ranges.iter().map(move |range| (column, range))).collect();
    let ways = filter.ways().len().max(1) as i64;
    let share = (2 * limit / ways + 4).min(limit);
    let mut found = read(tx, filter, &ranges, share)?.into_iter();
    let mut lists = Vec::new();
    for column in &columns {
        let parts: Vec<Vec<Place>> = found.by_ref().take(column.ranges.len()).collect();
        let merged = first_of(&parts, limit);
        if share == limit || is_whole(&parts, &merged, share, limit) {
            lists.push(merged);
            continue;
        }
        let ranges: Vec<(&Column<'_>, &Range)> = column.ranges.iter().map(|range| (column, range)).collect();
        lists.push(first_of(&read(tx, filter, &ranges, limit)?, limit));
    }
    Ok(lists)
}

fn first_of(parts: &[Vec<Place>], limit: i64) -> Vec<Place> {
    let mut places: Vec<Place> = parts.iter().flatten().copied().collect();
    places.sort();
    places.truncate(limit as usize);
    places
}

/// Whether no range that was cut off can hold more of the first `limit`.
fn is_whole(parts: &[Vec<Place>], merged: &[Place], share: i64, limit: i64) -> bool {
    let last = merged.last().filter(|_| merged.len() as i64 == limit);
    let mut cut_off = parts.iter().filter(|part| part.len() as i64 == share);
    cut_off.all(|part| last.is_some_and(|last| part.last() >= Some(last)))
}

/// The first `limit` places of each range.
fn read(
    tx: &mut Tx,
    filter: &DealFilter,
    ranges: &[(&Column<'_>, &Range)],
    limit: i64,
) -> Result<Vec<Vec<Place>>> {
    let mut found = Vec::with_capacity(ranges.len());
    for some in ranges.chunks(MOST_PARTS) {
        let mut sql = Sql::default();
        for (at, (column, range)) in some.iter().enumerate() {
            sql = sql.text(if at == 0 { "" } else { " UNION ALL " });
            sql = sql.text(&format!("SELECT {at} AS at, next_step_at, id FROM ("));
            sql = sql.text("SELECT d.next_step_at, d.id FROM deals d WHERE ");
            sql = in_stage(sql, filter, &[range.version], column.stage, range.way);
            sql = after(sql, range.walk).text(" LIMIT ").bind(limit).text(&format!(") part{at}"));
        }
        let rows: Vec<(i64, Option<Timestamp>, i64)> = tx.all(sql.as_str(), sql.params())?;
        let mut parts = vec![Vec::new(); some.len()];
        for (at, next_step_at, id) in rows {
            parts[at as usize].push(Place { next_step_at, id });
        }
        found.extend(parts);
    }
    Ok(found)
}

fn after(sql: Sql, walk: Walk) -> Sql {
    let sql = match walk {
        Walk::Missing(None) => sql.text(" AND d.next_step_at IS NULL"),
        Walk::Missing(Some(id)) => sql.text(" AND d.next_step_at IS NULL AND d.id > ").bind(id),
        Walk::Dated(None) => sql.text(" AND d.next_step_at IS NOT NULL"),
        Walk::Dated(Some((at, id))) => {
            sql.text(" AND (d.next_step_at, d.id) > (").bind(at).text(", ").bind(id).text(")")
        }
    };
    // Where it IS NULL too: PostgreSQL does not see otherwise that the index gives the order.
    sql.text(" ORDER BY d.next_step_at, d.id")
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
