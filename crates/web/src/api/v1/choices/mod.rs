//! The maintained lists.

mod change;
mod create;
mod list;
mod retire;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_choices, create::create_choice))
        .routes(routes!(change::order_choices))
        .routes(routes!(change::rename_choice))
        .routes(routes!(retire::retire_choice))
        .routes(routes!(retire::restore_choice))
}
