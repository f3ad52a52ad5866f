//! The roles there are.

use axum::Json;
use desk::settings::ListRoleReach;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::{Answer, Caller};

/// A role: whose records its members see and change.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoleReach {
    /// `administrator`, `manager`, `rep` or `reader`.
    pub role: &'static str,
    /// `nothing`, `own`, `team` or `all`.
    pub reads: &'static str,
    pub writes: &'static str,
}

/// Lists every role with its reach.
#[utoipa::path(get, path = "/roles", tag = "roles", responses((status = 200, body = Vec<RoleReach>)))]
pub async fn list_roles(caller: Caller) -> Answer<Vec<RoleReach>> {
    let rows = caller.read(ListRoleReach).await?.into_iter();
    let role =
        rows.map(|row| RoleReach { role: row.role.key(), reads: row.reads.key(), writes: row.writes.key() });
    Ok(Json(role.collect()))
}
