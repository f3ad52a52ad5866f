//! Imports in five steps: file, match columns, check, import, mend.

mod answer;
mod brought;
mod check;
mod columns;
mod control;
mod create;
mod done;
mod draft;
mod figures;
mod files;
mod finding;
mod frame;
mod list;
mod mend_list;
mod mend_row;
mod questions;
mod remedy;
mod replies;
mod running;
mod sample;
mod shipped;
mod show;
mod undo;
mod upload;
mod why;

use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::{MethodRouter, get, post};

use crate::app::App;
use crate::limits;
use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/import", get(list::show).merge(taking_files(post(create::create))))
        .route("/import/new", get(create::show))
        .route("/import/{id}", get(show::show))
        .route("/import/{id}/columns", post(columns::change))
        .route("/import/{id}/answer", post(answer::answer))
        .route("/import/{id}/make", post(answer::make))
        .route("/import/{id}/stand-in", post(answer::stand_in))
        .route("/import/{id}/check", get(check::show))
        .route("/import/{id}/keep", post(control::keep))
        .route("/import/{id}/mapping.yaml", get(control::mapping_file))
        .route("/import/{id}/start", post(control::start))
        .route("/import/{id}/cancel", post(control::cancel))
        .route("/import/{id}/undo", get(undo::show).post(undo::undo))
        .route("/import/{id}/progress", get(running::progress))
        .route("/import/{id}/records", get(brought::show))
        .route("/import/{id}/mend", post(remedy::mend))
        .route("/import/{id}/rows/{row}", get(mend_row::show).post(mend_row::mend))
}

/// Files are larger than forms, and lie in memory while they are taken.
fn taking_files(methods: MethodRouter<App>) -> MethodRouter<App> {
    methods.layer(DefaultBodyLimit::max(limits::FILES_MOST)).layer(from_fn(limits::in_turn))
}
