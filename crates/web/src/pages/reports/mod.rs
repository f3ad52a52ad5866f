//! Reports: counts and sums of deals by one of their properties, the same figures as the API's summary.

mod show;

use axum::Router;
use axum::routing::get;

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new().route("/reports", get(show::show))
}
