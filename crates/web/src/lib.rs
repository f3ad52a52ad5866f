//! The face: HTML pages over hypermedia, the JSON API, and the assets, words and guards they share.

pub mod answer;
mod api;
pub mod app;
pub mod assets;
mod did;
mod download;
pub mod faults;
pub mod limits;
pub mod live;
mod pages;
pub mod posted;
mod receive;
pub mod routes;
mod routing;
pub mod said;
mod seats;
pub mod security;
pub mod ui;
pub mod visitor;
pub mod words;

pub use app::{App, Settings, addresses, router};
