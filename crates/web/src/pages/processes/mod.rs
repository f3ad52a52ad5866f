//! Processes: their flow chart, what each stage asks, what the checker finds, and publishing the next version.

mod activate;
mod chart;
mod findings;
mod list;
mod publish;
mod show;
mod stages;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/process", get(list::show))
        .route("/process/draft", get(publish::show).post(publish::save))
        .route("/process/{key}", get(show::show))
        .route("/process/{key}/activation", post(activate::save))
}
