//! Effects: what entering a stage or making a move does.

use super::{Due, DueAt, Span};
use crate::text::Spot;
use crate::{Value, Words};
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteTo {
    Record,
    Company,
}

/// An effect as the file writes it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EffectSpec {
    pub act: EffectAct,
    /// Only at the first entering of the stage in this case (`once: case`).
    pub once_a_case: bool,
    /// Place in the file.
    pub spot: Spot,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum EffectAct {
    CreateTask {
        part: String,
        title: Words,
        due: Option<Due>,
        kind: Option<String>,
    },
    PlanActivity {
        part: Option<String>,
        activity_type: String,
        within: Option<Span>,
        length: Option<Span>,
    },
    SetField {
        field: String,
        value: Value,
    },
    /// `{key}` in the text stands for an answer.
    Note {
        to: NoteTo,
        text: Words,
    },
    Notify {
        part: String,
        text: Words,
    },
    /// Cancels what is planned on the record.
    CancelPlans,
    /// Takes a move of a strand along: asks for an approval, offers a hand-off.
    Take {
        movement: String,
    },
    /// Takes a move of another process of the same record, by the name it is used under.
    Move {
        process: String,
        take: String,
    },
    /// Starts another process on the same record, where it does not run yet.
    Start {
        process: String,
    },
}

/// An effect of a step, for the caller to carry out in the same transaction. `set_field` is among the changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum Effect {
    CreateTask {
        part: String,
        title: Words,
        due: Option<DueAt>,
        kind: Option<String>,
        /// The strand that makes it.
        strand: Option<String>,
    },
    /// Without a part the activity is the case owner's.
    PlanActivity {
        part: Option<String>,
        activity_type: String,
        within: Option<Span>,
        length: Option<Span>,
    },
    Note {
        to: NoteTo,
        text: Words,
    },
    Notify {
        part: String,
        text: Words,
    },
    /// Take a move of another process of the same record; that it is refused refuses the step. `process` is its key.
    Move {
        process: String,
        take: String,
    },
    /// Start another process on the same record; one that runs there already goes on as it stands.
    Start {
        process: String,
    },
    /// Cancel the planned activities of the record.
    CancelPlans,
    /// End the open tasks that a strand has made.
    EndTasks {
        strand: String,
    },
}
