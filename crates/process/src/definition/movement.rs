//! Moves: the only ways from stage to stage.

use super::{AskSpec, EffectSpec, Need};
use crate::Words;
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
    pub needs: Vec<Need>,
    pub asks: Vec<AskSpec>,
    pub effects: Vec<EffectSpec>,
    /// Place in the file.
    pub spot: Spot,
}
