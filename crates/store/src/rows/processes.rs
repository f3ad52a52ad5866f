//! Published processes; a version never changes once published.

use jiff::Timestamp;

use crate::{Result, Tx, params};

crate::row! {
    pub struct ProcessRow {
        pub id: i64,
        pub process: String,
        pub version: i64,
        pub title_en: String,
        pub title_ru: String,
        pub definition: String,
        pub active: bool,
        pub published_at: Timestamp,
        /// The kind of record it runs on: `deal`, `company`.
        pub runs_on: String,
    }
}

crate::row! {
    /// A version without its definition.
    pub struct VersionRow {
        pub id: i64,
        pub process: String,
        pub title_en: String,
        pub title_ru: String,
        pub active: bool,
        pub runs_on: String,
    }
}

pub fn get(tx: &mut Tx, id: i64) -> Result<ProcessRow> {
    tx.one(&format!("SELECT {} FROM process_versions WHERE id = $1", ProcessRow::COLUMNS), params![id])
}

/// The newest version of each process, the active ones first.
pub fn list_newest(tx: &mut Tx) -> Result<Vec<ProcessRow>> {
    let sql = format!(
        "SELECT {} FROM process_versions v WHERE version = (SELECT MAX(version) FROM process_versions w \
         WHERE w.process = v.process) ORDER BY active DESC, id",
        ProcessRow::COLUMNS
    );
    tx.all(&sql, params![])
}

/// The newest version of each process that runs on a kind of record, the active ones first.
pub fn list_newest_on(tx: &mut Tx, runs_on: &str) -> Result<Vec<ProcessRow>> {
    Ok(list_newest(tx)?.into_iter().filter(|row| row.runs_on == runs_on).collect())
}

/// Every version that was ever published for a kind of record, process by process, the newest first.
pub fn list_versions(tx: &mut Tx, runs_on: &str) -> Result<Vec<VersionRow>> {
    let columns = VersionRow::COLUMNS;
    let sql =
        format!("SELECT {columns} FROM process_versions WHERE runs_on = $1 ORDER BY process, version DESC");
    tx.all(&sql, params![runs_on])
}

/// The newest version of a process.
pub fn find_newest(tx: &mut Tx, process: &str) -> Result<Option<ProcessRow>> {
    let sql = format!(
        "SELECT {} FROM process_versions WHERE process = $1 ORDER BY version DESC LIMIT 1",
        ProcessRow::COLUMNS
    );
    tx.opt(&sql, params![process])
}

/// The version that new deals begin in: of the process asked for, or of the first active one.
pub fn find_active(tx: &mut Tx, process: Option<&str>) -> Result<Option<i64>> {
    let row: Option<(i64,)> = tx.opt(
        "SELECT id FROM process_versions v WHERE active AND runs_on = 'deal' AND process = COALESCE($1, process) AND version = (SELECT \
         MAX(version) FROM process_versions w WHERE w.process = v.process) ORDER BY id LIMIT 1",
        params![process],
    )?;
    Ok(row.map(|(id,)| id))
}

/// What is published.
#[derive(Clone, Debug)]
pub struct NewVersion<'a> {
    pub process: &'a str,
    pub title_en: &'a str,
    pub title_ru: &'a str,
    pub definition: &'a str,
    pub runs_on: &'a str,
    pub active: bool,
}

/// Publishes the next version.
pub fn insert(tx: &mut Tx, new: &NewVersion<'_>, now: Timestamp, by: Option<i64>) -> Result<i64> {
    tx.insert(
        "INSERT INTO process_versions (process, version, title_en, title_ru, definition, active, published_at, \
         published_by, runs_on) VALUES ($1, (SELECT COALESCE(MAX(version), 0) + 1 FROM process_versions \
         WHERE process = $1), $2, $3, $4, $5, $6, $7, $8) RETURNING id",
        params![
            new.process,
            new.title_en,
            new.title_ru,
            new.definition,
            new.active,
            now,
            by,
            new.runs_on
        ],
    )
}

/// The newest version of an active process that runs on a kind of record.
pub fn find_active_on(tx: &mut Tx, runs_on: &str, process: &str) -> Result<Option<ProcessRow>> {
    let sql = format!(
        "SELECT {} FROM process_versions WHERE active AND runs_on = $1 AND process = $2 ORDER BY version DESC LIMIT 1",
        ProcessRow::COLUMNS
    );
    tx.opt(&sql, params![runs_on, process])
}

/// New deals start in active processes alone; running cases go on in either.
pub fn set_active(tx: &mut Tx, process: &str, active: bool) -> Result<u64> {
    tx.run("UPDATE process_versions SET active = $2 WHERE process = $1", params![process, active])
}
