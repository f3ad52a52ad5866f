//! People who are spoken with.

mod archive;
mod create;
mod edit;
mod fields;
mod files;
mod list;
mod show;
mod take;
mod timeline;

pub(super) use create::{NewPerson, to_create};
pub(super) use fields::Fields;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_people, create::create_person))
        .routes(routes!(show::person, edit::edit_person))
        .routes(routes!(archive::archive_person))
        .routes(routes!(archive::restore_person))
        .routes(routes!(take::take_person))
        .routes(routes!(timeline::person_timeline))
        .routes(routes!(files::person_files, files::attach_to_person))
}
