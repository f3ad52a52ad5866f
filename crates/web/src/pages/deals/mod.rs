//! Deals: board, list, page, forms, and the moves of their cases.

mod archive;
mod assign;
mod board;
mod bulk;
mod cards;
mod client;
mod column;
mod columns;
mod create;
mod edit;
mod export;
mod form;
mod form_view;
mod head;
mod inline;
mod list;
mod moves;
mod query;
mod show;
mod shown;
mod side;
mod tools;

pub(super) use form::filled;

use axum::routing::{get, post};

use super::cases::move_case;
use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/deals", get(board::show).post(create::create))
        .route("/deals.csv", get(export::show))
        .route("/deals/columns/{stage}", get(column::show))
        .route("/deals/list", get(list::show))
        .route("/deals/new", get(create::show))
        .route("/deals/bulk", post(bulk::change))
        .route("/deals/clients", get(client::suggest))
        .route("/deals/{id}", get(show::show))
        .route("/deals/{id}/fields/{field}", get(inline::show).post(inline::save))
        .route("/deals/{id}/edit", get(edit::show).post(edit::save))
        .route("/deals/{id}/owner", get(assign::show).post(assign::save))
        .route("/deals/{id}/archive", post(archive::archive))
        .route("/deals/{id}/restore", post(archive::restore))
        .route("/deals/{id}/moves", get(moves::show).post(moves::drop))
        .route("/deals/{id}/moves/{key}", get(move_case::show).post(move_case::take))
}
