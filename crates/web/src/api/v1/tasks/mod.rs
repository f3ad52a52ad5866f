//! Tasks: work with a deadline.

mod change;
mod complete;
mod create;
mod entry;
mod list;

pub(super) use entry::{DayTask, Task};

pub(super) use create::NewTask;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_tasks, create::create_task))
        .routes(routes!(change::change_task))
        .routes(routes!(complete::complete_task))
        .routes(routes!(complete::reopen_task))
}
