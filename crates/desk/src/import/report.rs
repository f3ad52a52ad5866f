//! What came of an import, file by file.

use intake::{Reason, ReasonCode, Record};
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
    /// Why rows are still to mend, most frequent first. A row with two reasons counts in both.
    pub why: Vec<WhyCount>,
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

/// A reason why rows of one file are to mend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// Which of the report's files.
    pub file: usize,
    pub code: ReasonCode,
    /// The header of the column where it can be put right.
    pub column: Option<String>,
}

impl Why {
    /// Each reason of a row once.
    pub(super) fn all(file: usize, reasons: &[Reason]) -> Vec<Why> {
        let mut all: Vec<Why> = Vec::new();
        for Reason { code, column, .. } in reasons {
            let why = Why { file, code: *code, column: column.clone() };
            if !all.contains(&why) {
                all.push(why);
            }
        }
        all
    }

    /// The piece of a row's reasons, as they are kept, that says this.
    pub(super) fn piece(&self) -> Result<String> {
        let broken = |error: serde_json::Error| Error::Broken(error.to_string());
        let code = serde_json::to_string(&self.code).map_err(broken)?;
        let column = serde_json::to_string(&self.column).map_err(broken)?;
        Ok(format!("\"code\":{code},\"column\":{column}"))
    }
}

/// How many rows have a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyCount {
    #[serde(flatten)]
    pub why: Why,
    pub rows: u64,
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

    /// Counts the reasons of a row that is to mend.
    pub(super) fn add_reasons(&mut self, file: usize, reasons: &[Reason]) {
        for why in Why::all(file, reasons) {
            match self.why.iter_mut().find(|count| count.why == why) {
                Some(count) => count.rows += 1,
                None => self.why.push(WhyCount { why, rows: 1 }),
            }
        }
        self.why.sort_by_key(|count| std::cmp::Reverse(count.rows));
    }

    /// Takes the reasons of a row out of the counts.
    pub(super) fn remove_reasons(&mut self, file: usize, reasons: &[Reason]) {
        for why in Why::all(file, reasons) {
            if let Some(count) = self.why.iter_mut().find(|count| count.why == why) {
                count.rows = count.rows.saturating_sub(1);
            }
        }
        self.why.retain(|count| count.rows > 0);
        self.why.sort_by_key(|count| std::cmp::Reverse(count.rows));
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
