//! The acts: what members, the API, imports, timers and the command line do, one file each. An act is a plain
//! function over an open transaction: authorize, load, decide, save. Only [`Desk`] opens one.

mod access;
mod company;
mod desk;
mod error;
mod member;
mod person;
mod scene;
mod search;
mod settings;
mod spine;

pub use desk::{Act, Desk, Look, World};
pub use error::{Error, Result};
pub use scene::Scene;
