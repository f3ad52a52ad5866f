//! Asks: what the taker of a move must give.

use super::Span;
use crate::{Type, Words};
use serde::Serialize;

/// One thing a move asks. Answers come in `Command::answers` under the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum AskSpec {
    /// A field of the record; the answer is written to it. Satisfied where the field is filled already.
    Field {
        name: String,
        title: Words,
        kind: Type,
        optional: bool,
    },
    /// A code out of a list, each with asks of its own (coded reasons, seed 003.31).
    OneOf {
        key: String,
        title: Words,
        options: Vec<AskOption>,
        optional: bool,
    },
    Text {
        key: String,
        title: Words,
        long: bool,
        optional: bool,
    },
    /// An activity must be planned with the move, or be planned already; `fact` tells the latter.
    /// `within` is the date that is offered.
    Plan {
        types: Vec<String>,
        title: Words,
        within: Option<Span>,
        fact: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AskOption {
    pub code: String,
    pub title: Words,
    pub asks: Vec<AskSpec>,
}

impl AskSpec {
    /// Whether the move is refused without an answer.
    pub fn is_owed(&self) -> bool {
        match self {
            AskSpec::Field { optional, .. }
            | AskSpec::OneOf { optional, .. }
            | AskSpec::Text { optional, .. } => !optional,
            AskSpec::Plan { .. } => true,
        }
    }

    /// The key an answer comes under; a plan has its activity type.
    pub fn key(&self) -> &str {
        match self {
            AskSpec::Field { name, .. } => name,
            AskSpec::OneOf { key, .. } | AskSpec::Text { key, .. } => key,
            AskSpec::Plan { types, .. } => types.first().map_or("plan", String::as_str),
        }
    }
}
