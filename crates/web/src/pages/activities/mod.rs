//! Activities: planning, logging, doing, moving and cancelling them.

mod cancel;
mod create;
mod done;
mod on;
mod plan;
pub(in crate::pages) mod step;
mod taken;

pub(in crate::pages) use on::{Ground, named};
pub(in crate::pages) use step::set;
pub(in crate::pages) use taken::outcome;

use axum::routing::get;

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/activities/new", get(create::show))
        .route("/activities", axum::routing::post(create::create))
        .route("/activities/{id}/done", get(done::show).post(done::create))
        .route("/activities/{id}/plan", get(plan::show).post(plan::create))
        .route("/activities/{id}/cancel", get(cancel::show).post(cancel::create))
}
