//! The case of a deal: what the process knows of it, what is open to it, and moving it.

mod effects;
mod load;
mod move_case;
mod open_moves;
mod place_case;
mod settle;
mod start_case;
mod undo_move;

pub(crate) use move_case::status;
pub use move_case::{MoveCase, Moved};
pub use open_moves::{OpenMoves, Ways};

pub(crate) use load::{CaseInHand, definition_of};
pub(crate) use place_case::{Place, place};
pub(crate) use settle::{settle, settle_all};
pub(crate) use start_case::start;
pub(crate) use undo_move::{Taken, undo_move};
