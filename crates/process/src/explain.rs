//! Why a move is open or closed, in words.

use crate::definition::{AskSpec, Level, MoveKind};
use crate::{Mend, Words};
use serde::Serialize;

/// One need of a move as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NeedState {
    pub id: String,
    pub level: Level,
    /// `None`: cannot be told, something it reads is not filled.
    pub met: Option<bool>,
    pub says: Words,
    /// The reason in the facts: which field is not filled, which value it has.
    pub why: Words,
    pub mend: Option<Mend>,
}

/// A move out of the stage where the case stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenMove {
    pub move_key: String,
    pub title: Words,
    pub kind: MoveKind,
    /// Stages it may go to; more than one leaves the choice to the taker.
    pub to: Vec<String>,
    /// No block stands in the way. What it asks may still be wanting.
    pub open: bool,
    pub needs: Vec<NeedState>,
    pub asks: Vec<AskSpec>,
    /// A next step must be planned with the move: the target requires one and there is none.
    pub asks_next_step: bool,
    /// The usual way forward.
    pub main: bool,
}
