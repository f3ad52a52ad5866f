//! Moving many deals to a stage.

use desk::bulk::Change;
use serde::Deserialize;
use utoipa::ToSchema;

use super::carry::{ManyChanged, ManyDeals};
use crate::api::v1::activities::ActivityFields;
use crate::api::v1::bounds::{ManyIds, Word};
use crate::api::v1::{Answer, ApiJson, Caller};

/// Deals and the stage to move them to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveMany {
    /// 1 to 1,000.
    #[schema(value_type = ManyIds)]
    pub deals: Vec<i64>,
    /// Only tells what would come of it.
    #[serde(default)]
    pub trial: bool,
    /// Its key.
    #[schema(value_type = Word)]
    pub stage: String,
    /// Planned for each of them.
    #[serde(default)]
    pub next_steps: Vec<ActivityFields>,
}

/// Moves many deals, each by the move of its process that leads to the stage, with the same needs as alone: what the
/// process refuses is told under `kept` with its findings. One act takes all of it back (`Dealwright-Act`).
#[utoipa::path(
    post, path = "/deals/bulk/moves", tag = "deals", request_body = MoveMany,
    responses((status = 200, body = ManyChanged)),
)]
pub async fn move_many(caller: Caller, ApiJson(many): ApiJson<MoveMany>) -> Answer<ManyChanged> {
    let MoveMany { deals, trial, stage, next_steps } = many;
    let next_steps = next_steps.into_iter().map(Into::into).collect();
    ManyDeals { deals, trial }.undergo(Change::Move { stage, next_steps }, &caller).await
}
