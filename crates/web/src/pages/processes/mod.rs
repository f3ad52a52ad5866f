//! Processes: their flow chart, what each stage asks, what the checker finds, and publishing the next version.

mod activate;
mod chart;
mod file;
mod findings;
mod list;
mod needs;
mod publish;
mod show;
mod stages;
mod strands;
mod ways;

use axum::routing::{get, post};

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/process", get(list::show))
        .route("/process/draft", get(publish::show).post(publish::save))
        .route("/process/{key}", get(show::show))
        .route("/process/{key}/activation", post(activate::save))
}
