//! Products.

mod change;
mod create;
mod list;
mod retire;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_products, create::create_product))
        .routes(routes!(change::change_product))
        .routes(routes!(retire::retire_product))
        .routes(routes!(retire::restore_product))
}
