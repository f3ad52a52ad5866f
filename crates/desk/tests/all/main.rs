//! The acts, on both databases.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

#[macro_use]
mod room;

mod access;
mod member;
mod settings;
