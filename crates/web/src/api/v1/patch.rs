//! A part of a record's fields, with the version that they were changed in. What is left out stays as it is.

use axum::Json;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::Problem;
use super::extract::{ApiJson, of_value};
use crate::app::App;

/// The body of a PATCH: fields by name, and `version` there or in `If-Match`.
#[derive(Clone, Debug)]
pub struct Patch {
    /// The version the changer saw.
    pub version: i64,
    fields: Map<String, Value>,
}

impl Patch {
    /// The record's fields with the changed ones in place.
    ///
    /// # Errors
    /// A problem that names the fields that the record does not have, or whose values don't fit.
    pub fn onto<T: Serialize + DeserializeOwned>(self, present: &T) -> Result<T, Problem> {
        let mut fields = match serde_json::to_value(present) {
            Ok(Value::Object(fields)) => fields,
            _ => Map::new(),
        };
        fields.extend(self.fields);
        of_value(Value::Object(fields))
    }
}

impl FromRequest<App> for Patch {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Patch, Problem> {
        let named = if_match(request.headers());
        let ApiJson(mut fields) = ApiJson::<Map<String, Value>>::from_request(request, app).await?;
        let version = match fields.remove("version") {
            Some(version) => Some(of_value::<Versioned>(serde_json::json!({ "version": version }))?.version),
            None => named,
        };
        let version = version.ok_or_else(|| {
            Problem::new(
                StatusCode::PRECONDITION_REQUIRED,
                "version-required",
                "Say which version you change",
                "Send version in the body, or the ETag you read in If-Match.",
            )
        })?;
        Ok(Patch { version, fields })
    }
}

#[derive(serde::Deserialize)]
struct Versioned {
    version: i64,
}

fn if_match(headers: &HeaderMap) -> Option<i64> {
    let tag = headers.get(header::IF_MATCH)?.to_str().ok()?;
    tag.trim().trim_start_matches("W/").trim_matches('"').parse().ok()
}

/// The version as an ETag, for answers.
pub(super) fn etag(version: i64) -> [(header::HeaderName, String); 1] {
    [(header::ETAG, format!("\"{version}\""))]
}

/// A record was changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Changed {
    pub version: i64,
}

/// 200 with the new version, as the ETag, too.
pub(super) fn changed(version: i64) -> Response {
    (etag(version), Json(Changed { version })).into_response()
}
