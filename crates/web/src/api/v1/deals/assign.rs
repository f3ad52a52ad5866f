//! Giving a deal to another member.

use axum::http::StatusCode;
use desk::deal::AssignDeal;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// The new owner.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOwner {
    pub owner_id: i64,
}

/// Gives the deal to another member, with its open activities and tasks of the old owner.
#[utoipa::path(
    put, path = "/deals/{id}/owner", tag = "deals", params(("id" = i64, Path)), request_body = NewOwner,
    responses((status = 204, description = "Given")),
)]
pub async fn assign_deal(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(new): ApiJson<NewOwner>,
) -> Result<StatusCode, Problem> {
    caller.write(AssignDeal { id, to: new.owner_id }).await?;
    Ok(StatusCode::NO_CONTENT)
}
