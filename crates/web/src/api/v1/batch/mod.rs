//! Many rows in one request.

mod make;
mod row;
mod set;
mod told;

pub(super) use make::ROWS_MOST;
pub(super) use row::Row;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// 1,000 rows of 4 KB.
const ROWS_BYTES: usize = 4 * 1024 * 1024;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(make::make_rows)).layer(DefaultBodyLimit::max(ROWS_BYTES))
}
