//! Notes: words on a record.

mod create;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new().route("/notes/new", get(create::show)).route("/notes", post(create::create))
}
