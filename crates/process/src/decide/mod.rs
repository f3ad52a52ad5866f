//! Deciding a move: pure and total.

mod case;
mod command;
mod step;

pub use case::{Case, Visit};
pub use command::{Command, Knowledge, PlannedKind};
pub use step::{Decision, Step};
