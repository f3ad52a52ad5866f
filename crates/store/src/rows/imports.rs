//! Imports: their files, how far they are, the rows they could not take, and mappings kept for the next one.

use jiff::Timestamp;
use sales::Owners;

use super::reach;
use super::search::containing;
use crate::{Result, Sql, Tx, params};

crate::row! {
    /// An import without its files. `file_position` and `row_position` are where the next batch begins.
    pub struct ImportRow {
        pub id: i64,
        pub title: String,
        /// YAML.
        pub mapping: String,
        /// `draft`, `running`, `done`, `cancelled`, `failed`, `undoing` or `undone`.
        pub state: String,
        pub file_position: i64,
        pub row_position: i64,
        pub rows_total: i64,
        pub rows_done: i64,
        pub rows_imported: i64,
        pub rows_mend: i64,
        pub rows_known: i64,
        /// Time spent on rows, for the pace.
        pub busy_micros: i64,
        /// Which process writes its batches, until when unless it goes on.
        pub held_by: Option<String>,
        pub held_until: Option<Timestamp>,
        /// JSON.
        pub report: String,
        pub created_at: Timestamp,
        pub created_by: Option<i64>,
        pub started_at: Option<Timestamp>,
        pub finished_at: Option<Timestamp>,
    }
}

/// A new draft.
pub fn insert(tx: &mut Tx, title: &str, mapping: &str, now: Timestamp, by: Option<i64>) -> Result<i64> {
    tx.insert(
        "INSERT INTO imports (title, mapping, state, created_at, created_by) VALUES ($1, $2, 'draft', $3, $4) \
         RETURNING id",
        params![title, mapping, now, by],
    )
}

pub fn find(tx: &mut Tx, id: i64) -> Result<Option<ImportRow>> {
    tx.opt(&format!("SELECT {} FROM imports WHERE id = $1", ImportRow::COLUMNS), params![id])
}

/// The import, held until the commit: its batches and whoever mends or cancels it take turns.
pub fn get_to_change(tx: &mut Tx, id: i64) -> Result<ImportRow> {
    tx.one_to_change(&format!("SELECT {} FROM imports WHERE id = $1", ImportRow::COLUMNS), params![id])
}

/// Those that members within reach have made, newest first.
pub fn list(tx: &mut Tx, reads: &Owners, before: Option<i64>, limit: i64) -> Result<Vec<ImportRow>> {
    let sql = Sql::new("SELECT ").text(ImportRow::COLUMNS).text(" FROM imports WHERE 1 = 1");
    let mut sql = reach::owned(sql, "created_by", reads);
    if let Some(before) = before {
        sql = sql.text(" AND id < ").bind(before);
    }
    sql = sql.text(" ORDER BY id DESC LIMIT ").bind(limit);
    tx.all(sql.as_str(), sql.params())
}

/// Imports and undos that somebody has to carry on with.
pub fn list_under_way(tx: &mut Tx) -> Result<Vec<i64>> {
    let found: Vec<(i64,)> =
        tx.all("SELECT id FROM imports WHERE state IN ('running', 'undoing') ORDER BY id", params![])?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Writes everything of the import that changes in its life.
pub fn update(tx: &mut Tx, row: &ImportRow) -> Result<()> {
    tx.run(
        "UPDATE imports SET title = $2, mapping = $3, state = $4, file_position = $5, row_position = $6, \
         rows_total = $7, rows_done = $8, rows_imported = $9, rows_mend = $10, rows_known = $11, \
         busy_micros = $12, report = $13, started_at = $14, finished_at = $15, held_by = $16, held_until = $17 WHERE id = $1",
        params![
            row.id,
            &row.title,
            &row.mapping,
            &row.state,
            row.file_position,
            row.row_position,
            row.rows_total,
            row.rows_done,
            row.rows_imported,
            row.rows_mend,
            row.rows_known,
            row.busy_micros,
            &row.report,
            row.started_at,
            row.finished_at,
            row.held_by.as_deref(),
            row.held_until
        ],
    )?;
    Ok(())
}

crate::row! {
    /// A file as it was given; `content` is base64.
    pub struct FileRow {
        pub position: i64,
        pub name: String,
        pub content: String,
    }
}

/// Keeps a file, which may be large: nothing of it is copied.
pub fn insert_file(tx: &mut Tx, import: i64, file: FileRow) -> Result<()> {
    tx.run(
        "INSERT INTO import_files (import_id, position, name, content) VALUES ($1, $2, $3, $4)",
        params![import, file.position, file.name, file.content],
    )?;
    Ok(())
}

/// The import's files in the order in which they were given.
pub fn list_files(tx: &mut Tx, import: i64) -> Result<Vec<FileRow>> {
    let sql = format!("SELECT {} FROM import_files WHERE import_id = $1 ORDER BY position", FileRow::COLUMNS);
    tx.all(&sql, params![import])
}

/// The names of the import's files.
pub fn list_file_names(tx: &mut Tx, import: i64) -> Result<Vec<String>> {
    let sql = "SELECT name FROM import_files WHERE import_id = $1 ORDER BY position";
    Ok(tx.all::<(String,)>(sql, params![import])?.into_iter().map(|(name,)| name).collect())
}

crate::row! {
    /// A row that could not be taken: as it stands in the file, and why. Both are JSON.
    pub struct MendRowRow {
        pub id: i64,
        pub import_id: i64,
        pub file_position: i64,
        pub line: i64,
        pub raw: String,
        pub reasons: String,
        pub mended_at: Option<Timestamp>,
    }
}

/// Keeps a row to mend.
pub fn insert_mend(tx: &mut Tx, import: i64, file: i64, line: i64, raw: &str, reasons: &str) -> Result<()> {
    tx.later(
        "INSERT INTO import_rows (import_id, file_position, line, raw, reasons) VALUES ($1, $2, $3, $4, $5)",
        params![import, file, line, raw, reasons],
    )
}

/// The row, held until the commit.
pub fn get_mend_to_change(tx: &mut Tx, id: i64) -> Result<MendRowRow> {
    tx.one_to_change(&format!("SELECT {} FROM import_rows WHERE id = $1", MendRowRow::COLUMNS), params![id])
}

/// The row, to see whose import it is.
pub fn find_mend(tx: &mut Tx, id: i64) -> Result<Option<MendRowRow>> {
    tx.opt(&format!("SELECT {} FROM import_rows WHERE id = $1", MendRowRow::COLUMNS), params![id])
}

/// Rows still to mend, in the order of the files; `after` is the last one already seen.
pub fn list_mends(tx: &mut Tx, import: i64, after: i64, limit: i64) -> Result<Vec<MendRowRow>> {
    let sql = format!(
        "SELECT {} FROM import_rows WHERE import_id = $1 AND mended_at IS NULL AND id > $2 ORDER BY id LIMIT $3",
        MendRowRow::COLUMNS
    );
    tx.all(&sql, params![import, after, limit])
}

/// Which rows to mend are meant.
#[derive(Clone, Debug)]
pub struct MendFilter {
    pub import: i64,
    /// The position of the file that they are from.
    pub file: Option<i64>,
    /// A piece of the reasons as they are written.
    pub reason: Option<String>,
}

impl MendFilter {
    fn narrow(&self, sql: Sql) -> Sql {
        let mut sql =
            sql.text(" FROM import_rows WHERE mended_at IS NULL AND import_id = ").bind(self.import);
        if let Some(file) = self.file {
            sql = sql.text(" AND file_position = ").bind(file);
        }
        if let Some(reason) = &self.reason {
            sql = sql.text(" AND reasons LIKE ").bind(containing(reason)).text(r" ESCAPE '\'");
        }
        sql
    }
}

/// The rows meant that follow the one named, in the order of the files.
pub fn list_mends_after(tx: &mut Tx, filter: &MendFilter, after: i64, limit: i64) -> Result<Vec<MendRowRow>> {
    let sql = filter.narrow(Sql::new("SELECT ").text(MendRowRow::COLUMNS));
    let sql = sql.text(" AND id > ").bind(after).text(" ORDER BY id LIMIT ").bind(limit);
    tx.all(sql.as_str(), sql.params())
}

/// The rows meant that stand right before the one named, nearest first.
pub fn list_mends_before(
    tx: &mut Tx,
    filter: &MendFilter,
    before: i64,
    limit: i64,
) -> Result<Vec<MendRowRow>> {
    let sql = filter.narrow(Sql::new("SELECT ").text(MendRowRow::COLUMNS));
    let sql = sql.text(" AND id < ").bind(before).text(" ORDER BY id DESC LIMIT ").bind(limit);
    tx.all(sql.as_str(), sql.params())
}

/// How many rows are meant; with `before` those before that one alone.
pub fn count_mends(tx: &mut Tx, filter: &MendFilter, before: Option<i64>) -> Result<i64> {
    let mut sql = filter.narrow(Sql::new("SELECT CAST(COUNT(*) AS BIGINT)"));
    if let Some(before) = before {
        sql = sql.text(" AND id < ").bind(before);
    }
    tx.one::<(i64,)>(sql.as_str(), sql.params()).map(|(count,)| count)
}

/// Keeps what was typed and what is still wrong with it, or that nothing is.
pub fn update_mend(
    tx: &mut Tx,
    id: i64,
    raw: &str,
    reasons: &str,
    mended_at: Option<Timestamp>,
) -> Result<()> {
    tx.run(
        "UPDATE import_rows SET raw = $2, reasons = $3, mended_at = $4 WHERE id = $1",
        params![id, raw, reasons, mended_at],
    )?;
    Ok(())
}

crate::row! {
    /// A mapping kept for the next file of the same shape; `mapping` is YAML.
    pub struct MappingRow {
        pub id: i64,
        pub name: String,
        pub mapping: String,
        pub changed_at: Timestamp,
    }
}

/// Keeps a mapping under its name; a former one of this name is replaced.
pub fn put_mapping(tx: &mut Tx, name: &str, mapping: &str, now: Timestamp) -> Result<i64> {
    tx.insert(
        "INSERT INTO mappings (name, mapping, changed_at) VALUES ($1, $2, $3) \
         ON CONFLICT (name) DO UPDATE SET mapping = excluded.mapping, changed_at = excluded.changed_at RETURNING id",
        params![name, mapping, now],
    )
}

/// All kept mappings by name.
pub fn list_mappings(tx: &mut Tx) -> Result<Vec<MappingRow>> {
    tx.all(&format!("SELECT {} FROM mappings ORDER BY name", MappingRow::COLUMNS), params![])
}
