//! What the database holds, to see that a refusal changed nothing.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use desk::Desk;
use store::{Cell, FromCell, FromRow, Row, Tx, params};

/// Tables that a refusal may write to: they keep count of who comes and goes.
pub const BOOKKEEPING: [&str; 2] = ["sessions", "sign_in_attempts"];

/// Every table by name, with a hash of its rows.
pub type Hashes = BTreeMap<String, u64>;

/// Hashes of all tables, those of the index among them.
pub fn hashes(desk: &Desk) -> Hashes {
    let mut all = Hashes::new();
    for (table, rows) in rows(desk) {
        let mut hasher = DefaultHasher::new();
        rows.hash(&mut hasher);
        all.insert(table, hasher.finish());
    }
    all
}

/// Every row of every table, as text.
pub fn rows(desk: &Desk) -> BTreeMap<String, Vec<String>> {
    let read = |tx: &mut Tx| -> store::Result<BTreeMap<String, Vec<String>>> {
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
                   AND name NOT LIKE 'search_index%'";
        let tables: Vec<(String,)> = tx.all(sql, params![])?;
        let mut all = BTreeMap::new();
        for (table,) in tables {
            let mut rows: Vec<AnyRow> = tx.all(&format!("SELECT * FROM {table}"), params![])?;
            rows.sort();
            all.insert(table, rows.into_iter().map(|row| row.0).collect());
        }
        // The index keeps no rows of its own: what it finds stands in search_entries, and it must agree.
        tx.all::<(i64,)>("SELECT COUNT(*) FROM search_index WHERE search_index MATCH 'canary'", params![])?;
        Ok(all)
    };
    desk.store().read_blocking(read).unwrap()
}

/// The tables that differ, the bookkeeping ones left out.
pub fn changed(before: &Hashes, after: &Hashes) -> Vec<String> {
    let names = before.keys().chain(after.keys()).filter(|name| before.get(*name) != after.get(*name));
    let mut names: Vec<String> =
        names.filter(|name| !BOOKKEEPING.contains(&name.as_str())).cloned().collect();
    names.sort();
    names.dedup();
    names
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct AnyRow(String);

struct AnyCell(String);

impl FromCell for AnyCell {
    fn from_cell(cell: Cell<'_>) -> Result<Self, &'static str> {
        Ok(AnyCell(format!("{cell:?}")))
    }
}

impl FromRow for AnyRow {
    fn from_row(row: &Row<'_>) -> store::Result<Self> {
        let cells: Vec<String> =
            (0..).map_while(|at| row.get::<AnyCell>(at).ok()).map(|cell| cell.0).collect();
        Ok(AnyRow(cells.join(" ")))
    }
}
