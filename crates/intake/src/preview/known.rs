//! What the house already has.

use std::collections::{HashMap, HashSet};

use crate::target::Record;

/// Names and ids that a preview compares a file with.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Names of existing records, by kind.
    pub names: HashMap<Record, Vec<String>>,
    /// Source ids already imported from the mapping's source, by kind of record.
    pub source_ids: HashMap<Record, HashSet<String>>,
    /// Stage keys by process.
    pub stages: HashMap<String, Vec<String>>,
    /// Where deals are placed whose file names no process.
    pub first_process: Option<String>,
}

impl Known {
    pub(super) fn has_source_id(&self, record: Record, id: &str) -> bool {
        self.source_ids.get(&record).is_some_and(|ids| ids.contains(id))
    }

    /// The stages that a file's deals may be placed in; none known means any.
    pub(super) fn stages_of(&self, process: Option<&str>) -> &[String] {
        let process = process.or(self.first_process.as_deref());
        process.and_then(|process| self.stages.get(process)).map_or(&[], Vec::as_slice)
    }
}
