//! Members.

mod archive;
mod change;
mod create;
mod list;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_members, create::create_member))
        .routes(routes!(list::member_names))
        .routes(routes!(change::change_member))
        .routes(routes!(archive::archive_member))
        .routes(routes!(archive::restore_member))
}
