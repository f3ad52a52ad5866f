//! Finding records, acts and pages: a page, the palette, and the list of shortcuts.

mod keys;
mod palette;
mod places;
mod rows;
mod show;

use axum::routing::get;

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/search", get(show::show))
        .route("/search/palette", get(palette::show))
        .route("/keys", get(keys::show))
}
