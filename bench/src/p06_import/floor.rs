//! The rows that an import has made, inserted into a twin by prepared statements, in as many durable transactions.

use std::collections::HashMap;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::fixture::open;

/// Tables in an order in which links find what they lead to.
const TABLES: [&str; 10] = [
    "companies",
    "people",
    "person_companies",
    "deals",
    "deal_people",
    "deal_lines",
    "cases",
    "visits",
    "activities",
    "events",
];
/// The index of search follows its entries.
const SEARCH: &str = "search_entries";
/// The import's own books, which the floor does not keep.
const BOOKS: [&str; 6] =
    ["imports", "import_files", "import_rows", "deal_totals", "deal_totals_by_type", "deal_totals_by_month"];

/// Rows of one table.
pub struct New {
    table: &'static str,
    rows: Vec<Vec<Value>>,
}

/// Reads what is new in the product's file since it was looked at last.
pub struct Watch {
    connection: Connection,
    seen: HashMap<String, i64>,
}

impl Watch {
    pub fn open(path: &Path) -> Result<Watch> {
        let mut watch = Watch { connection: open(path)?, seen: HashMap::new() };
        watch.seen = watch.last_rows()?;
        Ok(watch)
    }

    fn last_rows(&self) -> Result<HashMap<String, i64>> {
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
            AND name NOT LIKE 'search_index%'";
        let mut statement = self.connection.prepare(sql)?;
        let names: Vec<String> =
            statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let last = |name: String| -> Result<(String, i64)> {
            let sql = format!("SELECT COALESCE(MAX(rowid), 0) FROM {name}");
            let row = self.connection.query_row(&sql, [], |row| row.get(0)).with_context(|| sql.clone())?;
            Ok((name, row))
        };
        names.into_iter().map(last).collect()
    }

    pub fn new_rows(&mut self) -> Result<Vec<New>> {
        let now = self.last_rows()?;
        for (table, last) in &now {
            let known =
                TABLES.contains(&table.as_str()) || table == SEARCH || BOOKS.contains(&table.as_str());
            ensure!(known || Some(last) == self.seen.get(table), "the floor knows nothing of {table}");
        }
        let mut all = Vec::new();
        for table in TABLES.into_iter().chain([SEARCH]) {
            let mut statement =
                self.connection.prepare(&format!("SELECT * FROM {table} WHERE rowid > ?1 ORDER BY rowid"))?;
            let width = statement.column_count();
            let row = |row: &rusqlite::Row<'_>| (0..width).map(|at| row.get(at)).collect();
            let rows = statement.query_map([self.seen.get(table)], row)?.collect::<rusqlite::Result<_>>()?;
            all.push(New { table, rows });
        }
        self.seen = now;
        Ok(all)
    }
}

/// Seconds that the inserts take, `commits` transactions together.
pub fn insert(connection: &Connection, new: &[New], commits: usize) -> Result<f64> {
    let total: usize = new.iter().map(|new| new.rows.len()).sum();
    let each = total.div_ceil(commits.max(1));
    let started = Instant::now();
    let mut done = 0;
    connection.execute_batch("BEGIN IMMEDIATE")?;
    for New { table, rows } in new {
        let Some(first) = rows.first() else { continue };
        let marks = vec!["?"; first.len()].join(", ");
        let mut statement = connection.prepare_cached(&format!("INSERT INTO {table} VALUES ({marks})"))?;
        for row in rows {
            statement.execute(params_from_iter(row))?;
            done += 1;
            if done % each == 0 {
                connection.execute_batch("COMMIT; BEGIN IMMEDIATE")?;
            }
        }
    }
    connection.execute_batch("COMMIT")?;
    Ok(started.elapsed().as_secs_f64())
}
