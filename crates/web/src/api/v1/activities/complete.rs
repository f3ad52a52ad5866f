//! Completing a planned activity.

use axum::Json;
use desk::activity::CompleteActivity;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ActivityFields;
use crate::api::v1::bounds::{Outcome, Text};
use crate::api::v1::{Answer, ApiJson, ApiPath, Caller};

/// What came of a planned activity.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Completion {
    /// When it really began and ended; null keeps what was planned.
    pub started_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
    /// `reached`, `no-answer`, `voicemail`, `interested`, `undecided`, `accepted`, `declined` or `done`.
    #[schema(value_type = Option<Outcome>)]
    pub outcome: Option<String>,
    #[schema(value_type = Text)]
    pub words: String,
    /// What was found out.
    #[schema(value_type = Text)]
    pub findings: String,
    /// Asked for where an open deal would be left without one (422 `next-step-required`).
    pub next_step: Option<ActivityFields>,
}

/// What was written.
#[derive(Debug, Serialize, ToSchema)]
pub struct Completed {
    pub deal: Option<i64>,
    /// The activity planned with it.
    pub next_step: Option<i64>,
}

impl From<desk::activity::Completed> for Completed {
    fn from(done: desk::activity::Completed) -> Completed {
        Completed { deal: done.deal, next_step: done.next_step }
    }
}

/// Says that a planned activity took place and, in the same act, what comes next.
#[utoipa::path(
    post, path = "/activities/{id}/complete", tag = "activities", params(("id" = i64, Path)), request_body = Completion,
    responses((status = 200, body = Completed)),
)]
pub async fn complete_activity(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(done): ApiJson<Completion>,
) -> Answer<Completed> {
    let act = CompleteActivity {
        id,
        started_at: done.started_at,
        ended_at: done.ended_at,
        outcome: done.outcome,
        words: done.words,
        findings: done.findings,
        next_step: done.next_step.map(Into::into),
    };
    Ok(Json(caller.write(act).await?.into()))
}
