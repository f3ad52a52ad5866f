//! People: list, page, making, editing, archiving.

mod archive;
mod create;
mod edit;
mod form;
mod list;
mod posts;
mod show;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/people", get(list::show).post(create::create))
        .route("/people/new", get(create::new))
        .route("/people/{id}", get(show::show))
        .route("/people/{id}/edit", get(edit::show).post(edit::save))
        .route("/people/{id}/archive", post(archive::archive))
        .route("/people/{id}/restore", post(archive::restore))
}
