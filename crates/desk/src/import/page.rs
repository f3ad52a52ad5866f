//! How imports stand: the list, and one with its pace.

use jiff::Timestamp;
use store::Tx;
use store::rows::imports::{self, ImportRow};

use super::reader::BATCH;
use super::report::Report;
use super::{importers_only, to_see};
use crate::{Look, Result, Scene};

/// An import as its page shows it.
#[derive(Clone, Debug)]
pub struct ImportView {
    pub id: i64,
    pub title: String,
    /// `draft`, `running`, `done`, `cancelled`, `failed`, `undoing` or `undone`.
    pub state: String,
    /// YAML.
    pub mapping: String,
    pub files: Vec<String>,
    /// Rows of all files.
    pub total: u64,
    pub done: u64,
    pub imported: u64,
    pub mend: u64,
    pub known: u64,
    /// 0 to 100; of an undo the part of its records that is removed.
    pub percent: u8,
    pub rows_per_second: Option<u64>,
    pub seconds_left: Option<u64>,
    pub report: Report,
    pub created_at: Timestamp,
    pub created_by: Option<i64>,
    pub started_at: Option<Timestamp>,
    pub finished_at: Option<Timestamp>,
}

impl ImportView {
    fn new(row: ImportRow, files: Vec<String>) -> Result<ImportView> {
        let report = Report::read(&row.report)?;
        let (done, total) = (row.rows_done.unsigned_abs(), row.rows_total.unsigned_abs());
        let running = row.state == "running";
        // The batch written last is not yet in the time.
        let timed = if running { done.saturating_sub(BATCH as u64) } else { done };
        let rows_per_second = pace(timed, row.busy_micros.unsigned_abs()).filter(|pace| *pace > 0);
        let undone = report.undo.as_ref().filter(|_| row.state == "undoing");
        let percent = match (undone, row.state.as_str()) {
            (Some(undone), _) => share(undone.removed, undone.total),
            (None, "done" | "undone") => 100,
            (None, _) => share(done, total),
        };
        let left = total.saturating_sub(done);
        let seconds_left = rows_per_second.filter(|_| running).map(|pace| left.div_ceil(pace));
        Ok(ImportView {
            id: row.id,
            title: row.title,
            state: row.state,
            mapping: row.mapping,
            files,
            total,
            done,
            imported: row.rows_imported.unsigned_abs(),
            mend: row.rows_mend.unsigned_abs(),
            known: row.rows_known.unsigned_abs(),
            percent,
            rows_per_second,
            seconds_left,
            report,
            created_at: row.created_at,
            created_by: row.created_by,
            started_at: row.started_at,
            finished_at: row.finished_at,
        })
    }
}

fn pace(rows: u64, micros: u64) -> Option<u64> {
    (rows * 1_000_000).checked_div(micros)
}

fn share(part: u64, whole: u64) -> u8 {
    (part * 100).checked_div(whole).map_or(0, |percent| percent.min(100) as u8)
}

/// One import.
#[derive(Clone, Copy, Debug)]
pub struct ImportPage {
    pub id: i64,
}

impl Look for ImportPage {
    type Seen = ImportView;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<ImportView> {
        let row = to_see(tx, scene, self.id)?;
        let files = imports::list_file_names(tx, self.id)?;
        ImportView::new(row, files)
    }
}

/// Imports, newest first; `before` is the last one already seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListImports {
    pub before: Option<i64>,
}

impl Look for ListImports {
    type Seen = Vec<ImportView>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<ImportView>> {
        importers_only(scene)?;
        let rows = imports::list(tx, &scene.by.reads, self.before, 50)?;
        rows.into_iter()
            .map(|row| {
                let files = imports::list_file_names(tx, row.id)?;
                ImportView::new(row, files)
            })
            .collect()
    }
}

/// Imports that have rows to bring or records to remove: what the worker carries on with after a restart.
#[derive(Clone, Copy, Debug)]
pub struct ImportsUnderWay;

impl Look for ImportsUnderWay {
    type Seen = Vec<i64>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<i64>> {
        importers_only(scene)?;
        Ok(imports::list_under_way(tx)?)
    }
}
