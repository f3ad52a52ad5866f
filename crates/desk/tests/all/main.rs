//! The acts, on both databases.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

#[macro_use]
mod room;

mod access;
mod activity;
mod by_itself;
mod case;
mod company;
mod company_cases;
mod deal;
mod files;
mod house;
mod import;
mod import_letters;
mod import_mend;
mod import_propose;
mod import_real;
mod member;
mod person;
mod random;
mod search;
mod settings;
mod staffing;
mod strands;
mod timeline;
mod undo;
mod view;
