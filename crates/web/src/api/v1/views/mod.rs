//! Saved views.

mod change;
mod delete;
mod list;
mod save;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_views, save::save_view)).routes(routes!(
        list::view,
        change::change_view,
        delete::delete_view
    ))
}
