//! One's own profile: name, language, look, keys, password.

mod change;
mod password;
mod sections;
mod show;

use axum::routing::{get, post};

use crate::routing::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .route("/profile", get(show::show).post(change::create))
        .route("/profile/password", post(password::create))
}
