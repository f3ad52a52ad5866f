//! Stages: where a case stands.

use super::{EffectSpec, Need, Span};
use crate::Words;
use crate::text::Spot;
use serde::Serialize;

/// How a case ends in this stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    Won,
    Lost,
    /// Over without a winner: a case that is no sale.
    Closed,
}

/// An activity that the process plans by itself where nobody did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanRule {
    pub activity_type: String,
    /// It starts at the latest this long from now; `None`: the next working day.
    pub within: Option<Span>,
    /// Time set aside; `None`: the activity type's own length.
    pub length: Option<Span>,
}

/// An open deal here always has a planned activity (seed 003.2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NextStepRule {
    /// What to plan where nobody did; `None`: then the move is refused.
    pub else_plan: Option<PlanRule>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Stage {
    pub key: String,
    pub title: Words,
    /// Text that tells people what to do in this stage.
    pub help: Words,
    /// Percent, 0 to 100.
    pub probability: u8,
    /// A case that stays longer than this is shown as rotting.
    pub rots_after: Option<Span>,
    /// `None`: no next step asked. End stages never ask one.
    pub next_step: Option<NextStepRule>,
    pub to_enter: Vec<Need>,
    pub to_go_on: Vec<Need>,
    pub on_enter: Vec<EffectSpec>,
    pub on_leave: Vec<EffectSpec>,
    /// Fields that only an amendment may change while the case stands here, by full name.
    pub locks: Vec<String>,
    /// Once here, a case never falls back to an earlier stage.
    pub no_way_back: bool,
    /// What may be done while the record stands here, as other processes ask it (seed 000.38).
    pub permits: Vec<String>,
    pub never_skip: bool,
    pub may_skip: bool,
    /// `None`: the stage is open.
    pub ends: Option<End>,
    /// Place in the file.
    pub spot: Spot,
}

impl Stage {
    pub fn is_open(&self) -> bool {
        self.ends.is_none()
    }
}
