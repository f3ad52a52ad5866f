//! The pages and the API, asked as a browser or a program would.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod access;
mod api;
mod api_batch;
mod api_changes;
mod api_fresh;
mod api_lists;
mod api_page;
mod api_repeat;
mod api_scopes;
mod api_stream;
mod bulk;
mod companies;
mod day;
mod deals;
mod files;
mod house;
mod import;
mod inline;
mod live;
mod members;
mod merge;
mod people;
mod process;
mod profile;
mod reports;
mod search;
mod settings;
mod timeline;
mod undo;
mod views;
