//! My day: what is late, what is due today, what comes next.

mod agenda;
mod new;
mod rows;
mod show;
mod week;

use axum::response::Redirect;
use axum::routing::get;

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/", get(async || Redirect::to("/day")))
        .route("/day", get(show::show))
        .route("/new", get(new::show))
}
