//! What the visitor was told.

mod list;
mod read;

use axum::routing::{get, post};

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/notifications", get(list::show))
        .route("/notifications/read", post(read::all))
        .route("/notifications/{id}/read", post(read::one))
}
