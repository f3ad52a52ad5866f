//! Deals and their cases.

mod answers;
mod archive;
mod assign;
mod board;
mod bulk;
mod create;
mod edit;
mod entry;
mod fields;
mod files;
mod filter;
mod list;
mod move_case;
mod open_moves;
mod show;
mod summary;
mod timeline;

pub(super) use entry::{DealEntry, StepAhead};

pub(super) use create::{NewDeal, to_create};
pub(super) use fields::Fields;
pub(super) use filter::STATUSES;
pub(super) use move_case::{TakeMove, to_move};
pub(super) use open_moves::Moves;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    bulk::routes()
        .routes(routes!(list::list_deals, create::create_deal))
        .routes(routes!(summary::deal_summary))
        .routes(routes!(board::board))
        .routes(routes!(show::deal, edit::edit_deal))
        .routes(routes!(archive::archive_deal))
        .routes(routes!(archive::restore_deal))
        .routes(routes!(assign::assign_deal))
        .routes(routes!(open_moves::open_moves, move_case::move_deal))
        .routes(routes!(timeline::deal_timeline))
        .routes(routes!(files::deal_files, files::attach_to_deal))
}
