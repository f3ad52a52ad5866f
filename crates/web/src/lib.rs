//! The face: HTML pages over hypermedia, and the assets, words and guards they share.

pub mod assets;
pub mod security;
pub mod ui;
pub mod words;
