//! An import as it is read.

use desk::import::{FileReport, ImportView};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// An import and how far it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Import {
    pub id: i64,
    pub title: String,
    /// `draft`, `running`, `done`, `cancelled`, `failed`, `undoing` or `undone`.
    pub state: String,
    /// YAML.
    pub mapping: String,
    /// Rows of all files: `rows = imported + to_mend + known` once it is through.
    pub rows: u64,
    pub done: u64,
    pub imported: u64,
    pub to_mend: u64,
    /// Rows whose record was there before.
    pub known: u64,
    /// 0 to 100; of an undo the part of its records that is removed.
    pub percent: u8,
    pub rows_per_second: Option<u64>,
    pub seconds_left: Option<u64>,
    pub files: Vec<File>,
    /// Files given that the mapping does not name.
    pub ignored: Vec<String>,
    /// Files that the mapping names and nobody gave.
    pub missing: Vec<String>,
    pub created_at: Timestamp,
    pub started_at: Option<Timestamp>,
    pub finished_at: Option<Timestamp>,
}

/// What came of one file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportFile)]
pub struct File {
    pub name: String,
    /// `deal`, `company`, `person`, `member` or `product`.
    pub record: String,
    pub rows: u64,
    pub imported: u64,
    pub to_mend: u64,
    pub known: u64,
}

impl From<ImportView> for Import {
    fn from(view: ImportView) -> Import {
        Import {
            id: view.id,
            title: view.title,
            state: view.state,
            mapping: view.mapping,
            rows: view.total,
            done: view.done,
            imported: view.imported,
            to_mend: view.mend,
            known: view.known,
            percent: view.percent,
            rows_per_second: view.rows_per_second,
            seconds_left: view.seconds_left,
            files: view.report.files.into_iter().map(File::from).collect(),
            ignored: view.report.ignored,
            missing: view.report.missing,
            created_at: view.created_at,
            started_at: view.started_at,
            finished_at: view.finished_at,
        }
    }
}

impl From<FileReport> for File {
    fn from(file: FileReport) -> File {
        File {
            name: file.name,
            record: file.record.name().to_owned(),
            rows: file.rows,
            imported: file.imported,
            to_mend: file.mend,
            known: file.known,
        }
    }
}
