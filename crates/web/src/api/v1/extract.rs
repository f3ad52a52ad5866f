//! Bodies, queries and paths; what does not fit is told by its field.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::Problem;
use super::problem::FieldFault;
use super::repeat::Repeat;
use super::whole::whole_numbers;
use crate::app::App;

/// A JSON body.
#[derive(Clone, Debug)]
pub struct ApiJson<T>(pub T);

/// What stands after the question mark.
#[derive(Clone, Debug)]
pub struct ApiQuery<T>(pub T);

/// What stands in the address; what is no number leads nowhere.
#[derive(Clone, Debug)]
pub struct ApiPath<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for ApiJson<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<ApiJson<T>, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "not-json",
                "The body must be JSON",
                "Send it with Content-Type: application/json.",
            ));
        }
        let repeat = request.extensions().get::<Repeat>().cloned();
        let bytes = Bytes::from_request(request, app).await.map_err(|refused| unread(refused.status()))?;
        if let Some(repeat) = repeat {
            repeat.tell_body(&bytes);
        }
        if escapes_zero(&bytes) {
            return Err(Problem::zero_character());
        }
        parse(&whole_numbers(&bytes)).map(ApiJson)
    }
}

/// Whether a text of a JSON body holds U+0000; written as it is, it is no JSON.
fn escapes_zero(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        if rest[at..].starts_with(b"\\u0000") {
            return true;
        }
        rest = rest.get(at + 2..).unwrap_or_default();
    }
    false
}

/// Reads a body as JSON; each fault names its field.
fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| misfit(&error))?;
    json.end().map_err(|error| malformed(&error))?;
    Ok(value)
}

/// Reads fields that stand in a JSON value already.
pub(super) fn of_value<T: DeserializeOwned>(value: serde_json::Value) -> Result<T, Problem> {
    serde_path_to_error::deserialize(value).map_err(|error| misfit(&error))
}

fn misfit(error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    match error.inner().classify() {
        Category::Data => {
            Problem::of_fields(vec![fault(&error.path().to_string(), &error.inner().to_string())])
        }
        _ => malformed(error.inner()),
    }
}

fn malformed(error: &serde_json::Error) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "malformed", "The body is not JSON", &error.to_string())
}

fn unread(status: StatusCode) -> Problem {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        return Problem::new(status, "too-large", "The body is too large", "Send less at a time.");
    }
    Problem::new(
        StatusCode::BAD_REQUEST,
        "malformed",
        "The body could not be read",
        "It ended before its end.",
    )
}

/// `application/json`, or a kind of it.
fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let kind = kind.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

/// What serde says of a field. Its messages are the only word on which fault it is.
fn fault(path: &str, message: &str) -> FieldFault {
    let says = message.split(" at line ").next().unwrap_or(message);
    let quoted = says.split('`').nth(1).unwrap_or("");
    let within = path.trim_end_matches('?').trim_end_matches('.');
    let below = |name: &str| match within {
        "" => name.to_owned(),
        outer if outer == name || outer.ends_with(&format!(".{name}")) => outer.to_owned(),
        outer => format!("{outer}.{name}"),
    };
    let (field, fault) = if says.starts_with("unknown field") {
        (below(quoted), "unknown-field")
    } else if says.starts_with("missing field") {
        (below(quoted), "required")
    } else {
        (within.to_owned(), "wrong-type")
    };
    let field = field.replace('[', ".").replace(']', "");
    FieldFault { field, fault: fault.to_owned(), says: says.to_owned() }
}

impl<T: DeserializeOwned> FromRequestParts<App> for ApiQuery<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<ApiQuery<T>, Problem> {
        if parts.uri.query().is_some_and(|query| query.contains("%00")) {
            return Err(Problem::zero_character());
        }
        let read = Query::<T>::try_from_uri(&parts.uri).map_err(|refused| {
            let text = refused.body_text();
            let message = text.split_once("query string: ").map_or(text.as_str(), |(_, message)| message);
            let (path, says) = match message.split_once(": ") {
                Some((path, says)) if !path.contains(' ') => (path, says),
                _ => ("", message),
            };
            match fault(path, says) {
                unknown if unknown.fault == "unknown-field" => Problem::of_unknown_filter(unknown),
                odd => Problem::of_fields(vec![odd]),
            }
        })?;
        Ok(ApiQuery(read.0))
    }
}

impl<T: DeserializeOwned + Send> FromRequestParts<App> for ApiPath<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<ApiPath<T>, Problem> {
        match Path::<T>::from_request_parts(parts, app).await {
            Ok(Path(value)) => Ok(ApiPath(value)),
            Err(_) => Err(super::problem::not_found().await),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Line {
        #[expect(dead_code, reason = "only read for its type")]
        quantity: i64,
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Body {
        #[expect(dead_code, reason = "only read for its type")]
        lines: Vec<Line>,
    }

    fn told(text: &str) -> serde_json::Value {
        let error =
            serde_path_to_error::deserialize::<_, Body>(&mut serde_json::Deserializer::from_str(text));
        let error = error.unwrap_err();
        let fault = fault(&error.path().to_string(), &error.inner().to_string());
        serde_json::json!([fault.field, fault.fault])
    }

    #[test]
    fn a_zero_character_is_seen_however_it_is_escaped() {
        assert!(escapes_zero(br#"{"q":"a\u0000"}"#));
        assert!(escapes_zero(br#"{"q":"\\\u0000"}"#));
        assert!(!escapes_zero(br#"{"q":"\\u0000 \u0001 0000\\"}"#));
    }

    #[test]
    fn a_fault_is_named_by_its_place() {
        assert_eq!(
            told(r#"{"lines":[{"quantity":"x"}]}"#),
            serde_json::json!(["lines.0.quantity", "wrong-type"])
        );
        assert_eq!(told(r#"{"lines":[{"count":1}]}"#), serde_json::json!(["lines.0.count", "unknown-field"]));
        assert_eq!(told(r#"{"lines":[{}]}"#), serde_json::json!(["lines.0.quantity", "required"]));
        assert_eq!(told(r#"{"stage":1}"#), serde_json::json!(["stage", "unknown-field"]));
        assert_eq!(told("{}"), serde_json::json!(["lines", "required"]));
    }
}
