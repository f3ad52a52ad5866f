//! Companies that are sold to.

mod archive;
mod cases;
mod create;
mod edit;
mod fields;
mod files;
mod list;
mod moves;
mod show;
mod take;
mod timeline;

pub(super) use create::{NewCompany, to_create};
pub(super) use fields::Fields;
pub(super) use list::ORDERS;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_companies, create::create_company))
        .routes(routes!(show::company, edit::edit_company))
        .routes(routes!(archive::archive_company))
        .routes(routes!(archive::restore_company))
        .routes(routes!(take::take_company))
        .routes(routes!(cases::company_cases, cases::start_on_company))
        .routes(routes!(moves::company_moves, moves::move_company))
        .routes(routes!(timeline::company_timeline))
        .routes(routes!(files::company_files, files::attach_to_company))
}
