//! Putting many deals away.

use desk::bulk::Change;

use super::carry::{ManyChanged, ManyDeals};
use crate::api::v1::{Answer, ApiJson, Caller};

/// Puts many deals away, each by itself. One act takes all of it back (`Dealwright-Act`).
#[utoipa::path(
    post, path = "/deals/bulk/archive", tag = "deals", request_body = ManyDeals,
    responses((status = 200, body = ManyChanged)),
)]
pub async fn archive_many(caller: Caller, ApiJson(many): ApiJson<ManyDeals>) -> Answer<ManyChanged> {
    many.undergo(Change::Archive, &caller).await
}
