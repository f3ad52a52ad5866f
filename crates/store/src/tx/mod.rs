//! The transaction that acts see, and what goes in and out of it.

mod cell;
mod engine;
mod error;
mod from_row;
mod param;
mod row;
mod row_macro;
mod sql;
mod transaction;
mod work;

pub use cell::{Cell, FromCell};
pub(crate) use error::gist;
pub use error::{Error, Result};
pub use from_row::FromRow;
pub use param::Param;
pub(crate) use row::Cells;
pub use row::Row;
pub use sql::Sql;
pub use transaction::Tx;

pub(crate) use engine::{Access, Engine};
pub(crate) use work::{Verdict, Work, act};
