//! Imports: files and a mapping become records; for administrators and managers.

mod control;
mod create;
mod entry;
mod list;
mod mend;
mod show;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::limits;

/// 64 MB of files in base64, with room for the rest.
const FILES_MOST: usize = 90 * 1024 * 1024;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_imports, create::create_import))
        .routes(routes!(show::import))
        .routes(routes!(control::start_import))
        .routes(routes!(control::cancel_import))
        .routes(routes!(control::undo_import))
        .routes(routes!(mend::rows_to_mend))
        .routes(routes!(mend::mend_row))
        .layer(DefaultBodyLimit::max(FILES_MOST))
        .layer(axum::middleware::from_fn(limits::in_turn))
}
