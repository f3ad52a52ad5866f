//! Checking a definition without publishing it.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::v1::bounds::Word;
use crate::api::v1::finding::Finding;
use crate::api::v1::{Answer, ApiJson, Caller};

/// A definition to check.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// YAML.
    #[schema(value_type = Word)]
    pub definition: String,
}

/// What the checker says.
#[derive(Debug, Serialize, ToSchema)]
pub struct Verdict {
    /// Nothing blocks: it may be published.
    pub ok: bool,
    pub findings: Vec<Finding>,
}

/// Checks a definition with its stories, against this installation's fields and lists. Publishes nothing.
#[utoipa::path(
    post, path = "/processes/check", tag = "processes", request_body = Draft, responses((status = 200, body = Verdict)),
)]
pub async fn check_process(caller: Caller, ApiJson(draft): ApiJson<Draft>) -> Answer<Verdict> {
    let findings = caller.read_slowly(desk::process::CheckProcess { definition: draft.definition }).await?;
    let ok = !findings.iter().any(process::Finding::blocks);
    Ok(Json(Verdict { ok, findings: findings.into_iter().map(Finding::from).collect() }))
}
