//! Which case is meant.

use serde::{Deserialize, Serialize};
use store::rows::events::Of;

/// A case by the record it runs on: a deal has one, a company one of each process that runs on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseOf {
    Deal(i64),
    Company { company: i64, process: String },
}

impl CaseOf {
    pub fn company(company: i64, process: &str) -> CaseOf {
        CaseOf::Company { company, process: process.to_owned() }
    }

    /// The record.
    pub fn record(&self) -> Of {
        match self {
            CaseOf::Deal(id) => Of::Deal(*id),
            CaseOf::Company { company, .. } => Of::Company(*company),
        }
    }

    /// The process, where the record may run several.
    pub(crate) fn process(&self) -> Option<&str> {
        match self {
            CaseOf::Deal(_) => None,
            CaseOf::Company { process, .. } => Some(process),
        }
    }
}

impl Default for CaseOf {
    fn default() -> CaseOf {
        CaseOf::Deal(0)
    }
}

impl From<i64> for CaseOf {
    fn from(deal: i64) -> CaseOf {
        CaseOf::Deal(deal)
    }
}
