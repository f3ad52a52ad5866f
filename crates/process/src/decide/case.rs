//! Where one record stands in one process.

use crate::Value;
use crate::definition::Strand;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A closed stay in a stage, oldest first in `Case::visits`. The current stay is not among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub stage: String,
    pub entry: u32,
    pub entered_at: Timestamp,
    pub left_at: Option<Timestamp>,
}

/// Where a strand stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stand {
    pub state: String,
    pub since: Timestamp,
    /// Parts that have agreed, where all of several must.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub votes: BTreeSet<String>,
    /// Fields as they were when it was granted, by full name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kept: BTreeMap<String, Value>,
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
    /// Strands that have left their first state, by key.
    #[serde(default)]
    pub strands: BTreeMap<String, Stand>,
}

impl Case {
    /// A case that begins in a stage now.
    pub fn begin(stage: &str, now: Timestamp) -> Case {
        Case {
            stage: stage.to_owned(),
            entry: 1,
            started_at: now,
            entered_at: now,
            visits: Vec::new(),
            resting: BTreeSet::new(),
            strands: BTreeMap::new(),
        }
    }

    /// Whether the case stands or has stood in the stage.
    pub fn has_visited(&self, stage: &str) -> bool {
        self.stage == stage || self.visits.iter().any(|visit| visit.stage == stage)
    }

    /// The state of a strand; one that nobody has touched stands in its first.
    pub fn state_of<'a>(&'a self, strand: &'a Strand) -> &'a str {
        let first = strand.states.first().map_or("", |state| state.key.as_str());
        self.strands.get(&strand.key).map_or(first, |stand| stand.state.as_str())
    }
}
