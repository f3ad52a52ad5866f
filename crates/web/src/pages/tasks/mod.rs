//! Tasks: making, completing, reopening, changing them.

mod form;
mod set;

use axum::routing::{get, post};

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/tasks/new", get(form::new))
        .route("/tasks", post(form::create))
        .route("/tasks/{id}/edit", get(form::edit).post(form::save))
        .route("/tasks/{id}/done", post(set::done))
        .route("/tasks/{id}/reopen", post(set::reopen))
}
