//! Reads that are not sent twice: every answer has an ETag, and whoever has it already is told so (304).

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Problem;

/// Middleware: tags what is read. A record's tag begins with its version, which `If-Match` takes.
pub async fn tagged(request: Request, next: Next) -> Response {
    let is_read = request.method() == Method::GET;
    let known = known(request.headers());
    let answer = next.run(request).await;
    if !is_read || answer.status() != StatusCode::OK || !is_json(answer.headers()) {
        return answer;
    }
    let (mut parts, body) = answer.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        let title = "The answer could not be written";
        return Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", title, "Ask again.")
            .into_response();
    };
    let tag = tag(parts.headers.get(header::ETAG), &bytes);
    let is_known = known.iter().any(|one| one == "*" || *one == tag);
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{tag}\"")) {
        parts.headers.insert(header::ETAG, tag);
    }
    if is_known {
        let kept = [header::CONTENT_TYPE, header::CONTENT_LENGTH];
        kept.iter().for_each(|name| drop(parts.headers.remove(name)));
        parts.status = StatusCode::NOT_MODIFIED;
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// The tags that the reader has, without their quotes.
fn known(headers: &HeaderMap) -> Vec<String> {
    let values = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let tags = values.flat_map(|value| value.split(','));
    tags.map(|tag| tag.trim().trim_start_matches("W/").trim_matches('"').to_owned()).collect()
}

fn is_json(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"))
}

/// The version, where there is one, and a digest of what is sent: links and steps change without the version.
fn tag(version: Option<&HeaderValue>, bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let digest = hasher.finish();
    match version.and_then(|version| version.to_str().ok()) {
        Some(version) => format!("{}.{digest:016x}", version.trim_matches('"')),
        None => format!("{digest:016x}"),
    }
}
