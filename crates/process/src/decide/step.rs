//! The answer of a decision.

use super::Stand;
use crate::definition::{Effect, End, MoveKind, PlanRule};
use crate::{Finding, Value};
use serde::Serialize;

/// All or nothing: a refusal changes nothing and names everything that stands in the way.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    Refused(Vec<Finding>),
    Step(Box<Step>),
}

/// What the caller writes in one transaction.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// Empty at the start of a case.
    pub move_key: String,
    pub kind: MoveKind,
    /// The strand that moves; `from` and `to` are then its states.
    pub strand: Option<String>,
    /// `None` at the start of a case. An amendment may stay where it is.
    pub from: Option<String>,
    pub to: String,
    /// The new `Case::entry`; an amendment that stays keeps the old one.
    pub entry: u32,
    /// Landed by going back or past a block: automatic moves that are true already must not undo it.
    pub rests: bool,
    /// Fields to write, by full name; answers first, then `set_field` effects.
    pub changes: Vec<(String, Value)>,
    /// Answers that are no fields: coded reason, explanation.
    pub answers: Vec<(String, Value)>,
    pub effects: Vec<Effect>,
    /// Where strands stand after it, by key; those that it does not touch are left out.
    pub strands: Vec<(String, Stand)>,
    /// Warnings that stay on the case: accepted by the taker, or passed by nobody's hand.
    pub flagged: Vec<Finding>,
    /// Blocks passed over by an override.
    pub overridden: Vec<Finding>,
    pub ends: Option<End>,
    pub probability: u8,
    /// Plan this: the stage requires a next step and there is none.
    pub else_plan: Option<PlanRule>,
}

impl Step {
    /// Whether a stage is entered; an amendment may stay in the present one.
    pub fn enters(&self) -> bool {
        let stays = self.kind == MoveKind::Amend && self.from.as_deref() == Some(self.to.as_str());
        self.strand.is_none() && !stays
    }
}
