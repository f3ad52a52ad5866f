//! Strands: flat machines beside the stage, with states of their own.

use super::{EffectAct, EffectSpec, Move};
use crate::Words;
use crate::condition::Condition;
use crate::text::Spot;
use serde::Serialize;

/// What a state says of the work of its strand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StateClass {
    Open,
    Done,
    Failed,
}

/// Approvals, hand-offs and the hold are strands whose states and moves the language gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StrandKind {
    Plain,
    Approval,
    HandOff,
    /// While it is on, nothing goes forward and nothing happens by itself.
    Hold,
}

#[derive(Clone, Debug, Serialize)]
pub struct State {
    pub key: String,
    pub title: Words,
    pub class: StateClass,
    /// Done whenever the strand comes into it.
    pub on_enter: Vec<EffectSpec>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Strand {
    pub key: String,
    pub title: Words,
    pub kind: StrandKind,
    /// Stages in which it takes moves; empty: every open stage.
    pub stages: Vec<String>,
    /// Where this does not hold the strand is absent, and counts as done.
    pub present: Option<Condition>,
    /// It begins anew when the case comes back into its stages.
    pub resets: bool,
    /// The first is where it begins.
    pub states: Vec<State>,
    /// Their keys are `strand.move`; they lead from state to state.
    pub moves: Vec<Move>,
    /// Fields whose values are kept when it is granted or accepted: `approved.amount` reads them.
    pub keeps: Vec<String>,
    /// Place in the file.
    pub spot: Spot,
}

impl Strand {
    pub fn state(&self, key: &str) -> Option<&State> {
        self.states.iter().find(|state| state.key == key)
    }

    /// Whether anything can happen to it by itself: a move, or that it is no longer needed.
    pub(crate) fn is_restless(&self) -> bool {
        let given = matches!(self.kind, StrandKind::Approval | StrandKind::HandOff);
        (given && self.present.is_some()) || self.moves.iter().any(|movement| movement.by_itself)
    }

    /// Whether it asks work of people.
    pub(crate) fn makes_tasks(&self) -> bool {
        let of_moves = self.moves.iter().flat_map(|movement| &movement.effects);
        let of_states = self.states.iter().flat_map(|state| &state.on_enter);
        of_moves.chain(of_states).any(|effect| matches!(effect.act, EffectAct::CreateTask { .. }))
    }

    /// The moves that leave a state, in the order of the file.
    pub fn moves_from(&self, state: &str) -> impl Iterator<Item = &Move> {
        self.moves.iter().filter(move |movement| movement.from.iter().any(|from| from == state))
    }
}
