//! Signing out.

use axum::extract::State;
use axum_extra::extract::CookieJar;
use desk::access::SignOut;

use super::signed_out;
use crate::answer::Answer;
use crate::app::App;
use crate::posted::Posted;
use crate::visitor::COOKIE;

pub async fn create(State(app): State<App>, jar: CookieJar, posted: Posted) -> Answer {
    if let Some(cookie) = jar.get(COOKIE) {
        app.desk.write(posted.visitor.actor(), SignOut { secret: cookie.value().to_owned() }).await?;
    }
    Ok(signed_out(&app, "/sign-in"))
}
