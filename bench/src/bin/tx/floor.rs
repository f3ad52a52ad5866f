//! The same move on rusqlite alone: what SQLite itself gives one client.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use rusqlite::Connection;

/// Moves a second, each in a transaction of its own.
pub fn moves(path: &Path, length: Duration) -> rusqlite::Result<f64> {
    let connection = Connection::open(path)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         PRAGMA wal_autocheckpoint = 4000;
         CREATE TABLE deals (id INTEGER PRIMARY KEY AUTOINCREMENT, stage TEXT NOT NULL, amount INTEGER NOT NULL) STRICT;
         CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, deal_id INTEGER NOT NULL REFERENCES deals (id),
             kind TEXT NOT NULL) STRICT;
         CREATE INDEX events_deal ON events (deal_id);
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
         INSERT INTO deals (id, stage, amount) SELECT i, 'new', 100 FROM n;",
    )?;
    let started = Instant::now();
    let mut done = 0;
    while started.elapsed() < length {
        move_deal(&connection, done * 7_919 % super::load::DEALS + 1)?;
        done += 1;
    }
    Ok(done as f64 / started.elapsed().as_secs_f64())
}

fn move_deal(connection: &Connection, deal: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
    let amount: i64 = connection
        .prepare_cached("SELECT amount FROM deals WHERE id = ?1")?
        .query_row([deal], |row| row.get(0))?;
    connection
        .prepare_cached("UPDATE deals SET stage = 'offer', amount = ?2 WHERE id = ?1")?
        .execute([deal, amount + 1])?;
    for kind in ["moved", "told"] {
        connection
            .prepare_cached("INSERT INTO events (deal_id, kind) VALUES (?1, ?2)")?
            .execute((deal, kind))?;
    }
    connection.prepare_cached("COMMIT")?.execute([])?;
    Ok(())
}
