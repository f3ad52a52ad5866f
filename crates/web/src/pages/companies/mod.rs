//! Companies: list, page, making, editing, archiving.

mod archive;
mod create;
mod edit;
mod form;
mod inline;
mod list;
pub(super) mod named;
mod show;
mod take;

pub(super) use form::{read, typed};

use axum::routing::{get, post};

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/companies", get(list::show).post(create::create))
        .route("/companies/new", get(create::new))
        .route("/companies/named", get(named::options))
        .route("/companies/{id}", get(show::show))
        .route("/companies/{id}/edit", get(edit::show).post(edit::save))
        .route("/companies/{id}/fields/{field}", get(inline::show).post(inline::save))
        .route("/companies/{id}/owner", post(take::take))
        .route("/companies/{id}/archive", post(archive::archive))
        .route("/companies/{id}/restore", post(archive::restore))
}
