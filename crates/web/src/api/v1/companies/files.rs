//! The files of a company.

use axum::extract::{Request, State};
use axum::response::Response;
use desk::look::Of;

use crate::api::v1::files::{FileBytes, FileEntry, FileName, FilesQuery, attach, read};
use crate::api::v1::shared::{Made, Page};
use crate::api::v1::{Answer, ApiPath, ApiQuery, Caller, Problem};
use crate::app::App;

/// Lists the files of a company, newest first.
#[utoipa::path(
    get, path = "/companies/{id}/files", tag = "files", params(("id" = i64, Path), FilesQuery),
    responses((status = 200, body = Page<FileEntry>)),
)]
pub async fn company_files(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiQuery(query): ApiQuery<FilesQuery>,
) -> Answer<Page<FileEntry>> {
    read(&caller, Of::Company(id), query).await
}

/// Attaches a file to a company: the body is its bytes.
#[utoipa::path(
    post, path = "/companies/{id}/files", tag = "files", params(("id" = i64, Path), FileName),
    request_body(content = FileBytes, content_type = "application/octet-stream"),
    responses((status = 201, body = Made)),
)]
pub async fn attach_to_company(
    app: State<App>,
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiQuery(named): ApiQuery<FileName>,
    request: Request,
) -> Result<Response, Problem> {
    attach(app, caller, Of::Company(id), named, request).await
}
