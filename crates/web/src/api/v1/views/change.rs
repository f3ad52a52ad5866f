//! Changing a view, or beginning with it.

use axum::http::StatusCode;
use desk::view::ChangeView;
use serde::Deserialize;
use utoipa::ToSchema;

use super::save::ViewFields;
use crate::api::v1::shared::maybe_object;
use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// A view as it shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewChange {
    /// Left out, the view stays as it is: with somebody else's, a member may only choose to begin.
    #[serde(default, deserialize_with = "maybe_object")]
    pub fields: Option<ViewFields>,
    /// Whether the caller begins with it.
    pub first: bool,
}

/// Changes a view: one's own, and administrators every one.
#[utoipa::path(
    put, path = "/views/{id}", tag = "views", params(("id" = i64, Path)), request_body = ViewChange,
    responses((status = 204, description = "Changed")),
)]
pub async fn change_view(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(change): ApiJson<ViewChange>,
) -> Result<StatusCode, Problem> {
    let fields = change.fields.map(|fields| fields.read(&caller)).transpose()?;
    caller.write(ChangeView { id, fields, first: change.first }).await?;
    Ok(StatusCode::NO_CONTENT)
}
