//! A part of a record's fields, with the version that they were changed in. What is left out stays as it is.

use axum::Json;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::look::{Kinds, Of, Timeline};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::extract::{ApiJson, of_value};
use super::timeline::Entry;
use super::{Caller, Problem};
use crate::app::App;

/// Changes told to one who was too late.
const CHANGES_TOLD: i64 = 20;

/// The body of a PATCH: fields by name, and `version` there or in `If-Match`.
#[derive(Clone, Debug)]
pub struct Patch {
    pub seen: Seen,
    fields: Map<String, Value>,
}

/// The version that the changer saw.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    pub version: i64,
    /// It came in `If-Match`.
    is_condition: bool,
}

impl Seen {
    /// The new version; or, where somebody was faster, what they changed.
    ///
    /// # Errors
    /// 412 `stale` for a condition that does not hold, 409 `stale` for a version in the body; or what was told.
    pub async fn answer(
        self,
        caller: &Caller,
        of: Of,
        newest: i64,
        written: Result<i64, Problem>,
    ) -> Result<Response, Problem> {
        let problem = match written {
            Ok(version) => return Ok(changed(version)),
            Err(problem) if problem.is_stale() => problem,
            Err(problem) => return Err(problem),
        };
        // Each version is of one change, or of fewer.
        let limit = newest.saturating_sub(self.version).clamp(1, CHANGES_TOLD);
        let look = Timeline { of, kinds: Kinds::Changes, before: None, limit };
        let changes = caller.read(look).await?.entries.into_iter().map(Entry::from).collect();
        Err(problem.with_changes(changes, self.is_condition))
    }
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
        let named = if_match(request.headers())?;
        let ApiJson(mut fields) = ApiJson::<Map<String, Value>>::from_request(request, app).await?;
        let seen = match fields.remove("version") {
            Some(version) => {
                let Versioned { version } = of_value(serde_json::json!({ "version": version }))?;
                Some(Seen { version, is_condition: false })
            }
            None => named.map(|version| Seen { version, is_condition: true }),
        };
        let seen = seen.ok_or_else(|| {
            Problem::new(
                StatusCode::PRECONDITION_REQUIRED,
                "version-required",
                "Say which version you change",
                "Send version in the body, or the ETag you read in If-Match.",
            )
        })?;
        Ok(Patch { seen, fields })
    }
}

#[derive(serde::Deserialize)]
struct Versioned {
    version: i64,
}

/// An ETag of a record begins with its version.
///
/// # Errors
/// 400 for what is no ETag of a record: a condition is never passed over.
fn if_match(headers: &HeaderMap) -> Result<Option<i64>, Problem> {
    let Some(tag) = headers.get(header::IF_MATCH) else { return Ok(None) };
    let bare = tag.to_str().map(|tag| tag.trim().trim_start_matches("W/").trim_matches('"'));
    let version = bare.ok().and_then(|tag| tag.split('.').next()?.parse().ok());
    version.map(Some).ok_or_else(|| {
        let title = "If-Match holds no ETag of a record";
        Problem::new(StatusCode::BAD_REQUEST, "odd-condition", title, "Send the ETag as it was read, once.")
    })
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
fn changed(version: i64) -> Response {
    (etag(version), Json(Changed { version })).into_response()
}
