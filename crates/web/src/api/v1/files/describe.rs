//! Saying which paper a file is.

use axum::http::StatusCode;
use desk::file::{DescribeFile, Paper};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::Key;
use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// What a file is as a paper.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperFields {
    /// A key of the list `document-kind`; null for a file that is no paper.
    #[schema(value_type = Option<Key>)]
    pub document: Option<String>,
    #[serde(default)]
    pub signed: bool,
}

/// Says which paper a file is, and whether it is signed. Processes ask for papers.
#[utoipa::path(
    put, path = "/files/{id}/paper", tag = "files", params(("id" = i64, Path)), request_body = PaperFields,
    responses((status = 204, description = "Kept")),
)]
pub async fn describe_file(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(body): ApiJson<PaperFields>,
) -> Result<StatusCode, Problem> {
    let paper = Paper { document: body.document, signed: body.signed };
    caller.write(DescribeFile { id, paper }).await?;
    Ok(StatusCode::NO_CONTENT)
}
