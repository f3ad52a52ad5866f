//! Companies: list, page, making, editing, archiving. What people's pages share with them stands here too.

mod archive;
mod changed;
pub(super) mod contact;
mod create;
mod edit;
pub(super) mod filter;
mod form;
mod happened;
mod list;
pub(super) mod named;
pub(super) mod open_deals;
pub(super) mod paging;
pub(super) mod put_away;
mod show;
pub(super) mod stale;
pub(super) mod timeline;

use axum::Router;
use axum::routing::{get, post};

pub(super) use edit::with_version;
pub(super) use form::owner;
pub(super) use list::At;

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/companies", get(list::show).post(create::create))
        .route("/companies/new", get(create::new))
        .route("/companies/named", get(named::options))
        .route("/companies/{id}", get(show::show))
        .route("/companies/{id}/edit", get(edit::show).post(edit::save))
        .route("/companies/{id}/archive", post(archive::archive))
        .route("/companies/{id}/restore", post(archive::restore))
}
