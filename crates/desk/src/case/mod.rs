//! The case of a record: what the process knows of it, what is open to it, and moving it.

mod beside;
mod case_of;
mod effects;
mod load;
mod move_case;
mod open_moves;
mod place_case;
mod record;
mod settle;
mod start_beside;
mod start_case;
mod undo_move;

pub use case_of::CaseOf;
pub(crate) use move_case::status;
pub use move_case::{MoveCase, Moved};
pub use open_moves::{OpenMoves, Ways};
pub use start_beside::StartCase;

pub(crate) use load::{CaseInHand, definition_of};
pub(crate) use place_case::{Place, place};
pub(crate) use record::Record;
pub(crate) use settle::{settle_all, settle_deal};
pub(crate) use start_case::start;
pub(crate) use undo_move::{Taken, undo_move, undo_start};
