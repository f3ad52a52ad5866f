//! Changing a deal's fields.

use axum::response::Response;
use desk::deal::EditDeal;
use desk::look::{DealPage, Of};
use sales::Fault;
use serde::Serialize;
use utoipa::ToSchema;

use super::fields::Fields;
use crate::api::v1::patch::{Changed, Patch};
use crate::api::v1::{ApiPath, Caller, Problem};

/// The fields to change, and the version they were read in; what is left out stays.
#[derive(Serialize, ToSchema)]
pub struct DealPatch {
    /// Not needed beside `If-Match`.
    #[schema(nullable = false)]
    pub version: Option<i64>,
    #[serde(flatten)]
    pub fields: Fields,
}

/// Changes fields of a deal. A version that is no longer the newest is refused with what was
/// changed since: 412 `stale` for `If-Match`, 409 `stale` for `version`.
#[utoipa::path(
    patch, path = "/deals/{id}", tag = "deals",
    params(("id" = i64, Path)),
    request_body = DealPatch,
    responses((status = 200, body = Changed)),
)]
pub async fn edit_deal(caller: Caller, ApiPath(id): ApiPath<i64>, patch: Patch) -> Result<Response, Problem> {
    let present = caller.read(DealPage { id }).await?;
    let (seen, newest) = (patch.seen, present.deal.version);
    let present = Fields::of(&present);
    let fields: Fields = patch.onto(&present)?;
    if fields.owner_id != present.owner_id {
        let value = "PUT /deals/{id}/owner".to_owned();
        return Err(caller.fault("owner_id", Fault::Unknown { value }));
    }
    let written = caller.write(EditDeal { id, version: seen.version, fields: fields.into() }).await;
    seen.answer(&caller, Of::Deal(id), newest, written).await
}
