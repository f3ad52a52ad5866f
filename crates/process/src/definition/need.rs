//! Needs: what must hold. One shape everywhere: always, to_enter, to_go_on, a move's own.

use crate::condition::Condition;
use crate::text::Spot;
use crate::{Mend, Words};
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Block,
    /// Accepted by its id in the command; shown on the case until then.
    Warn,
}

/// A compiled need. Typed bodies (fields, activity, note, task) have become a condition with words and mend.
#[derive(Clone, Debug, Serialize)]
pub struct Need {
    pub id: String,
    pub level: Level,
    /// No override lifts it.
    pub firm: bool,
    /// Asked again after the stage: where it no longer holds, the case falls back.
    pub stays_true: bool,
    /// Asked only where this holds.
    pub only_if: Option<Condition>,
    pub holds: Condition,
    /// The sentence shown while it does not hold.
    pub says: Words,
    pub mend: Option<Mend>,
    /// Place in the file.
    pub spot: Spot,
}
