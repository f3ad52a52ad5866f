//! What happened, for programs that follow it.

mod list;
mod stream;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_changes)).routes(routes!(stream::stream_changes))
}
