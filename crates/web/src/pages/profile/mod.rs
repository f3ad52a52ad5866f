//! One's own profile: name, language, look, keys, password.

mod change;
mod password;
mod show;

pub use show::ZONES;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/profile", get(show::show).post(change::create))
        .route("/profile/password", post(password::create))
}
