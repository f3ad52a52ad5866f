//! The files of a record.

use axum::Json;
use desk::file::{FilesOf, ListedFile};
use desk::look::{Cursor, Of};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::bounds::{Limit, Word};
use crate::api::v1::shared::{Link, Page, link};
use crate::api::v1::{Answer, Caller};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct FilesQuery {
    /// The `next` of the page before.
    #[param(value_type = Option<Word>, inline)]
    pub after: Option<String>,
    /// 1 to 200.
    #[param(value_type = Option<Limit>, inline)]
    pub limit: Option<i64>,
}

/// A file of a record. `GET /files/{id}` gives its bytes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = File)]
pub struct FileEntry {
    pub id: i64,
    pub name: String,
    /// The media type that its first bytes tell, whatever it is called.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the bytes, in hexadecimals.
    pub sha256: String,
    /// Which paper it is: a key of the list `document-kind`.
    pub document: Option<String>,
    pub signed: bool,
    pub attached_at: Timestamp,
    /// Null for the server itself.
    pub attached_by: Option<Link>,
}

impl From<ListedFile> for FileEntry {
    fn from(file: ListedFile) -> FileEntry {
        FileEntry {
            id: file.id,
            name: file.name,
            media_type: file.kind,
            size: file.size,
            sha256: file.hash,
            document: Some(file.document).filter(|key| !key.is_empty()),
            signed: file.signed,
            attached_at: file.created_at,
            attached_by: link(file.created_by, file.member_name),
        }
    }
}

/// Reads a page of a record's files.
pub async fn read(caller: &Caller, of: Of, query: FilesQuery) -> Answer<Page<FileEntry>> {
    let limit = caller.limit(query.limit)?;
    let seen = caller.read(FilesOf { of, after: query.after.map(Cursor), limit }).await?;
    Ok(Json(Page::of(seen.files, seen.next)))
}
