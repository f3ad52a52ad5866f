//! Publishing a definition.

use axum::http::StatusCode;
use axum::response::Response;
use desk::process::{ActivateProcess, PublishProcess};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::Word;
use crate::api::v1::shared::{Made, made};
use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// A definition to publish.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// YAML.
    #[schema(value_type = Word)]
    pub definition: String,
    /// New deals may start in it.
    pub active: bool,
}

/// Publishes a definition as the next version of its process, for administrators, unless the newest is word for word the
/// same. What blocks is refused (422 `refused`) with the findings of the checker. Answers the version's id.
#[utoipa::path(
    post, path = "/processes", tag = "processes", request_body = Publication, responses((status = 201, body = Made)),
)]
pub async fn publish_process(
    caller: Caller,
    ApiJson(new): ApiJson<Publication>,
) -> Result<Response, Problem> {
    let act = PublishProcess { definition: new.definition, active: new.active };
    Ok(made(caller.write(act).await?))
}

/// Lets new deals start in a process, for administrators.
#[utoipa::path(
    post, path = "/processes/{process}/activate", tag = "processes", params(("process" = inline(Word), Path)),
    responses((status = 204, description = "Activated")),
)]
pub async fn activate_process(
    caller: Caller,
    ApiPath(process): ApiPath<String>,
) -> Result<StatusCode, Problem> {
    caller.write(ActivateProcess { process, active: true }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lets no new deals start in a process, for administrators; those in it go on.
#[utoipa::path(
    post, path = "/processes/{process}/deactivate", tag = "processes", params(("process" = inline(Word), Path)),
    responses((status = 204, description = "Deactivated")),
)]
pub async fn deactivate_process(
    caller: Caller,
    ApiPath(process): ApiPath<String>,
) -> Result<StatusCode, Problem> {
    caller.write(ActivateProcess { process, active: false }).await?;
    Ok(StatusCode::NO_CONTENT)
}
