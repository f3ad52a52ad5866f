//! SQLite's words for a migration.

use crate::{Result, migrate::spell as fill};

const WORDS: [(&str, &str); 10] = [
    ("id", "INTEGER PRIMARY KEY AUTOINCREMENT"),
    ("int", "INTEGER"),
    ("real", "REAL"),
    ("bool", "INTEGER"),
    ("text", "TEXT"),
    ("instant", "INTEGER"),
    ("date", "TEXT"),
    ("json", "TEXT"),
    ("strict", "STRICT"),
    ("collate", ""),
];

/// A migration as SQLite reads it.
pub(super) fn spell(sql: &str) -> Result<String> {
    fill(sql, "sqlite", &WORDS)
}
