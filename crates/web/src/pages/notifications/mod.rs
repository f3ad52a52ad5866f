//! What the visitor was told.

mod list;
mod read;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/notifications", get(list::show))
        .route("/notifications/read", post(read::all))
        .route("/notifications/{id}/read", post(read::one))
}
