//! Who is here.

use axum::Json;
use desk::member::{ListMembers, MemberChoices};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::shared::{Link, link};
use crate::api::v1::{Answer, Caller};

/// A member.
#[derive(Debug, Serialize, ToSchema)]
pub struct Member {
    pub id: i64,
    pub name: String,
    pub email: Option<String>,
    pub role: String,
    pub team: Option<Link>,
    pub can_sign_in: bool,
    pub open_deals: i64,
    pub archived_at: Option<Timestamp>,
}

/// Lists everyone, for administrators.
#[utoipa::path(get, path = "/members", tag = "members", responses((status = 200, body = Vec<Member>)))]
pub async fn list_members(caller: Caller) -> Answer<Vec<Member>> {
    let rows = caller.read(ListMembers).await?.into_iter();
    let member = rows.map(|row| Member {
        id: row.id,
        name: row.name,
        email: row.email,
        role: row.role,
        team: link(row.team_id, row.team_name),
        can_sign_in: row.can_sign_in,
        open_deals: row.open_deals,
        archived_at: row.archived_at,
    });
    Ok(Json(member.collect()))
}

/// Lists the names of members who are not put away, for everybody.
#[utoipa::path(get, path = "/members/names", tag = "members", responses((status = 200, body = Vec<Link>)))]
pub async fn member_names(caller: Caller) -> Answer<Vec<Link>> {
    let rows = caller.read(MemberChoices::default()).await?;
    Ok(Json(rows.into_iter().map(|row| Link { id: row.id, name: row.name }).collect()))
}
