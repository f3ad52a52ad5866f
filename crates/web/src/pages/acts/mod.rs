//! Acts by their numbers.

mod undo;

use axum::routing::post;

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new().route("/acts/{act}/undo", post(undo::undo))
}
