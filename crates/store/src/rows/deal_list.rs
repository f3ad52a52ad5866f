//! Deals in an order, page by page. A page is found by an index first, then its rows are loaded with all names.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::deal_filter::{DealFilter, Way, each_way};
use crate::{Cell, FromCell, Param, Result, Sql, Tx};

/// The columns that deals can be ordered by with an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Name,
    Amount,
    ExpectedClose,
    Created,
    Changed,
    NextStep,
}

impl Order {
    fn column(self) -> &'static str {
        match self {
            Order::Name => "d.name_key",
            Order::Amount => "d.amount",
            Order::ExpectedClose => "d.expected_close_on",
            Order::Created => "d.created_at",
            Order::Changed => "d.changed_at",
            Order::NextStep => "d.next_step_at",
        }
    }

    fn may_be_empty(self) -> bool {
        matches!(self, Order::Amount | Order::ExpectedClose | Order::NextStep)
    }
}

/// The value of the ordering column in a row: where a page ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Mark {
    Int(i64),
    Text(String),
    Empty,
}

impl FromCell for Mark {
    fn from_cell(cell: Cell<'_>) -> Result<Mark, &'static str> {
        match cell {
            Cell::Null => Ok(Mark::Empty),
            Cell::Int(int) => Ok(Mark::Int(int)),
            Cell::Text(text) => Ok(Mark::Text(text.to_owned())),
            _ => Err("a number or text to order by"),
        }
    }
}

impl From<&Mark> for Param {
    fn from(mark: &Mark) -> Param {
        match mark {
            Mark::Int(int) => Param::Int(*int),
            Mark::Text(text) => Param::Text(text.clone()),
            Mark::Empty => Param::Null,
        }
    }
}

/// How a page is ordered: rows without a value come last, but those without a next step come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    pub order: Order,
    pub desc: bool,
}

/// The ids of a page with their marks, in order, after the row `after`.
pub fn page(
    tx: &mut Tx,
    filter: &DealFilter,
    by: By,
    after: Option<&(Mark, i64)>,
    limit: i64,
) -> Result<Vec<(Mark, i64)>> {
    let empty_first = by.order == Order::NextStep && !by.desc;
    let parts: &[Part] = match (by.order.may_be_empty(), empty_first) {
        (false, _) => &[Part::Filled],
        (true, false) => &[Part::Filled, Part::Empty],
        (true, true) => &[Part::Empty, Part::Filled],
    };
    let from = after.map_or(0, |(mark, _)| {
        let part = if *mark == Mark::Empty { Part::Empty } else { Part::Filled };
        parts.iter().position(|each| *each == part).unwrap_or(0)
    });
    let mut found: Vec<(Mark, i64)> = Vec::new();
    for (at, part) in parts.iter().enumerate().skip(from) {
        let left = limit - found.len() as i64;
        if left > 0 {
            let sql = part_page(tx, filter, by, *part, after.filter(|_| at == from), left)?;
            found.extend(tx.all::<(Mark, i64)>(sql.as_str(), sql.params())?);
        }
    }
    Ok(found)
}

/// Rows with and without a value are walked one after the other: each walk is one range of the index, whichever
/// way an engine sorts NULL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Filled,
    Empty,
}

fn part_page(
    tx: &mut Tx,
    filter: &DealFilter,
    by: By,
    part: Part,
    after: Option<&(Mark, i64)>,
    limit: i64,
) -> Result<Sql> {
    let ways = match is_stepless(filter, by, part) {
        true => vec![Way::Order],
        false if has_index_by_owner(filter, by, part) => filter.ways(),
        false => vec![filter.way(tx, limit)?],
    };
    let each = |sql: Sql, way| one_way(sql, filter, way, by, part, after).text(" LIMIT ").bind(limit);
    let way = if by.desc { " DESC" } else { "" };
    let sql = each_way(Sql::default(), &ways, each).text(" ORDER BY 1").text(way);
    Ok(sql.text(", 2").text(way).text(" LIMIT ").bind(limit))
}

/// Open deals stand in every order owner by owner, deals with a next step in its order.
fn has_index_by_owner(filter: &DealFilter, by: By, part: Part) -> bool {
    match by.order {
        Order::NextStep => part == Part::Filled && !filter.archived,
        _ => filter.is_open(),
    }
}

/// Open deals without a next step have an index of their own, for they are few.
fn is_stepless(filter: &DealFilter, by: By, part: Part) -> bool {
    part == Part::Empty && by.order == Order::NextStep && filter.is_open()
}

fn one_way(
    sql: Sql,
    filter: &DealFilter,
    found: Way,
    by: By,
    part: Part,
    after: Option<&(Mark, i64)>,
) -> Sql {
    let column = by.order.column();
    let (beyond, way) = if by.desc { (" < ", " DESC") } else { (" > ", "") };
    let mut sql = sql.text("SELECT ").text(column).text(" AS mark, d.id FROM deals d WHERE (").text(column);
    sql = sql.text(if part == Part::Empty { " IS NULL" } else { " IS NOT NULL" });
    let is_stepless = is_stepless(filter, by, part);
    // Few rows are found by owner, company or person, not among all that lack the value.
    sql = sql.text(if found == Way::Record || is_stepless { ") IS TRUE" } else { ")" });
    // The condition of the index, in its words.
    if is_stepless || matches!(found, Way::Owner(_)) && filter.is_open() {
        sql = sql.text(" AND d.status = 'open'");
    }
    match (part, after) {
        (Part::Filled, Some((mark, id))) => {
            sql = sql.text(" AND (").text(column).text(", d.id)").text(beyond).text("(").bind(mark);
            sql = sql.text(", ").bind(*id).text(")");
        }
        (Part::Empty, Some((_, id))) => sql = sql.text(" AND d.id").text(beyond).bind(*id),
        (_, None) => {}
    }
    sql = filter.narrow(sql, found).text(" ORDER BY ");
    // PostgreSQL does not see that a column that IS NULL is in order, unless it is asked for by it.
    if !is_stepless {
        sql = sql.text(column).text(way).text(", ");
    }
    sql.text("d.id").text(way)
}

crate::row! {
    /// A deal with everything a card, a list or a file of it shows.
    pub struct ListedDeal {
        pub id: i64,
        pub name: String,
        pub company_id: Option<i64>,
        pub company_name: Option<String>,
        pub person_id: Option<i64>,
        pub person_name: Option<String>,
        pub owner_id: i64,
        pub owner_name: String,
        pub engineer_id: Option<i64>,
        pub engineer_name: Option<String>,
        pub amount: Option<i64>,
        pub amount_estimated: bool,
        pub recurring: Option<i64>,
        pub currency: String,
        pub expected_close_on: Option<Date>,
        pub probability: Option<i64>,
        pub stage_probability: i64,
        pub kind: Option<String>,
        pub source: Option<String>,
        pub campaign: Option<String>,
        pub competitor: Option<String>,
        pub process_version_id: i64,
        pub stage: String,
        pub status: String,
        pub stage_entered_at: Timestamp,
        pub entry: i64,
        pub next_step_at: Option<Timestamp>,
        pub closed_at: Option<Timestamp>,
        pub lost_reason: Option<String>,
        pub source_id: Option<String>,
        pub version: i64,
        pub created_at: Timestamp,
        pub changed_at: Timestamp,
        pub archived_at: Option<Timestamp>,
    }
}

const LISTED: &str = "SELECT d.id, d.name, c.id, c.name, p.id, p.name, o.id, o.name, e.id, e.name, d.amount, \
    d.amount_estimated, d.recurring, d.currency, d.expected_close_on, d.probability, d.stage_probability, d.type, \
    d.source, d.campaign, d.competitor, d.process_version_id, d.stage, d.status, d.stage_entered_at, k.entry, \
    d.next_step_at, d.closed_at, d.lost_reason, d.source_id, d.version, d.created_at, \
    d.changed_at, d.archived_at FROM deals d JOIN members o ON o.id = d.owner_id JOIN cases k ON k.deal_id = d.id \
    LEFT JOIN companies c ON c.id = d.company_id LEFT JOIN people p ON p.id = d.person_id \
    LEFT JOIN members e ON e.id = d.engineer_id WHERE d.id IN ";

/// The deals of these ids in their order. The ids come from a page, which was bounded by reach.
pub fn load(tx: &mut Tx, ids: &[i64]) -> Result<Vec<ListedDeal>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new(LISTED).bind_list(ids.iter().copied());
    let rows: Vec<ListedDeal> = tx.all(sql.as_str(), sql.params())?;
    let mut by_id: HashMap<i64, ListedDeal> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

/// The activity that is a deal's next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextActivity {
    pub id: i64,
    pub kind: String,
    pub subject: String,
}

/// The next steps of these deals, by deal. Beside [`load`], for joined to it they cost more than all else there.
pub fn list_next_activities(tx: &mut Tx, ids: &[i64]) -> Result<HashMap<i64, NextActivity>> {
    let sql = Sql::new(
        "SELECT d.id, a.id, a.type, a.subject FROM deals d JOIN activities a ON a.deal_id = d.id \
         AND a.done_at IS NULL AND a.starts_at = d.next_step_at WHERE a.archived_at IS NULL AND d.id IN ",
    )
    .bind_list(ids.iter().copied())
    // Of those that start together the first; a later row takes the place of an earlier one.
    .text(" ORDER BY a.id DESC");
    let rows: Vec<(i64, i64, String, String)> = tx.all(sql.as_str(), sql.params())?;
    Ok(rows.into_iter().map(|(deal, id, kind, subject)| (deal, NextActivity { id, kind, subject })).collect())
}

/// Names of the products on these deals, in the order of their lines.
pub fn list_products(tx: &mut Tx, ids: &[i64]) -> Result<HashMap<i64, Vec<String>>> {
    let sql = Sql::new("SELECT l.deal_id, p.name FROM deal_lines l JOIN products p ON p.id = l.product_id WHERE l.deal_id IN ")
        .bind_list(ids.iter().copied())
        .text(" ORDER BY l.deal_id, l.position, l.id");
    let rows: Vec<(i64, String)> = tx.all(sql.as_str(), sql.params())?;
    let mut products: HashMap<i64, Vec<String>> = HashMap::new();
    for (deal, name) in rows {
        products.entry(deal).or_default().push(name);
    }
    Ok(products)
}
