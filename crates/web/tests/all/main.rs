//! The pages and the API, asked as a browser or a program would.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod api;
mod companies;
mod deals;
mod house;
mod import;
mod members;
mod people;
mod process;
mod search;
mod settings;
