//! What came of an import, file by file.

use intake::Record;
use serde::{Deserialize, Serialize};

use crate::{Error, Result};

/// Kept with the import as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// In the order of import.
    pub files: Vec<FileReport>,
    /// The file of deals among them, all of them together where there are several.
    pub deals: Option<FileReport>,
    /// Files given that the mapping does not name.
    pub ignored: Vec<String>,
    /// Files that the mapping names and nobody gave.
    pub missing: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undo: Option<Undone>,
}

/// Rows of one file: `rows = imported + mend + known` once it is through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    pub name: String,
    pub record: Record,
    pub rows: u64,
    pub imported: u64,
    pub mend: u64,
    /// Rows whose record was there before.
    pub known: u64,
}

impl FileReport {
    pub(crate) fn new(name: &str, record: Record, rows: u64) -> FileReport {
        FileReport { name: name.to_owned(), record, rows, imported: 0, mend: 0, known: 0 }
    }

    /// `8800 rows: 7375 imported, 1425 to mend`.
    pub fn line(&self) -> String {
        let known = if self.known > 0 { format!(", {} known already", self.known) } else { String::new() };
        format!("{} rows: {} imported, {} to mend{known}", self.rows, self.imported, self.mend)
    }
}

/// What an undo has removed, and what it left because somebody has touched it since.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Undone {
    /// Touched records go too; those that others still need stay all the same.
    pub force: bool,
    /// Records of the import when the undo began.
    pub total: u64,
    pub removed: u64,
    pub left: u64,
    /// The first of those left.
    pub kept: Vec<Kept>,
}

/// A record of the import that stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// `deal`, `person`, `company`, `product`, `member`, `team` or `choice`.
    pub kind: String,
    pub id: i64,
    pub name: String,
}

impl std::fmt::Display for Kept {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} {} ({})", self.kind, self.name, self.id)
    }
}

impl Report {
    pub(crate) fn read(json: &str) -> Result<Report> {
        serde_json::from_str(json).map_err(|error| Error::Broken(format!("report of an import: {error}")))
    }

    /// Sums the files of deals anew and writes it all.
    pub(crate) fn write(&mut self) -> Result<String> {
        self.sum_deals();
        serde_json::to_string(self).map_err(|error| Error::Broken(format!("report of an import: {error}")))
    }

    pub(crate) fn sum_deals(&mut self) {
        let mut files = self.files.iter().filter(|file| file.record == Record::Deal);
        let first = files.next().cloned();
        self.deals = first.map(|first| {
            files.fold(first, |sum, file| FileReport {
                rows: sum.rows + file.rows,
                imported: sum.imported + file.imported,
                mend: sum.mend + file.mend,
                known: sum.known + file.known,
                ..sum
            })
        });
    }
}
