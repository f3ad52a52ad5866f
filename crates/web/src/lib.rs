//! The face: HTML pages over hypermedia, the JSON API, and the assets, words and guards they share.

pub mod answer;
mod api;
pub mod app;
pub mod assets;
pub mod faults;
mod pages;
pub mod posted;
pub mod routes;
pub mod security;
pub mod ui;
pub mod visitor;
pub mod words;

pub use app::{App, Settings, router};
