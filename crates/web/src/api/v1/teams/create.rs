//! A new team.

use axum::response::Response;
use desk::member::CreateTeam;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::Name;
use crate::api::v1::shared::{Made, made};
use crate::api::v1::{ApiJson, Caller, Problem};

/// A team as it shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamFields {
    #[schema(value_type = Name)]
    pub name: String,
    /// The team above.
    pub parent_id: Option<i64>,
    /// Reaches what the team and those below it own.
    pub head_id: Option<i64>,
}

/// Makes a team, for administrators.
#[utoipa::path(post, path = "/teams", tag = "teams", request_body = TeamFields, responses((status = 201, body = Made)))]
pub async fn create_team(caller: Caller, ApiJson(new): ApiJson<TeamFields>) -> Result<Response, Problem> {
    let act = CreateTeam { name: new.name, parent: new.parent_id, head: new.head_id };
    Ok(made(caller.write(act).await?))
}
