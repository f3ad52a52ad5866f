//! One import.

use axum::Json;
use desk::import::ImportPage;

use super::entry::Import;
use crate::api::v1::{Answer, ApiPath, Caller};

/// Looks at an import and how far it is.
#[utoipa::path(
    get, path = "/imports/{id}", tag = "imports", params(("id" = i64, Path)), responses((status = 200, body = Import)),
)]
pub async fn import(caller: Caller, ApiPath(id): ApiPath<i64>) -> Answer<Import> {
    Ok(Json(Import::from(caller.read(ImportPage { id }).await?)))
}
