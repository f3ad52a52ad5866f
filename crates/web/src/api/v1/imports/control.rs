//! Starting an import, stopping it, taking it back.

use axum::http::StatusCode;
use desk::import::{CancelImport, StartImport, UndoImport};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// Starts a draft. The server goes on with it; `GET /imports/{id}` says how far it is.
#[utoipa::path(
    post, path = "/imports/{id}/start", tag = "imports", params(("id" = i64, Path)),
    responses((status = 202, description = "Running")),
)]
pub async fn start_import(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(StartImport { id }).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Stops an import where it is; what it has brought stays until it is undone.
#[utoipa::path(
    post, path = "/imports/{id}/cancel", tag = "imports", params(("id" = i64, Path)),
    responses((status = 204, description = "Stopped")),
)]
pub async fn cancel_import(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<StatusCode, Problem> {
    caller.write(CancelImport { id }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How an import is taken back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Undo {
    /// Records that somebody touched since go too, save those that others need.
    pub force: bool,
}

/// Takes an import back whole. The server goes on with it.
#[utoipa::path(
    post, path = "/imports/{id}/undo", tag = "imports", params(("id" = i64, Path)), request_body = Undo,
    responses((status = 202, description = "Being undone")),
)]
pub async fn undo_import(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(undo): ApiJson<Undo>,
) -> Result<StatusCode, Problem> {
    caller.write(UndoImport { id, force: undo.force }).await?;
    Ok(StatusCode::ACCEPTED)
}
