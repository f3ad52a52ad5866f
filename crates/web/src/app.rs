//! The application: what handlers share, and the one router.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use desk::Desk;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::{api, assets, pages, security};

/// The largest body taken: an import's files.
const BODY_MOST: usize = 64 * 1024 * 1024;

/// What every handler may reach.
#[derive(Clone)]
pub struct App {
    pub desk: Desk,
    pub settings: Arc<Settings>,
}

/// How the server is reached.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Our origin if it is fixed, such as `https://crm.example`; else the request's Host tells.
    pub origin: Option<String>,
    /// Cookies only over TLS.
    pub secure: bool,
}

/// All routes: pages, API, assets, health.
pub fn router(app: App) -> Router {
    Router::new()
        .merge(pages::routes())
        .merge(api::routes())
        .route("/assets/{*name}", get(assets::serve))
        .route("/healthz", get(healthz))
        .fallback(pages::not_found)
        .layer(DefaultBodyLimit::max(BODY_MOST))
        .layer(axum::middleware::from_fn(security::guard))
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::new())
        .with_state(app)
}

/// Answers as soon as the server serves; says nothing else.
async fn healthz() -> &'static str {
    "ok"
}
