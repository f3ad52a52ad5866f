//! What a decision is told: facts on the one side, the command on the other.

use crate::Value;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of the record when a move is decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knowledge {
    /// By full name: `deal.amount`. Missing means absent.
    pub fields: BTreeMap<String, Value>,
    /// By `FactSpec::key`.
    pub facts: BTreeMap<String, Value>,
    /// An open planned activity is there.
    pub has_next_step: bool,
    /// Parts of this case that the taker holds.
    pub parts: BTreeSet<String>,
    /// Those that are the taker's own, not by standing in for somebody.
    pub own_parts: BTreeSet<String>,
    pub taker_is_person: bool,
    /// Midnights of the case's calendar since the stage was entered.
    pub days_in_stage: u32,
    /// The day it is in the case's calendar; needed where the definition names it.
    pub today: Option<Date>,
    pub may_override: bool,
}

/// A next step given with the command; the caller plans it in the same transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedKind {
    pub activity_type: String,
    pub at: Timestamp,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Command {
    pub move_key: String,
    /// The stage to go to, where the move leaves the choice.
    pub to: Option<String>,
    /// By ask key; a field under its full name.
    pub answers: BTreeMap<String, Value>,
    /// Ids of the warnings that the taker accepts.
    pub accepts: Vec<String>,
    pub plans: Vec<PlannedKind>,
    /// Given: blocks that are not firm are passed over, if the taker may.
    pub override_reason: Option<String>,
    /// The process that takes the move, where no hand does.
    pub through: Option<String>,
    /// `Case::entry` as the taker saw it.
    pub entry: u32,
}
