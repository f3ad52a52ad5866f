//! Activities: planned, logged, done, moved, cancelled.

mod cancel;
mod complete;
mod entry;
mod fields;
mod list;
mod log;
mod plan;
mod reschedule;

pub(super) use entry::OpenActivity;
pub(super) use fields::{ActivityFields, On};

pub(super) use plan::{PlannedActivity, to_plan};

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_activities, plan::plan_activity))
        .routes(routes!(log::log_activity))
        .routes(routes!(reschedule::reschedule_activity))
        .routes(routes!(complete::complete_activity))
        .routes(routes!(cancel::cancel_activity))
}
