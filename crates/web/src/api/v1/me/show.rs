//! The token's member.

use axum::Json;
use desk::member::OwnProfile;
use sales::{Area, Level};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::{Answer, Caller};

/// The member that the token acts as.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    pub id: i64,
    pub name: String,
    pub email: Option<String>,
    /// `administrator`, `manager`, `rep` or `reader`.
    pub role: String,
    pub team: Option<String>,
    /// `en` or `ru`: the language of sentences in problems.
    #[schema(value_type = String)]
    pub language: process::Lang,
    /// By which days are told; the installation's where the member chose none.
    pub time_zone: Option<String>,
    /// How much the token may do: `read`, `write` or `administration`, each holding those before it.
    #[schema(value_type = String)]
    pub level: Level,
    /// The areas that the token is bound to; empty where it covers all.
    #[schema(value_type = Vec<String>)]
    pub areas: Vec<Area>,
}

/// Looks at the member that the token acts as.
#[utoipa::path(get, path = "/me", tag = "me", responses((status = 200, body = Me)))]
pub async fn me(caller: Caller) -> Answer<Me> {
    let own = caller.read(OwnProfile).await?;
    Ok(Json(Me {
        id: own.id,
        name: own.name,
        email: own.email,
        role: own.role,
        team: own.team,
        language: own.language,
        time_zone: own.time_zone.or_else(|| caller.actor.zone.iana_name().map(str::to_owned)),
        level: caller.scope.level,
        areas: caller.scope.areas().to_vec(),
    }))
}
