//! Changing a company's fields.

use axum::response::Response;
use desk::company::{CompanyPage, EditCompany};
use desk::look::Of;
use serde::Serialize;
use utoipa::ToSchema;

use super::fields::Fields;
use crate::api::v1::patch::{Changed, Patch};
use crate::api::v1::{ApiPath, Caller, Problem};

/// The fields to change, and the version they were read in; what is left out stays.
#[derive(Serialize, ToSchema)]
pub struct CompanyPatch {
    /// Not needed beside `If-Match`.
    #[schema(nullable = false)]
    pub version: Option<i64>,
    #[serde(flatten)]
    pub fields: Fields,
}

/// Changes fields of a company. A version that is no longer the newest is refused with what was
/// changed since: 412 `stale` for `If-Match`, 409 `stale` for `version`.
#[utoipa::path(
    patch, path = "/companies/{id}", tag = "companies",
    params(("id" = i64, Path)),
    request_body = CompanyPatch,
    responses((status = 200, body = Changed)),
)]
pub async fn edit_company(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    patch: Patch,
) -> Result<Response, Problem> {
    let present = caller.read(CompanyPage { id }).await?;
    let (seen, newest) = (patch.seen, present.company.version);
    let present = Fields::of(&present);
    let fields: Fields = patch.onto(&present)?;
    let written = caller.write(EditCompany { id, version: seen.version, fields: fields.into() }).await;
    seen.answer(&caller, Of::Company(id), newest, written).await
}
