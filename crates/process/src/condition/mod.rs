//! Conditions: a CEL subset over scalars.
use serde::Serialize;

/// A checked condition, compiled once.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Condition {
    /// As the file writes it.
    pub text: String,
}
