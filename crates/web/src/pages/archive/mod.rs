//! What was put away, and the way back.

mod list;

use axum::Router;
use axum::routing::get;

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new().route("/archive", get(list::show))
}
