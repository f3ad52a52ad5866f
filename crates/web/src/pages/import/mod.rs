//! Imports in five steps: file, match columns, check, import, mend.

mod answer;
mod check;
mod columns;
mod control;
mod create;
mod done;
mod draft;
mod frame;
mod list;
mod mend;
mod questions;
mod running;
mod sample;
mod shipped;
mod show;
mod upload;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/import", get(list::show).post(create::create))
        .route("/import/new", get(create::show))
        .route("/import/{id}", get(show::show))
        .route("/import/{id}/columns", post(columns::change))
        .route("/import/{id}/answer", post(answer::answer))
        .route("/import/{id}/make", post(answer::make))
        .route("/import/{id}/stand-in", post(answer::stand_in))
        .route("/import/{id}/check", get(check::show))
        .route("/import/{id}/keep", post(control::keep))
        .route("/import/{id}/start", post(control::start))
        .route("/import/{id}/cancel", post(control::cancel))
        .route("/import/{id}/undo", post(control::undo))
        .route("/import/{id}/progress", get(running::progress))
        .route("/import/{id}/rows/{row}", post(mend::mend))
}
