//! The bytes of a file.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use desk::file;

use super::attach::FileBytes;
use crate::api::v1::{ApiPath, Caller, Problem};
use crate::app::App;
use crate::download::download;

/// The bytes of a file. The ETag is their SHA-256; a part is given to whoever asks for one by `Range`.
#[utoipa::path(
    get, path = "/files/{id}", tag = "files", params(("id" = i64, Path)),
    responses(
        (status = 200, body = FileBytes, content_type = "application/octet-stream"),
        (status = 206, description = "The part asked for", body = FileBytes, content_type = "application/octet-stream"),
        (status = 304, description = "The caller has them already"),
        (status = 416, description = "The part asked for lies beyond the end"),
    ),
)]
pub async fn file(
    State(app): State<App>,
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    asked: HeaderMap,
) -> Result<Response, Problem> {
    let (file, opened) =
        file::open(&app.desk, &caller.actor, id).await.map_err(|error| caller.told(error))?;
    let broken = |error: std::io::Error| caller.told(desk::Error::Broken(format!("file {id}: {error}")));
    download(&file, opened, &asked).await.map_err(broken)
}
