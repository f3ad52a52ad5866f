//! My day: what is late, what is due today, what comes next.

mod new;
mod show;

use axum::Router;
use axum::response::Redirect;
use axum::routing::get;

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(async || Redirect::to("/day")))
        .route("/day", get(show::show))
        .route("/new", get(new::show))
}
