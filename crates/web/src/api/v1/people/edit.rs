//! Changing a person's fields.

use axum::response::Response;
use desk::person::{EditPerson, PersonPage};
use serde::Serialize;
use utoipa::ToSchema;

use super::fields::Fields;
use crate::api::v1::patch::{Changed, Patch, changed};
use crate::api::v1::{ApiPath, Caller, Problem};

/// The fields to change, and the version they were read in; what is left out stays.
#[derive(Serialize, ToSchema)]
pub struct PersonPatch {
    /// Not needed beside `If-Match`.
    pub version: Option<i64>,
    #[serde(flatten)]
    pub fields: Fields,
}

/// Changes fields of a person. A version that is no longer the newest is refused (409 `stale`).
#[utoipa::path(
    patch, path = "/people/{id}", tag = "people",
    params(("id" = i64, Path), ("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    request_body = PersonPatch,
    responses((status = 200, body = Changed)),
)]
pub async fn edit_person(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    patch: Patch,
) -> Result<Response, Problem> {
    let present = Fields::of(&caller.read(PersonPage { id }).await?);
    let version = patch.version;
    let fields: Fields = patch.onto(&present)?;
    Ok(changed(caller.write(EditPerson { id, version, fields: fields.into() }).await?))
}
