//! The text of a definition: YAML with places, and nothing of YAML that misleads.

mod fragments;
mod keys;
mod node;
mod report;
mod yaml;

pub(crate) use fragments::expand;
pub(crate) use keys::{Keys, unavailable};
pub(crate) use node::{Kind, Node};
pub use report::Spot;
pub(crate) use report::{Report, both, nearest};
pub(crate) use yaml::parse;
