//! Guards around every page: what a browser may load, and that a request was meant by the person.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;

/// The form field that carries the session's token.
pub const CSRF_FIELD: &str = "_csrf";
/// The header that carries it when a script asks.
pub const CSRF_HEADER: &str = "x-csrf-token";

/// Nothing inline, nothing from elsewhere, in nobody's frame.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// What a file of somebody's may do in a browser, should it ever be shown: nothing.
pub const FILE_POLICY: &str = "default-src 'none'; script-src 'none'; style-src 'none'; form-action 'none'; \
     frame-ancestors 'none'; base-uri 'none'; sandbox";

const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=(), payment=()"),
];

/// Why a changing request is not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Forged {
    #[error("the request comes from another site")]
    OtherSite,
    #[error("the request carries no token")]
    NoToken,
    #[error("the request carries a token that is not this session's")]
    WrongToken,
}

/// Middleware: adds the guards to an answer, leaving what a handler set itself.
pub async fn guard(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    for (name, value) in HEADERS {
        answer.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    answer
}

/// Whether a method may change something and so needs [`check_site`] and [`check_token`].
#[must_use]
pub fn changes(method: &Method) -> bool {
    !(method.is_safe() || method == Method::TRACE)
}

/// Refuses a request that the browser says began elsewhere. `own` is our origin, "https://crm.example".
///
/// # Errors
/// [`Forged::OtherSite`] by `Sec-Fetch-Site`, or by `Origin` in browsers that don't send the former.
pub fn check_site(headers: &HeaderMap, own: &str) -> Result<(), Forged> {
    match text(headers, "sec-fetch-site") {
        Some("same-origin" | "none") => return Ok(()),
        Some(_) => return Err(Forged::OtherSite),
        None => {}
    }
    match text(headers, header::ORIGIN.as_str()) {
        Some(origin) if !origin.eq_ignore_ascii_case(own) => Err(Forged::OtherSite),
        _ => Ok(()),
    }
}

/// Compares the token sent (by header, else by form field) with the session's, in constant time.
///
/// # Errors
/// [`Forged::NoToken`] or [`Forged::WrongToken`].
pub fn check_token(headers: &HeaderMap, field: Option<&str>, session: &str) -> Result<(), Forged> {
    let sent =
        text(headers, CSRF_HEADER).or(field).filter(|token| !token.is_empty()).ok_or(Forged::NoToken)?;
    if same(sent.as_bytes(), session.as_bytes()) { Ok(()) } else { Err(Forged::WrongToken) }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Looks at every byte, so that time does not tell how far the two agree.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(name: &'static str, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(HeaderName::from_static(name), HeaderValue::from_static(value))])
    }

    #[test]
    fn a_post_from_another_site_is_refused() {
        let own = "https://crm.example";
        assert_eq!(check_site(&sent("sec-fetch-site", "cross-site"), own), Err(Forged::OtherSite));
        assert_eq!(check_site(&sent("sec-fetch-site", "same-site"), own), Err(Forged::OtherSite));
        assert_eq!(check_site(&sent("origin", "https://evil.example"), own), Err(Forged::OtherSite));
        assert_eq!(check_site(&sent("origin", "null"), own), Err(Forged::OtherSite));
        assert_eq!(check_site(&sent("sec-fetch-site", "same-origin"), own), Ok(()));
        assert_eq!(check_site(&sent("origin", "https://crm.example"), own), Ok(()));
    }

    #[test]
    fn a_token_is_taken_from_the_header_or_the_form() {
        assert_eq!(check_token(&sent(CSRF_HEADER, "right"), None, "right"), Ok(()));
        assert_eq!(check_token(&HeaderMap::new(), Some("right"), "right"), Ok(()));
        assert_eq!(check_token(&HeaderMap::new(), Some("wrong"), "right"), Err(Forged::WrongToken));
        assert_eq!(check_token(&HeaderMap::new(), None, "right"), Err(Forged::NoToken));
        assert_eq!(check_token(&HeaderMap::new(), Some(""), ""), Err(Forged::NoToken));
    }

    #[test]
    fn only_reading_needs_no_token() {
        assert!(!changes(&Method::GET) && !changes(&Method::HEAD));
        assert!(changes(&Method::POST) && changes(&Method::DELETE));
    }

    #[test]
    fn the_policy_lets_nothing_inline_through() {
        assert!(!CONTENT_POLICY.contains("unsafe"));
        assert!(CONTENT_POLICY.starts_with("default-src 'none'"));
    }
}
