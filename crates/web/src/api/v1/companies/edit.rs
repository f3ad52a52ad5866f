//! Changing a company's fields.

use axum::response::Response;
use desk::company::{CompanyPage, EditCompany};
use serde::Serialize;
use utoipa::ToSchema;

use super::fields::Fields;
use crate::api::v1::patch::{Changed, Patch, changed};
use crate::api::v1::{ApiPath, Caller, Problem};

/// The fields to change, and the version they were read in; what is left out stays.
#[derive(Serialize, ToSchema)]
pub struct CompanyPatch {
    /// Not needed beside `If-Match`.
    pub version: Option<i64>,
    #[serde(flatten)]
    pub fields: Fields,
}

/// Changes fields of a company. A version that is no longer the newest is refused (409 `stale`).
#[utoipa::path(
    patch, path = "/companies/{id}", tag = "companies",
    params(("id" = i64, Path), ("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    request_body = CompanyPatch,
    responses((status = 200, body = Changed)),
)]
pub async fn edit_company(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    patch: Patch,
) -> Result<Response, Problem> {
    let present = Fields::of(&caller.read(CompanyPage { id }).await?);
    let version = patch.version;
    let fields: Fields = patch.onto(&present)?;
    Ok(changed(caller.write(EditCompany { id, version, fields: fields.into() }).await?))
}
