//! Processes.

mod check;
mod list;
mod publish;
mod show;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_processes, publish::publish_process))
        .routes(routes!(check::check_process))
        .routes(routes!(show::process))
        .routes(routes!(publish::activate_process))
        .routes(routes!(publish::deactivate_process))
}
