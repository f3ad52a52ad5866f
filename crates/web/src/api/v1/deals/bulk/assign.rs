//! Giving many deals to a member.

use desk::bulk::Change;
use serde::Deserialize;
use utoipa::ToSchema;

use super::carry::{ManyChanged, ManyDeals};
use crate::api::v1::bounds::ManyIds;
use crate::api::v1::{Answer, ApiJson, Caller};

/// Deals and their new owner.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignMany {
    /// 1 to 1,000.
    #[schema(value_type = ManyIds)]
    pub deals: Vec<i64>,
    /// Only tells what would come of it.
    #[serde(default)]
    pub trial: bool,
    pub owner_id: i64,
}

/// Gives many deals to a member. Each goes by itself: what one deal refuses keeps no other, and is told under `kept`.
/// One act takes all of it back (`Dealwright-Act`).
#[utoipa::path(
    post, path = "/deals/bulk/owner", tag = "deals", request_body = AssignMany,
    responses((status = 200, body = ManyChanged)),
)]
pub async fn assign_many(caller: Caller, ApiJson(many): ApiJson<AssignMany>) -> Answer<ManyChanged> {
    let AssignMany { deals, trial, owner_id } = many;
    ManyDeals { deals, trial }.undergo(Change::Assign { to: owner_id }, &caller).await
}
