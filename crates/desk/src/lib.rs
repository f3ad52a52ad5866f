//! The acts: what members, the API, imports, timers and the command line do, one file each. An act is a plain
//! function over an open transaction: authorize, load, decide, save. Only [`Desk`] opens one.

pub mod access;
pub mod activity;
pub mod bulk;
pub mod case;
pub mod company;
pub mod deal;
mod desk;
mod error;
pub mod file;
pub mod import;
pub mod look;
pub mod member;
pub mod note;
pub mod notification;
mod once;
pub mod person;
pub mod process;
mod scene;
pub mod search;
mod setting;
pub mod settings;
mod spine;
mod taken;
pub mod task;
mod together;
pub mod undo;
pub mod view;

pub use desk::{Act, Desk, Look, World};
pub use error::{Conflict, Error, Result};
pub use once::{Once, RequestKey};
pub use scene::Scene;
pub use setting::Setting;
pub use together::{Make, Together};
