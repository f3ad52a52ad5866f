//! Which foreign key refused: SQLite does not say, so the statement runs once more with the keys deferred,
//! the rows it touches are looked at, and everything is undone again. Only a refused act pays for it.

use std::{
    cell::RefCell,
    sync::{Arc, Mutex},
};

use rusqlite::{Connection, OptionalExtension, hooks::Action};

use super::bind::bind;
use crate::Param;

/// Rows looked at before giving up; an act touches a handful.
const ROWS: usize = 1000;

/// A key of one column, as all of ours are.
struct Key {
    child: String,
    column: String,
    parent: String,
    parent_column: String,
}

impl Key {
    /// PostgreSQL's own name for it.
    fn name(&self) -> String {
        format!("{}_{}_fkey", self.child, self.column)
    }
}

/// The name of the key that the statement breaks; none when it can't be told.
pub(super) fn find(connection: &RefCell<Connection>, sql: &str, params: &[Param]) -> Option<String> {
    let touched = rerun(connection, sql, params);
    let connection = connection.borrow();
    let broken = touched.ok().and_then(|rows| blame(&connection, &rows).ok().flatten());
    drop(connection.execute_batch("ROLLBACK TO blame; RELEASE blame; PRAGMA defer_foreign_keys = OFF"));
    broken
}

type Touched = Vec<(bool, String, i64)>;

/// Leaves the savepoint `blame` open, with the statement's changes in it.
fn rerun(connection: &RefCell<Connection>, sql: &str, params: &[Param]) -> rusqlite::Result<Touched> {
    let touched = Arc::new(Mutex::new(Touched::new()));
    let seen = Arc::clone(&touched);
    connection.borrow_mut().update_hook(Some(move |action: Action, _: &str, table: &str, rowid: i64| {
        if let Ok(mut rows) = seen.lock()
            && rows.len() < ROWS
        {
            rows.push((action == Action::SQLITE_DELETE, table.to_owned(), rowid));
        }
    }))?;
    let ran = {
        let connection = connection.borrow();
        connection.execute_batch("SAVEPOINT blame; PRAGMA defer_foreign_keys = ON")?;
        connection.prepare_cached(sql).and_then(|mut statement| {
            if bind(&mut statement, params, sql).is_ok() {
                let mut rows = statement.raw_query();
                while rows.next()?.is_some() {}
            }
            Ok(())
        })
    };
    connection.borrow_mut().update_hook(None::<fn(Action, &str, &str, i64)>)?;
    ran.map(|()| touched.lock().map(|rows| rows.clone()).unwrap_or_default())
}

fn blame(connection: &Connection, rows: &Touched) -> rusqlite::Result<Option<String>> {
    let keys = keys(connection)?;
    for (deleted, table, rowid) in rows {
        for key in &keys {
            let broken = (!deleted && key.child == *table && dangles(connection, key, *rowid)?)
                || (*deleted && key.parent == *table && is_missed(connection, key, *rowid)?);
            if broken {
                return Ok(Some(key.name()));
            }
        }
    }
    Ok(None)
}

fn dangles(connection: &Connection, key: &Key, rowid: i64) -> rusqlite::Result<bool> {
    let Key { child, column, parent, parent_column } = key;
    let sql = format!(
        "SELECT 1 FROM \"{child}\" c WHERE c.rowid = $1 AND c.\"{column}\" IS NOT NULL AND NOT EXISTS
             (SELECT 1 FROM \"{parent}\" p WHERE p.\"{parent_column}\" = c.\"{column}\")"
    );
    connection.query_row(&sql, [rowid], |_| Ok(())).optional().map(|row| row.is_some())
}

fn is_missed(connection: &Connection, key: &Key, rowid: i64) -> rusqlite::Result<bool> {
    let Key { child, column, .. } = key;
    let sql = format!("SELECT 1 FROM \"{child}\" WHERE \"{column}\" = $1 LIMIT 1");
    connection.query_row(&sql, [rowid], |_| Ok(())).optional().map(|row| row.is_some())
}

fn keys(connection: &Connection) -> rusqlite::Result<Vec<Key>> {
    let mut statement = connection.prepare_cached(
        "SELECT t.name, k.\"from\", k.\"table\", coalesce(k.\"to\", 'rowid')
         FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) k
         WHERE t.schema = 'main' AND t.type = 'table' ORDER BY t.name, k.id",
    )?;
    statement
        .query_map([], |row| {
            Ok(Key {
                child: row.get(0)?,
                column: row.get(1)?,
                parent: row.get(2)?,
                parent_column: row.get(3)?,
            })
        })?
        .collect()
}
