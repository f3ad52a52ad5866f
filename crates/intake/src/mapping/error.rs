//! What is wrong with a mapping file, and where.

use std::fmt;

/// A fault in a mapping file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct MappingError {
    pub message: String,
    /// From 1, where it is known.
    pub line: Option<u64>,
    /// From 1, where it is known.
    pub column: Option<u64>,
    /// What was probably meant.
    pub hint: Option<String>,
}

impl MappingError {
    /// A fault that belongs to no one place in the file.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), line: None, column: None, hint: None }
    }

    pub(crate) fn hint(mut self, hint: Option<String>) -> Self {
        self.hint = hint;
        self
    }
}

impl fmt::Display for MappingError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(out, "line {line}, column {column}: ")?;
        }
        out.write_str(&self.message)?;
        match &self.hint {
            Some(hint) => write!(out, "; did you mean `{hint}`?"),
            None => Ok(()),
        }
    }
}
