//! What an act did, told once by the page that comes after it: a cookie of one minute carries the sentence there.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use axum_extra::extract::CookieJar;

use crate::routes::encode;

const COOKIE: &str = "dealwright_said";
/// Bytes of a sentence; a longer one is left out rather than cut.
const LONGEST: usize = 600;

/// The answer of an act, with the sentence that the next page says.
#[must_use]
pub fn saying(answer: Response, words: &str) -> Response {
    if words.len() > LONGEST {
        return answer;
    }
    with(answer, &format!("{COOKIE}={}; Path=/; HttpOnly; SameSite=Strict; Max-Age=60", encode(words)))
}

/// The page that has said it.
#[must_use]
pub fn forget(answer: Response) -> Response {
    with(answer, &format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"))
}

/// The sentence that came with the request.
#[must_use]
pub fn heard(headers: &HeaderMap) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    let carried = jar.get(COOKIE)?.value();
    let words = percent_encoding::percent_decode_str(carried).decode_utf8().ok()?;
    (!words.is_empty()).then(|| words.into_owned())
}

fn with(mut answer: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        answer.headers_mut().append(header::SET_COOKIE, value);
    }
    answer
}
