//! One row of a file: a draft of a record, or a row to mend.

mod assemble;
mod draft;
mod fill;
mod mend;
mod plan;
mod reading;
mod reason;
mod rows;
mod typing;

pub(crate) use assemble::Found as FoundFault;
pub use draft::{Draft, Link, Placing, Typed};
pub use mend::{Mend, Reason, ReasonCode};
pub(crate) use plan::{RowPlan, placeholders};
pub(crate) use reading::Input;
pub(crate) use rows::to_mend;
pub use rows::{Rows, correct, rows};
pub(crate) use typing::Fault;
