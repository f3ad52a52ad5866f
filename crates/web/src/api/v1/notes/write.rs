//! Writing a note on a record.

use axum::response::Response;
use desk::note::WriteNote;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::activities::On;
use crate::api::v1::bounds::Body;
use crate::api::v1::shared::{Made, made};
use crate::api::v1::{ApiJson, Caller, Problem};

/// A note to write.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewNote {
    pub on: On,
    #[schema(value_type = Body)]
    pub body: String,
}

/// Writes a note; it stands in the record's timeline.
#[utoipa::path(post, path = "/notes", tag = "notes", request_body = NewNote, responses((status = 201, body = Made)))]
pub async fn write_note(caller: Caller, ApiJson(new): ApiJson<NewNote>) -> Result<Response, Problem> {
    Ok(made(caller.write(WriteNote::from(new)).await?))
}

impl From<NewNote> for WriteNote {
    fn from(new: NewNote) -> WriteNote {
        WriteNote { on: On::subject(Some(new.on)), body: new.body }
    }
}
