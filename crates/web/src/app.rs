//! The application: what handlers share, and the one router.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use desk::Desk;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::live::{self, Live};
use crate::routing::Routes;
use crate::{api, assets, limits, pages, security};

/// What every handler may reach.
#[derive(Clone)]
pub struct App {
    pub desk: Desk,
    pub settings: Arc<Settings>,
    /// Where open pages hear of changes.
    pub live: Live,
}

/// How the server is reached.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Our origin if it is fixed, such as `https://crm.example`; else the request's Host tells.
    pub origin: Option<String>,
    /// Cookies only over TLS.
    pub secure: bool,
}

/// Pages, API, assets, live changes, health.
fn routes() -> Routes {
    Routes::new()
        .merge(pages::routes())
        .merge(api::routes())
        .route("/assets/{*name}", get(assets::serve))
        .route("/live", get(live::listen))
        .route("/healthz", get(healthz))
}

/// Every address that is served, such as `/deals/{id}`.
pub fn addresses() -> Vec<String> {
    routes().addresses()
}

/// All routes with what stands around them.
pub fn router(app: App) -> Router {
    routes()
        .into_router()
        .fallback(pages::not_found)
        .layer(DefaultBodyLimit::max(limits::FORM_MOST))
        .layer(axum::middleware::from_fn(limits::bound))
        .layer(axum::middleware::from_fn(security::guard))
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::new())
        .with_state(app)
}

/// Answers as soon as the server serves; says nothing else.
async fn healthz() -> &'static str {
    "ok"
}
