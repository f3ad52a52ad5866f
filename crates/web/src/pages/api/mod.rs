//! The API to be read and tried, made from its own document.

mod document;
mod operation;
mod show;

use axum::routing::get;

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new().route("/api", get(show::show))
}
