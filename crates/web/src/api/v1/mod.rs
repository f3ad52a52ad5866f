//! `/api/v1`: a folder a noun, a file a verb: extract, one desk call, answer.
//! Programs come with a token of a member; a session's cookie opens nothing here, so no other site can use it.

mod activities;
mod acts;
mod batch;
mod bounds;
mod caller;
mod changes;
mod choices;
mod companies;
mod day;
mod deals;
mod document;
mod extract;
mod files;
mod finding;
mod fresh;
mod holidays;
mod imports;
mod installation;
mod me;
mod members;
mod notes;
mod notifications;
mod patch;
mod people;
mod problem;
mod processes;
mod products;
mod repeat;
mod roles;
mod scope;
mod search;
mod shared;
mod split;
mod tasks;
mod teams;
mod timeline;
mod views;
mod whole;
mod work;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::get;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use crate::routing::Routes;

use caller::Caller;
use extract::{ApiJson, ApiPath, ApiQuery};
pub(crate) use problem::Problem;

/// Below this all addresses stand.
const BASE: &str = "/api/v1";
/// The largest body of a request, an import's files aside.
const BODY_MOST: usize = 1024 * 1024;

/// What a handler answers.
type Answer<T> = Result<axum::Json<T>, Problem>;

/// The routes, with the document that describes them.
pub fn routes() -> Routes {
    let (router, document) = described();
    let addresses: Vec<String> = document.paths.paths.keys().cloned().collect();
    Routes::told(router, addresses)
        .route("/openapi.json", get(async move || axum::Json(document)))
        .with(|router| {
            router
                .layer(axum::middleware::from_fn(crate::did::tell))
                .fallback(problem::not_found)
                .method_not_allowed_fallback(problem::method_not_allowed)
        })
        .below(BASE)
}

/// The routes and the document, as `docs/openapi.json` keeps it.
fn described() -> (Router<App>, OpenApi) {
    let (router, paths) = nouns().split_for_parts();
    (router, document::of(paths))
}

/// The document as programs read it.
pub(crate) fn document_json() -> serde_json::Value {
    serde_json::to_value(described().1).unwrap_or_default()
}

fn nouns() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(me::routes())
        .merge(day::routes())
        .merge(search::routes())
        .merge(deals::routes())
        .merge(companies::routes())
        .merge(people::routes())
        .merge(activities::routes())
        .merge(tasks::routes())
        .merge(notes::routes())
        .merge(files::routes())
        .merge(acts::routes())
        .merge(notifications::routes())
        .merge(members::routes())
        .merge(teams::routes())
        .merge(products::routes())
        .merge(choices::routes())
        .merge(processes::routes())
        .merge(views::routes())
        .merge(holidays::routes())
        .merge(installation::routes())
        .merge(roles::routes())
        .layer(DefaultBodyLimit::max(BODY_MOST))
        .merge(changes::routes())
        .merge(batch::routes())
        .merge(imports::routes())
        .layer(from_fn(fresh::tagged))
}
