//! Counts and sums of deals by one of their properties.

use axum::Json;
use desk::look::{Summary, SummaryBy};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::{Answer, ApiQuery, Caller};

/// The property.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum By {
    Stage,
    Status,
    Owner,
    Type,
    Product,
    MonthClosed,
    QuarterClosed,
}

/// A result.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Open,
    Won,
    Lost,
    Closed,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SummaryQuery {
    #[param(inline)]
    pub by: By,
    /// Only deals of this status.
    #[param(inline)]
    pub status: Option<Status>,
}

/// The deals that share a key.
#[derive(Debug, Serialize, ToSchema)]
pub struct Group {
    /// A stage's or type's key, a status, an owner's or product's name, `2017-03` or `2017-Q1`; null for deals without one.
    pub key: Option<String>,
    pub count: i64,
    pub amounts: Vec<Amount>,
}

/// A sum in minor units.
#[derive(Debug, Serialize, ToSchema)]
pub struct Amount {
    pub currency: String,
    pub minor: i64,
}

/// Counts the unarchived deals within reach and adds up their one-off amounts.
#[utoipa::path(
    get, path = "/deals/summary", tag = "deals", params(SummaryQuery),
    responses((status = 200, body = Vec<Group>)),
)]
pub async fn deal_summary(caller: Caller, ApiQuery(query): ApiQuery<SummaryQuery>) -> Answer<Vec<Group>> {
    let by = match query.by {
        By::Stage => SummaryBy::Stage,
        By::Status => SummaryBy::Status,
        By::Owner => SummaryBy::Owner,
        By::Type => SummaryBy::Type,
        By::Product => SummaryBy::Product,
        By::MonthClosed => SummaryBy::MonthClosed,
        By::QuarterClosed => SummaryBy::QuarterClosed,
    };
    let status = query.status.map(|status| match status {
        Status::Open => "open",
        Status::Won => "won",
        Status::Lost => "lost",
        Status::Closed => "closed",
    });
    let groups = caller.read_slowly(Summary { by, status: status.map(str::to_owned) }).await?;
    Ok(Json(groups.into_iter().map(Group::from).collect()))
}

impl From<desk::look::Group> for Group {
    fn from(group: desk::look::Group) -> Group {
        let amount = |amount: desk::look::Amount| Amount { currency: amount.currency, minor: amount.minor };
        Group { key: group.key, count: group.count, amounts: group.amounts.into_iter().map(amount).collect() }
    }
}
