//! One change to many deals: each by the act that changes a single one, in a transaction of its own, so that what one
//! deal refuses keeps no other. All of them carry one number and are taken back together.

mod change_many;
mod each;

pub use change_many::{ChangeMany, Kept, Outcome};

use sales::activity::ActivityFields;

use crate::Setting;

/// Deals at most.
pub const MOST: usize = 1000;

/// What is done to each.
#[derive(Clone, Debug)]
pub enum Change {
    Assign {
        to: i64,
    },
    Set(Vec<Setting>),
    /// By the move of its process that leads to the stage.
    Move {
        stage: String,
        next_steps: Vec<ActivityFields>,
    },
    Archive,
}
