//! JSON for programs, over the same acts and looks as the pages.

pub mod v1;

use axum::Router;

use crate::app::App;

pub fn routes() -> Router<App> {
    v1::routes()
}
