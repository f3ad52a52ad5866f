//! Changing a person's fields.

use axum::response::Response;
use desk::look::Of;
use desk::person::{EditPerson, PersonPage};
use serde::Serialize;
use utoipa::ToSchema;

use super::fields::Fields;
use crate::api::v1::patch::{Changed, Patch};
use crate::api::v1::{ApiPath, Caller, Problem};

/// The fields to change, and the version they were read in; what is left out stays.
#[derive(Serialize, ToSchema)]
pub struct PersonPatch {
    /// Not needed beside `If-Match`.
    #[schema(nullable = false)]
    pub version: Option<i64>,
    #[serde(flatten)]
    pub fields: Fields,
}

/// Changes fields of a person. A version that is no longer the newest is refused with what was
/// changed since: 412 `stale` for `If-Match`, 409 `stale` for `version`.
#[utoipa::path(
    patch, path = "/people/{id}", tag = "people",
    params(("id" = i64, Path)),
    request_body = PersonPatch,
    responses((status = 200, body = Changed)),
)]
pub async fn edit_person(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    patch: Patch,
) -> Result<Response, Problem> {
    let present = caller.read(PersonPage { id }).await?;
    let (seen, newest) = (patch.seen, present.person.version);
    let present = Fields::of(&present);
    let fields: Fields = patch.onto(&present)?;
    let written = caller.write(EditPerson { id, version: seen.version, fields: fields.into() }).await;
    seen.answer(&caller, Of::Person(id), newest, written).await
}
