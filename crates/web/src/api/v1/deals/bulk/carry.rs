//! Which deals are meant, and what came of it.

use axum::Json;
use desk::bulk::{Change, ChangeMany, MOST, Outcome};
use sales::Fault;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::v1::bounds::ManyIds;
use crate::api::v1::problem::ProblemBody;
use crate::api::v1::{Answer, Caller};

/// The deals that are meant, and whether it is done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ManyDeals {
    /// 1 to 1,000.
    #[schema(value_type = ManyIds)]
    pub deals: Vec<i64>,
    /// Only tells what would come of it.
    #[serde(default)]
    pub trial: bool,
}

/// What came of it, or would.
#[derive(Debug, Serialize, ToSchema)]
pub struct ManyChanged {
    pub changed: usize,
    /// Deals that stood so already.
    pub same: usize,
    /// Deals that stay as they are.
    pub kept: Vec<KeptDeal>,
}

/// A deal that stays as it is, and why.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeptDeal {
    pub deal: i64,
    /// Null where the deal is out of reach.
    pub name: Option<String>,
    pub problem: ProblemBody,
}

impl ManyDeals {
    /// Carries a change out on them, or tries it.
    pub async fn undergo(self, change: Change, caller: &Caller) -> Answer<ManyChanged> {
        if self.deals.is_empty() || self.deals.len() > MOST {
            return Err(caller.fault("deals", Fault::Unknown { value: self.deals.len().to_string() }));
        }
        let outcome = caller.change_many(ChangeMany { deals: self.deals, change }, self.trial).await?;
        let Outcome { changed, same, kept, .. } = outcome;
        let kept = kept.into_iter().map(|kept| KeptDeal {
            deal: kept.deal,
            name: kept.name,
            problem: caller.told(kept.why).into_body(),
        });
        Ok(Json(ManyChanged { changed, same, kept: kept.collect() }))
    }
}
