//! The tree of teams.

use axum::Json;
use desk::member::ListTeams;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::shared::{Link, link};
use crate::api::v1::{Answer, Caller};

/// A team.
#[derive(Debug, Serialize, ToSchema)]
pub struct Team {
    pub id: i64,
    pub name: String,
    /// The team above.
    pub parent_id: Option<i64>,
    /// 0 at the top.
    pub depth: usize,
    pub head: Option<Link>,
    /// Members of this team alone.
    pub members: i64,
    pub archived_at: Option<Timestamp>,
}

/// Lists all teams, each after the one above it.
#[utoipa::path(get, path = "/teams", tag = "teams", responses((status = 200, body = Vec<Team>)))]
pub async fn list_teams(caller: Caller) -> Answer<Vec<Team>> {
    let teams = caller.read(ListTeams).await?.into_iter();
    let team = teams.map(|team| Team {
        id: team.row.id,
        name: team.row.name,
        parent_id: team.row.parent_id,
        depth: team.depth,
        head: link(team.row.head_id, team.row.head_name),
        members: team.row.members,
        archived_at: team.row.archived_at,
    });
    Ok(Json(team.collect()))
}
