//! Where one record stands in one process.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A closed stay in a stage, oldest first in `Case::visits`. The current stay is not among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub stage: String,
    pub entry: u32,
    pub entered_at: Timestamp,
    pub left_at: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    pub stage: String,
    /// Counts enterings, from 1; a command made up on an older one is refused.
    pub entry: u32,
    pub started_at: Timestamp,
    pub entered_at: Timestamp,
    pub visits: Vec<Visit>,
    /// Automatic moves that were true already when the case went back: they wait until they have been false once.
    #[serde(default)]
    pub resting: BTreeSet<String>,
}

impl Case {
    /// Whether the case stands or has stood in the stage.
    pub fn has_visited(&self, stage: &str) -> bool {
        self.stage == stage || self.visits.iter().any(|visit| visit.stage == stage)
    }
}
