//! What was put away, and the way back.

mod list;

use axum::routing::get;

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new().route("/archive", get(list::show))
}
