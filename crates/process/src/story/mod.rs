//! Stories: given, when, then. They are the definition's own tests.

use crate::Finding;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Story {
    pub name: String,
    /// Statements of the source it shows: `003.30`.
    pub cites: Vec<String>,
}

/// How a story went.
#[derive(Clone, Debug, Serialize)]
pub struct StoryResult {
    pub name: String,
    pub cites: Vec<String>,
    pub passed: bool,
    pub findings: Vec<Finding>,
}
