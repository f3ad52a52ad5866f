//! Other processes that a process reads and moves.

use crate::text::Spot;
use serde::Serialize;
use std::collections::BTreeSet;

/// Whose case of the other process is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UseOf {
    /// The record's own; the only one that may be moved.
    Record,
    /// That of the record's company.
    Company,
    /// That of the company above.
    Parent,
}

/// Another process, under the name that conditions call it by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Use {
    pub key: String,
    pub process: String,
    pub of: UseOf,
    /// What conditions ask of its stages: `NAME` of `key.permits.NAME`.
    pub permits: BTreeSet<String>,
    /// Place in the file.
    pub spot: Spot,
}

impl Use {
    /// The name of the other case's stage in conditions; absent where that process does not run.
    pub fn stage(&self) -> String {
        format!("{}.stage", self.key)
    }

    /// The name of what its stage permits.
    pub fn permit(&self, name: &str) -> String {
        format!("{}.permits.{name}", self.key)
    }
}
