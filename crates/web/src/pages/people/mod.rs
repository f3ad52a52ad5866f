//! People: list, page, making, editing, archiving.

mod archive;
mod create;
mod edit;
mod form;
mod inline;
mod list;
mod posts;
mod show;
mod take;

pub(super) use form::{read, typed};

use axum::routing::{get, post};

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/people", get(list::show).post(create::create))
        .route("/people/new", get(create::new))
        .route("/people/{id}", get(show::show))
        .route("/people/{id}/edit", get(edit::show).post(edit::save))
        .route("/people/{id}/fields/{field}", get(inline::show).post(inline::save))
        .route("/people/{id}/owner", post(take::take))
        .route("/people/{id}/archive", post(archive::archive))
        .route("/people/{id}/restore", post(archive::restore))
}
