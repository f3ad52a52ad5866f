//! Ways in and out: the first administrator, signing in, one-time links, signing out.

mod first;
mod link;
mod sign_in;
mod sign_out;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use desk::access::Session;

use crate::app::App;
use crate::routing::Routes;
use crate::visitor::COOKIE;

pub fn routes() -> Routes {
    Routes::new()
        .route("/first/{secret}", get(first::show).post(first::create))
        .route("/sign-in", get(sign_in::show).post(sign_in::create))
        .route("/join/{secret}", get(link::show).post(link::accept))
        .route("/sign-out", post(sign_out::create))
}

/// Keeps the session in its cookie and goes on.
fn signed_in(app: &App, session: &Session, to: &str) -> Response {
    let life = session.ends_at.duration_since(app.desk.now()).as_secs().max(0);
    with_cookie(app, &format!("{COOKIE}={}; Max-Age={life}", session.secret), to)
}

/// Forgets the session.
fn signed_out(app: &App, to: &str) -> Response {
    with_cookie(app, &format!("{COOKIE}=; Max-Age=0"), to)
}

/// Out of reach of scripts, and not sent along with what other sites post to us.
fn with_cookie(app: &App, cookie: &str, to: &str) -> Response {
    let secure = if app.settings.secure { "; Secure" } else { "" };
    let cookie = format!("{cookie}; Path=/; HttpOnly; SameSite=Lax{secure}");
    let mut answer = Redirect::to(to).into_response();
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        answer.headers_mut().insert(header::SET_COOKIE, value);
    }
    answer
}
