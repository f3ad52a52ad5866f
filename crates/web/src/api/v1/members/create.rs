//! A new member.

use axum::response::Response;
use desk::member::CreateMember;
use sales::Role;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::{Mail, Name, RoleKey};
use crate::api::v1::shared::{Made, made};
use crate::api::v1::{ApiJson, Caller, Problem};

/// A member as they shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberFields {
    #[schema(value_type = Name)]
    pub name: String,
    /// Without one they own records but cannot sign in.
    #[schema(value_type = Option<Mail>)]
    pub email: Option<String>,
    /// `administrator`, `manager`, `rep` or `reader`.
    #[schema(value_type = RoleKey)]
    pub role: Role,
    pub team_id: Option<i64>,
}

/// Makes a member, for administrators. They sign in once invited, on their page.
#[utoipa::path(post, path = "/members", tag = "members", request_body = MemberFields, responses((status = 201, body = Made)))]
pub async fn create_member(caller: Caller, ApiJson(new): ApiJson<MemberFields>) -> Result<Response, Problem> {
    let act = CreateMember { name: new.name, email: new.email, role: new.role, team: new.team_id };
    Ok(made(caller.write(act).await?))
}
