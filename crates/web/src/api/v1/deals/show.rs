//! One deal.

use axum::Json;
use axum::response::{IntoResponse, Response};
use desk::look::{DealPage, DealSeen};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::StepAhead;
use super::fields::Fields;
use crate::api::v1::activities::OpenActivity;
use crate::api::v1::finding::Finding;
use crate::api::v1::patch::etag;
use crate::api::v1::shared::{Link, Words};
use crate::api::v1::tasks::Task;
use crate::api::v1::{ApiPath, Caller, Problem};

/// A deal with where its case stands and what is planned on it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Deal {
    pub id: i64,
    /// Give it back with a change.
    pub version: i64,
    #[serde(flatten)]
    pub fields: Fields,
    pub company: Option<Link>,
    pub person: Option<Link>,
    pub owner: Link,
    pub engineer: Option<Link>,
    pub process: String,
    pub stage: String,
    pub stage_title: Words,
    /// `open`, `won`, `lost` or `closed`.
    pub status: String,
    pub stage_probability: i64,
    pub stage_entered_at: Timestamp,
    /// How often the case has entered a stage: a move made up on an older one is refused.
    pub entry: i64,
    /// In its stage for longer than the process finds healthy.
    pub is_rotting: bool,
    /// Null for a deal that is over.
    pub next_step: Option<StepAhead>,
    pub activities: Vec<OpenActivity>,
    pub tasks: Vec<Task>,
    /// What stays open on the case.
    #[schema(value_type = Vec<Finding>)]
    pub findings: Vec<Value>,
    pub visits: Vec<Visit>,
    pub lost_reason: Option<String>,
    pub source_id: Option<String>,
    pub may_write: bool,
    pub created_at: Timestamp,
    pub changed_at: Timestamp,
    pub closed_at: Option<Timestamp>,
    pub archived_at: Option<Timestamp>,
}

/// A stay in a stage.
#[derive(Debug, Serialize, ToSchema)]
pub struct Visit {
    pub stage: String,
    pub title: Words,
    #[serde(rename = "move")]
    pub move_key: String,
    /// `start`, `forward`, `return`, `refusal`, `reopen`, or `placed` by an import.
    pub kind: String,
    pub entered_at: Timestamp,
    pub left_at: Option<Timestamp>,
    pub days: i64,
}

impl From<DealSeen> for Deal {
    fn from(seen: DealSeen) -> Deal {
        let fields = Fields::of(&seen);
        let deal = seen.deal;
        Deal {
            id: deal.id,
            version: deal.version,
            fields,
            company: seen.company.map(Link::from),
            person: seen.person.map(Link::from),
            owner: seen.owner.into(),
            engineer: seen.engineer.map(Link::from),
            process: seen.definition.key.clone(),
            stage: deal.stage,
            stage_title: seen.stage_title.into(),
            status: deal.status,
            stage_probability: deal.stage_probability,
            stage_entered_at: deal.stage_entered_at,
            entry: seen.entry,
            is_rotting: seen.is_rotting,
            next_step: seen.next_step.map(StepAhead::from),
            activities: seen.activities.into_iter().map(OpenActivity::from).collect(),
            tasks: seen.tasks.into_iter().map(Task::from).collect(),
            findings: seen.findings,
            visits: seen.stays.into_iter().map(Visit::from).collect(),
            lost_reason: deal.lost_reason,
            source_id: deal.source_id,
            may_write: seen.may_write,
            created_at: deal.created_at,
            changed_at: deal.changed_at,
            closed_at: deal.closed_at,
            archived_at: deal.archived_at,
        }
    }
}

impl From<desk::look::Stay> for Visit {
    fn from(stay: desk::look::Stay) -> Visit {
        Visit {
            stage: stay.stage,
            title: stay.title.into(),
            move_key: stay.move_key,
            kind: stay.kind,
            entered_at: stay.entered_at,
            left_at: stay.left_at,
            days: stay.days,
        }
    }
}

/// Looks at a deal. Its version comes as the ETag, too.
#[utoipa::path(get, path = "/deals/{id}", tag = "deals", params(("id" = i64, Path)), responses((status = 200, body = Deal)))]
pub async fn deal(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<Response, Problem> {
    let deal = Deal::from(caller.read(DealPage { id }).await?);
    Ok((etag(deal.version), Json(deal)).into_response())
}
