//! What the installation shares, a page each. Administrators change it; tokens are everybody's own.

mod company;
pub(in crate::pages) mod frame;
mod holidays;
mod hours;
mod lists;
mod products;
mod roles;
mod row;
pub(in crate::pages) mod secret;
mod teams;
mod token_scope;
mod tokens;
mod typed;
mod week;

use axum::routing::get;

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/settings", get(company::show).post(company::change))
        .route("/settings/hours", get(hours::show).post(hours::change))
        .route("/settings/teams", get(teams::show).post(teams::change))
        .route("/settings/lists/{list}", get(lists::show).post(lists::change))
        .route("/settings/products", get(products::show).post(products::change))
        .route("/settings/roles", get(roles::show).post(roles::change))
        .route("/settings/tokens", get(tokens::show).post(tokens::change))
}
