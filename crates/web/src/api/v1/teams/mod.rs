//! Teams.

mod archive;
mod change;
mod create;
mod list;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_teams, create::create_team))
        .routes(routes!(change::change_team))
        .routes(routes!(archive::archive_team))
        .routes(routes!(archive::restore_team))
}
