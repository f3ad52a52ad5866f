//! Changing a team.

use axum::http::StatusCode;
use desk::member::ChangeTeam;

use super::create::TeamFields;
use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// Renames a team, gives it another head, or moves it with all below it, for administrators: all as it shall be.
#[utoipa::path(
    put, path = "/teams/{id}", tag = "teams", params(("id" = i64, Path)), request_body = TeamFields,
    responses((status = 204, description = "Changed")),
)]
pub async fn change_team(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(team): ApiJson<TeamFields>,
) -> Result<StatusCode, Problem> {
    caller.write(ChangeTeam { id, name: team.name, parent: team.parent_id, head: team.head_id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
