//! One change to many deals.

mod archive;
mod assign;
mod carry;
mod move_many;
mod set;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(assign::assign_many))
        .routes(routes!(set::set_many))
        .routes(routes!(move_many::move_many))
        .routes(routes!(archive::archive_many))
}
