//! Another reach for a role.

use axum::http::StatusCode;
use desk::settings::{ChangeRoleReach, RoleReach};
use sales::{Reach, Role};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::{ReachKey, RoleKey};
use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// Whose records members of a role see and change; nobody changes what they cannot see.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReach {
    #[schema(value_type = ReachKey)]
    pub reads: Reach,
    #[schema(value_type = ReachKey)]
    pub writes: Reach,
}

/// Changes a role's reach, for administrators, whose own stays.
#[utoipa::path(
    put, path = "/roles/{role}", tag = "roles", params(("role" = inline(RoleKey), Path)), request_body = NewReach,
    responses((status = 204, description = "Changed")),
)]
pub async fn change_role(
    caller: Caller,
    ApiPath(role): ApiPath<Role>,
    ApiJson(new): ApiJson<NewReach>,
) -> Result<StatusCode, Problem> {
    let NewReach { reads, writes } = new;
    caller.write(ChangeRoleReach { reach: RoleReach { role, reads, writes } }).await?;
    Ok(StatusCode::NO_CONTENT)
}
