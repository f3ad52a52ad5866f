//! How much one request may bring and how often one caller may come, so that memory stays bounded whatever is sent.
//! Rows of a page are bounded where they are asked for, time by the store.

use std::hash::{BuildHasher, Hash, RandomState};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use tokio::sync::{Semaphore, SemaphorePermit};
use tower_http::timeout::TimeoutBody;

use crate::api::Problem;
use crate::app::App;
use crate::security;
use crate::ui::{Button, ErrorPage, Theme, bare_layout, error_page};
use crate::visitor::COOKIE;
use crate::words::{Lang, Speech};

/// The largest form of a member.
pub const FORM_MOST: usize = 1024 * 1024;
/// The largest form of somebody who has not signed in.
pub const STRANGERS_FORM_MOST: usize = 64 * 1024;
/// The largest upload: an import's files, and room for the fields beside them.
pub const FILES_MOST: usize = desk::import::MOST_BYTES + FORM_MOST;
/// The longest query. Browsers send less; what is longer belongs into a body.
const QUERY_MOST: usize = 8 * 1024;
/// A body that rests for so long is given up.
const BODY_REST: Duration = Duration::from_secs(30);
/// Uploads that lie in memory at once; others wait for their turn.
static UPLOADS: Semaphore = Semaphore::const_new(2);

/// Imports whose files are read for a page at once.
static PREVIEWS: Semaphore = Semaphore::const_new(1);

/// A bound that a request went over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    Body,
    Query,
    Rate,
}

impl Over {
    fn status(self) -> StatusCode {
        match self {
            Over::Body => StatusCode::PAYLOAD_TOO_LARGE,
            Over::Query => StatusCode::URI_TOO_LONG,
            Over::Rate => StatusCode::TOO_MANY_REQUESTS,
        }
    }

    /// The answer for a program or for a person, by the address.
    fn answer(self, request: &Request) -> Response {
        let is_program = request.uri().path().starts_with("/api/");
        let mut answer = if is_program { self.problem() } else { self.page(&speech(request.headers())) };
        if self == Over::Rate {
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        answer
    }

    fn problem(self) -> Response {
        let (word, title, detail) = match self {
            Over::Body => ("too-large", "The body is too large", "Send less at a time."),
            Over::Query => {
                ("query-too-long", "The query is too long", "8 KB are the most: ask for less at a time.")
            }
            Over::Rate => (
                "too-many-requests",
                "Too many requests",
                "Wait as Retry-After says, and send many rows in one request.",
            ),
        };
        Problem::new(self.status(), word, title, detail).into_response()
    }

    /// A page that says so.
    pub fn page(self, speech: &Speech) -> Response {
        let title = speech.t(if self == Over::Rate { "error-too-many" } else { "error-too-large" });
        let detail = if self == Over::Rate { "error-too-many-detail" } else { "error-too-large-detail" };
        let page = ErrorPage {
            title: title.clone(),
            detail: speech.t(detail),
            quote: None,
            acts: vec![Button::main(speech.t("go-to-day")).href("/day")],
        };
        (self.status(), bare_layout(&title, Theme::Auto, &error_page(&page), speech)).into_response()
    }
}

/// The language that a browser asks for; a page of these tells no time.
pub fn speech(headers: &HeaderMap) -> Speech {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    Speech::new(Lang::accepted(accepted), TimeZone::UTC, Timestamp::UNIX_EPOCH)
}

/// Middleware: refuses a query that is too long, and gives up a body that does not come.
pub async fn bound(request: Request, next: Next) -> Response {
    if request.uri().query().is_some_and(|query| query.len() > QUERY_MOST) {
        return Over::Query.answer(&request);
    }
    next.run(request.map(|body| Body::new(TimeoutBody::new(BODY_REST, body)))).await
}

/// Middleware: takes uploads in turn.
pub async fn in_turn(request: Request, next: Next) -> Response {
    // The semaphore is never closed, so there is always a turn.
    let _turn = if request.method() == Method::POST { UPLOADS.acquire().await.ok() } else { None };
    next.run(request).await
}

/// A turn at reading the files of an import for a page; it ends when dropped.
pub async fn preview_turn() -> Option<SemaphorePermit<'static>> {
    // The semaphore is never closed, so there is always a turn.
    PREVIEWS.acquire().await.ok()
}

/// Has one caller make `rate` requests a second over a longer time, and ten times as many at once.
pub fn fairly(router: Router, app: App, rate: u32) -> Router {
    if rate == 0 {
        return router;
    }
    let turnstile = Arc::new(Turnstile::new(rate, app.desk.now()));
    router.layer(from_fn_with_state((app, turnstile), pass)).layer(from_fn(security::guard))
}

async fn pass(
    State((app, turnstile)): State<(App, Arc<Turnstile>)>,
    request: Request,
    next: Next,
) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    if turnstile.lets_in(&caller(request.headers(), peer), app.desk.now()) {
        return next.run(request).await;
    }
    Over::Rate.answer(&request)
}

/// Who calls: what they show, and where nothing is shown, where they come from.
fn caller(headers: &HeaderMap, peer: Option<IpAddr>) -> impl Hash {
    let session = |cookies: &HeaderValue| {
        let cookies = cookies.to_str().ok()?;
        cookies.split("; ").find(|cookie| cookie.starts_with(COOKIE)).map(|cookie| cookie.as_bytes().to_vec())
    };
    let token = headers.get(header::AUTHORIZATION).map(|token| token.as_bytes().to_vec());
    let shown = token.or_else(|| headers.get(header::COOKIE).and_then(session));
    let place = if shown.is_some() { None } else { peer };
    (shown, place)
}

/// Counts requests by caller in a table that does not grow: two callers who meet in a place share it.
struct Turnstile {
    rate: f64,
    places: Vec<Mutex<Allowance>>,
    /// Nobody outside can aim at another's place.
    hasher: RandomState,
}

/// What a caller may still send, and when that was counted.
#[derive(Clone, Copy)]
struct Allowance {
    requests: f64,
    at: Timestamp,
}

const PLACES: usize = 4096;
const BURST: f64 = 10.0;

impl Turnstile {
    fn new(rate: u32, now: Timestamp) -> Turnstile {
        let rate = f64::from(rate);
        let full = || Mutex::new(Allowance { requests: rate * BURST, at: now });
        Turnstile {
            rate,
            places: std::iter::repeat_with(full).take(PLACES).collect(),
            hasher: RandomState::new(),
        }
    }

    fn lets_in(&self, caller: &impl Hash, now: Timestamp) -> bool {
        let place = self.hasher.hash_one(caller) as usize % PLACES;
        let mut left = self.places[place].lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that is set back gives nothing.
        let passed = now.duration_since(left.at).as_secs_f64().max(0.0);
        *left = Allowance { requests: (left.requests + passed * self.rate).min(self.rate * BURST), at: now };
        let may = left.requests >= 1.0;
        if may {
            left.requests -= 1.0;
        }
        may
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    #[test]
    fn a_caller_may_come_in_a_burst_and_then_at_the_rate() {
        let now = Timestamp::UNIX_EPOCH;
        let turnstile = Turnstile::new(5, now);
        let many = |caller: &str, now| (0..100).filter(|_| turnstile.lets_in(&caller, now)).count();
        assert_eq!(many("one", now), 50);
        assert_eq!(many("one", now + SignedDuration::from_secs(2)), 10);
        assert_eq!(many("one", now), 0, "the clock set back");
        assert_eq!(many("one", now + SignedDuration::from_hours(1)), 50);
    }

    #[test]
    fn a_caller_is_known_by_token_then_by_session_then_by_address() {
        let hasher = RandomState::new();
        let known = |headers: &[(&'static str, &'static str)], peer: [u8; 4]| {
            let headers = headers.iter().map(|(name, value)| {
                (header::HeaderName::from_static(name), HeaderValue::from_static(value))
            });
            hasher.hash_one(caller(&headers.collect(), Some(IpAddr::from(peer))))
        };
        let (home, away) = ([10, 0, 0, 1], [10, 0, 0, 2]);
        assert_eq!(
            known(&[("authorization", "Bearer a")], home),
            known(&[("authorization", "Bearer a")], away)
        );
        assert_ne!(
            known(&[("authorization", "Bearer a")], home),
            known(&[("authorization", "Bearer b")], home)
        );
        let session = known(&[("cookie", "x=1; dealwright_session=a")], home);
        assert_eq!(session, known(&[("cookie", "dealwright_session=a; y=2")], away));
        assert_ne!(known(&[], home), known(&[], away));
    }
}
