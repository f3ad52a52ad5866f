//! The processes that run on a company.

use axum::Json;
use desk::case::StartCase;
use desk::look::{CaseSeen, CompanyCases, CompanyCasesSeen, Startable as Waiting};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::api::v1::activities::ActivityFields;
use crate::api::v1::bounds::Word;
use crate::api::v1::deals::Moves;
use crate::api::v1::shared::Words;
use crate::api::v1::{Answer, ApiJson, ApiPath, Caller};

/// What runs on a company, and what may be started on it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Cases {
    pub may_write: bool,
    pub cases: Vec<CompanyCase>,
    pub startable: Vec<Startable>,
}

/// A process running on a company.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyCase {
    pub process: String,
    pub title: Words,
    pub stage_title: Words,
    /// Its ways out, and what runs beside the stage.
    #[serde(flatten)]
    pub now: Moves,
    /// Stages it stood in, the first first.
    pub stays: Vec<CaseStay>,
    /// What stands open on it.
    #[schema(value_type = Vec<Object>)]
    pub findings: Vec<Value>,
}

/// A stay in a stage.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseStay {
    pub stage: String,
    /// The move that led there; empty for the first.
    #[serde(rename = "move")]
    pub move_key: String,
    pub entered_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub left_at: Option<Timestamp>,
}

/// An active process that does not run on the company.
#[derive(Debug, Serialize, ToSchema)]
pub struct Startable {
    pub process: String,
    pub title: Words,
    /// Where it begins.
    pub stage_title: Words,
    /// A next step must be planned with it.
    pub asks_next_step: bool,
}

/// A process to start.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartProcess {
    #[schema(value_type = Word)]
    pub process: String,
    pub next_step: Option<ActivityFields>,
}

/// Lists the processes that run on a company, each with its ways out, and those that may be started.
#[utoipa::path(
    get, path = "/companies/{id}/cases", tag = "companies", params(("id" = i64, Path)),
    responses((status = 200, body = Cases)),
)]
pub async fn company_cases(caller: Caller, ApiPath(id): ApiPath<i64>) -> Answer<Cases> {
    Ok(Json(caller.read(CompanyCases { company: id }).await?.into()))
}

/// Starts a process on a company, once.
#[utoipa::path(
    post, path = "/companies/{id}/cases", tag = "companies", params(("id" = i64, Path)),
    request_body = StartProcess, responses((status = 200, body = Cases)),
)]
pub async fn start_on_company(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(start): ApiJson<StartProcess>,
) -> Answer<Cases> {
    let next_step = start.next_step.map(Into::into);
    caller.write(StartCase { company: id, process: start.process, next_step }).await?;
    Ok(Json(caller.read(CompanyCases { company: id }).await?.into()))
}

impl From<CompanyCasesSeen> for Cases {
    fn from(seen: CompanyCasesSeen) -> Cases {
        Cases {
            may_write: seen.may_write,
            cases: seen.cases.into_iter().map(CompanyCase::from).collect(),
            startable: seen.startable.into_iter().map(Startable::from).collect(),
        }
    }
}

impl From<CaseSeen> for CompanyCase {
    fn from(seen: CaseSeen) -> CompanyCase {
        let stays = seen.stays.into_iter().map(|stay| CaseStay {
            stage: stay.stage,
            move_key: stay.move_key,
            entered_at: stay.entered_at,
            left_at: stay.left_at,
        });
        CompanyCase {
            process: seen.process,
            title: seen.title.into(),
            stage_title: seen.stage_title.into(),
            now: seen.ways.into(),
            stays: stays.collect(),
            findings: seen.findings,
        }
    }
}

impl From<Waiting> for Startable {
    fn from(waiting: Waiting) -> Startable {
        Startable {
            process: waiting.process,
            title: waiting.title.into(),
            stage_title: waiting.stage.into(),
            asks_next_step: waiting.asks_next_step,
        }
    }
}
