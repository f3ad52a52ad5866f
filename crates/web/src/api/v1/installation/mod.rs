//! The installation: its name, money, zone, language and hours.

mod change;
mod hours;
mod show;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show::installation, change::change_installation))
}
