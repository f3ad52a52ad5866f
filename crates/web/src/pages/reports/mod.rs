//! Reports: counts and sums of deals by one of their properties, the same figures as the API's summary.

mod line;
mod says;
mod show;
mod table;

use axum::routing::get;

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new().route("/reports", get(show::show))
}
