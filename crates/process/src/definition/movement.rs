//! Moves: the only ways from stage to stage.

use super::{AskSpec, EffectSpec, Need};
use crate::Words;
use crate::condition::Condition;
use crate::text::Spot;
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MoveKind {
    /// A new case begins; no move of the file.
    Start,
    Forward,
    Return,
    Refusal,
    Reopen,
    /// The one move that may change locked fields.
    Amend,
    /// Back to the first stage whose lasting needs no longer hold; no move of the file.
    FallBack,
    /// From state to state of a strand; the case stays in its stage.
    Strand,
}

/// Where a move goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    Stage(String),
    /// An open stage the case has been in before, named in the command.
    AnyVisited,
    /// The open stage the case was in last.
    LastOpen,
    /// The stage where the case stands: it is not entered again.
    Stay,
    /// The first of these states whose condition holds.
    First(Vec<Branch>),
}

/// A state that a strand's move may lead to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Branch {
    /// `None`: always.
    pub guard: Option<Condition>,
    pub to: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Move {
    pub key: String,
    pub title: Words,
    pub kind: MoveKind,
    /// Stage keys.
    pub from: Vec<String>,
    pub to: Target,
    /// Parts that may make it; empty: whoever may change the record.
    pub by: Vec<String>,
    /// Parts whose holders may not, whatever else they hold.
    pub not_by: Vec<String>,
    /// Parts that must all have taken it before it leads on.
    pub all_of: Vec<String>,
    /// Taken as soon as it may be, by nobody's hand.
    pub by_itself: bool,
    /// Taken by another process alone.
    pub by_nobody: bool,
    /// Offered, or taken by itself, only where this holds.
    pub guard: Option<Condition>,
    /// Taken only in the act that changes one of these fields.
    pub if_changed: Vec<String>,
    /// Not taken where this holds.
    pub unless: Option<Condition>,
    /// A reopening is open this many civil days after the case ended.
    pub within_days: Option<u32>,
    pub needs: Vec<Need>,
    pub asks: Vec<AskSpec>,
    pub effects: Vec<EffectSpec>,
    /// Place in the file.
    pub spot: Spot,
}

impl Move {
    /// Whether landing by it is going back: what would go on by itself then waits for a hand, or for news.
    pub(crate) fn goes_back(&self) -> bool {
        matches!(self.kind, MoveKind::Return | MoveKind::Reopen)
    }
}
