//! Conditions: a CEL subset over scalars, parsed, type-checked and compiled once, evaluated three-valued.

mod eval;
mod in_words;
mod parse;
mod satisfy;
#[cfg(test)]
mod tests;
mod token;
mod tree;
mod types;
mod why;

pub use satisfy::{Verdict, verdict};
pub use tree::{Arith, Compare, Expr, Node};

pub(crate) use eval::{Sight, truth};
pub(crate) use parse::{Refusal, parse};
pub(crate) use types::{Fault, Scope, check};
pub(crate) use why::{shown, why};

use serde::Serialize;

/// Longest condition, in bytes.
pub const MAX_BYTES: usize = 1024;
/// Most nodes in a condition.
pub const MAX_NODES: usize = 100;
/// Deepest nesting of a condition.
pub const MAX_DEPTH: usize = 16;

/// A checked condition, compiled once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// As the file writes it; empty for the condition of a typed need.
    pub text: String,
    #[serde(skip)]
    pub(crate) tree: Expr,
}

impl Condition {
    /// As people read it.
    pub fn in_words(&self) -> crate::Words {
        in_words::in_words(&self.tree)
    }
}
