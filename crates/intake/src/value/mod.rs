//! From a cell's text to a value.

mod date;
mod date_form;
mod money;
mod month;
mod number;
mod phone;

pub(crate) use date::{DateFault, Separator, read_date};
pub use date_form::DateForm;
pub(crate) use date_form::First;
pub(crate) use money::{MoneyFault, minor};
pub(crate) use number::{Number, NumberFault, read_number};
pub(crate) use phone::dial;
