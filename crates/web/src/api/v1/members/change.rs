//! Changing a member.

use axum::http::StatusCode;
use desk::member::ChangeMember;

use super::create::MemberFields;
use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// Changes a member's name, e-mail address, role and team, for administrators: all as they shall be.
#[utoipa::path(
    put, path = "/members/{id}", tag = "members", params(("id" = i64, Path)), request_body = MemberFields,
    responses((status = 204, description = "Changed")),
)]
pub async fn change_member(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(member): ApiJson<MemberFields>,
) -> Result<StatusCode, Problem> {
    let MemberFields { name, email, role, team_id } = member;
    caller.write(ChangeMember { id, name, email, role, team: team_id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
