//! Members: who works here, in which team, by what role, and their ways in. For administrators.

mod change;
mod create;
mod form;
mod link;
mod list;
mod put_away;

use axum::routing::{get, post};

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/members", get(list::show).post(create::create))
        .route("/members/new", get(create::show))
        .route("/members/{id}", get(change::show).post(change::save))
        .route("/members/{id}/link", post(link::create))
        .route("/members/{id}/archive", post(put_away::archive))
        .route("/members/{id}/restore", post(put_away::restore))
}
