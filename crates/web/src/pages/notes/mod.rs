//! Notes: words on a record.

mod create;

use axum::routing::{get, post};

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new().route("/notes/new", get(create::show)).route("/notes", post(create::create))
}
