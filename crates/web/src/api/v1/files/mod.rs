//! Files on deals, companies and people.

mod attach;
mod describe;
mod list;
mod open;
mod remove;

pub(super) use attach::{FileBytes, FileName, attach};
pub(super) use list::{FileEntry, FilesQuery, read};

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(open::file, remove::remove_file))
        .routes(routes!(describe::describe_file))
}
