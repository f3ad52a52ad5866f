//! What an act did, told once by the page that comes after it: a cookie of one minute carries the sentence there, and
//! the number by which the act may be taken back.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use axum_extra::extract::CookieJar;

use crate::routes::encode;

const COOKIE: &str = "dealwright_said";
/// Bytes of a sentence; a longer one is left out rather than cut.
const LONGEST: usize = 600;

/// A sentence, with the way back from what it tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub words: String,
    pub act: Option<i64>,
}

/// The answer of an act, with what the next page says.
#[must_use]
pub fn saying(answer: Response, said: &Said) -> Response {
    if said.words.len() > LONGEST {
        return answer;
    }
    let act = said.act.map(|act| act.to_string()).unwrap_or_default();
    let carried = format!("{act}.{}", encode(&said.words));
    with(answer, &format!("{COOKIE}={carried}; Path=/; HttpOnly; SameSite=Strict; Max-Age=60"))
}

/// The page that has said it.
#[must_use]
pub fn forget(answer: Response) -> Response {
    with(answer, &format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"))
}

/// What came with the request.
#[must_use]
pub fn heard(headers: &HeaderMap) -> Option<Said> {
    let jar = CookieJar::from_headers(headers);
    let (act, words) = jar.get(COOKIE)?.value().split_once('.')?;
    let words = percent_encoding::percent_decode_str(words).decode_utf8().ok()?.into_owned();
    (!words.is_empty()).then(|| Said { words, act: act.parse().ok() })
}

fn with(mut answer: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        answer.headers_mut().append(header::SET_COOKIE, value);
    }
    answer
}
