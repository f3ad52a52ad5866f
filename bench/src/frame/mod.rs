//! The frame of every measure: blocks in pairs, a median with its interval, one table, one file.

mod figure;
mod interval;
mod json;
mod machine;
mod pairs;
mod table;

pub use figure::{Engine, Figure, Target, number};
pub use interval::{Spread, percentile};
pub use json::write as write_json;
pub use machine::Machine;
pub use pairs::Pairs;
pub use table::print as print_table;
