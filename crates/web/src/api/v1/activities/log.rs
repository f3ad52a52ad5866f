//! Logging what took place.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::activity::LogActivity;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::complete::Completed;
use super::{ActivityFields, On};
use crate::api::v1::bounds::{Outcome, Text};
use crate::api::v1::split::split;
use crate::api::v1::{ApiJson, Caller, Problem};

/// An activity that took place.
#[derive(Serialize, ToSchema)]
pub struct LoggedActivity {
    #[serde(flatten)]
    pub fields: ActivityFields,
    #[serde(flatten)]
    pub came: Came,
}

/// What came of it.
#[derive(Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
#[schema(as = ActivityResult)]
pub struct Came {
    pub on: Option<On>,
    /// `reached`, `no-answer`, `voicemail`, `interested`, `undecided`, `accepted`, `declined` or `done`.
    #[schema(value_type = Option<Outcome>)]
    pub outcome: Option<String>,
    /// What was found out.
    #[schema(value_type = Text)]
    pub findings: String,
    /// Asked for where an open deal would be left without one.
    pub next_step: Option<ActivityFields>,
}

/// Logs an activity that took place without having been planned.
#[utoipa::path(
    post, path = "/activities/log", tag = "activities", request_body = LoggedActivity,
    responses((status = 201, body = Completed)),
)]
pub async fn log_activity(
    caller: Caller,
    ApiJson(body): ApiJson<Map<String, Value>>,
) -> Result<Response, Problem> {
    let (came, fields): (Came, ActivityFields) = split(body, &["on", "outcome", "findings", "next_step"])?;
    let act = LogActivity {
        on: On::subject(came.on),
        fields: fields.into(),
        outcome: came.outcome,
        findings: came.findings,
        next_step: came.next_step.map(Into::into),
    };
    let done = Completed::from(caller.write(act).await?);
    Ok((StatusCode::CREATED, Json(done)).into_response())
}
