//! Finding records, acts and pages: a page, the palette, and the list of shortcuts.

mod keys;
mod palette;
mod places;
mod show;

use axum::Router;
use axum::routing::get;

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/search", get(show::show))
        .route("/search/palette", get(palette::show))
        .route("/keys", get(keys::show))
}
