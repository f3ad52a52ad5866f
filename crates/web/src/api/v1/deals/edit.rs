//! Changing a deal's fields.

use axum::response::Response;
use desk::deal::EditDeal;
use desk::look::DealPage;
use sales::Fault;
use serde::Serialize;
use utoipa::ToSchema;

use super::fields::Fields;
use crate::api::v1::patch::{Changed, Patch, changed};
use crate::api::v1::{ApiPath, Caller, Problem};

/// The fields to change, and the version they were read in; what is left out stays.
#[derive(Serialize, ToSchema)]
pub struct DealPatch {
    /// Not needed beside `If-Match`.
    pub version: Option<i64>,
    #[serde(flatten)]
    pub fields: Fields,
}

/// Changes fields of a deal. A version that is no longer the newest is refused (409 `stale`).
#[utoipa::path(
    patch, path = "/deals/{id}", tag = "deals",
    params(("id" = i64, Path), ("If-Match" = Option<String>, Header, description = "The ETag that was read")),
    request_body = DealPatch,
    responses((status = 200, body = Changed)),
)]
pub async fn edit_deal(caller: Caller, ApiPath(id): ApiPath<i64>, patch: Patch) -> Result<Response, Problem> {
    let present = Fields::of(&caller.read(DealPage { id }).await?);
    let version = patch.version;
    let fields: Fields = patch.onto(&present)?;
    if fields.owner_id != present.owner_id {
        let value = "PUT /deals/{id}/owner".to_owned();
        return Err(caller.fault("owner_id", Fault::Unknown { value }));
    }
    let version = caller.write(EditDeal { id, version, fields: fields.into() }).await?;
    Ok(changed(version))
}
