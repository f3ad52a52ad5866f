//! The files of a person.

use axum::extract::{Request, State};
use axum::response::Response;
use desk::look::Of;

use crate::api::v1::files::{FileBytes, FileEntry, FileName, FilesQuery, attach, read};
use crate::api::v1::shared::{Made, Page};
use crate::api::v1::{Answer, ApiPath, ApiQuery, Caller, Problem};
use crate::app::App;

/// Lists the files of a person, newest first.
#[utoipa::path(
    get, path = "/people/{id}/files", tag = "files", params(("id" = i64, Path), FilesQuery),
    responses((status = 200, body = Page<FileEntry>)),
)]
pub async fn person_files(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiQuery(query): ApiQuery<FilesQuery>,
) -> Answer<Page<FileEntry>> {
    read(&caller, Of::Person(id), query).await
}

/// Attaches a file to a person: the body is its bytes.
#[utoipa::path(
    post, path = "/people/{id}/files", tag = "files", params(("id" = i64, Path), FileName),
    request_body(content = FileBytes, content_type = "application/octet-stream"),
    responses((status = 201, body = Made)),
)]
pub async fn attach_to_person(
    app: State<App>,
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiQuery(named): ApiQuery<FileName>,
    request: Request,
) -> Result<Response, Problem> {
    attach(app, caller, Of::Person(id), named, request).await
}
