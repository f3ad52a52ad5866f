//! Marking notifications as read.

use axum::Json;
use desk::notification::MarkRead;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::{Answer, ApiPath, Caller};

/// How many were not read before.
#[derive(Debug, Serialize, ToSchema)]
pub struct Marked {
    pub marked: u64,
}

/// Marks all as read.
#[utoipa::path(post, path = "/notifications/read", tag = "notifications", responses((status = 200, body = Marked)))]
pub async fn read_all(caller: Caller) -> Answer<Marked> {
    Ok(Json(Marked { marked: caller.write(MarkRead::All).await? }))
}

/// Marks one as read.
#[utoipa::path(
    post, path = "/notifications/{id}/read", tag = "notifications", params(("id" = i64, Path)),
    responses((status = 200, body = Marked)),
)]
pub async fn read_one(caller: Caller, ApiPath(id): ApiPath<i64>) -> Answer<Marked> {
    Ok(Json(Marked { marked: caller.write(MarkRead::One(id)).await? }))
}
