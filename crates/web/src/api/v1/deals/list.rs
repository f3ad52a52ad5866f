//! Deals within reach, page by page.

use axum::Json;
use desk::look::{Cursor, DealList, Sort};
use sales::Fault;
use serde::Serialize;
use utoipa::ToSchema;

use super::DealEntry;
use super::filter::DealQuery;
use crate::api::v1::shared::CurrencyTotal;
use crate::api::v1::{Answer, ApiQuery, Caller};

/// One page of deals.
#[derive(Debug, Serialize, ToSchema)]
pub struct DealPage {
    pub items: Vec<DealEntry>,
    /// Give it back as `after` to read on; null at the end.
    pub next: Option<String>,
    /// Count and sums of the whole list; null where more is asked than owner, team, process, stage and status.
    pub totals: Option<Vec<CurrencyTotal>>,
}

/// Lists deals.
#[utoipa::path(get, path = "/deals", tag = "deals", params(DealQuery), responses((status = 200, body = DealPage)))]
pub async fn list_deals(caller: Caller, ApiQuery(query): ApiQuery<DealQuery>) -> Answer<DealPage> {
    let sort = query.sort.as_deref().unwrap_or(Sort::Created.key());
    let sort =
        Sort::parse(sort).ok_or_else(|| caller.fault("sort", Fault::Unknown { value: sort.to_owned() }))?;
    let look = DealList {
        filter: query.filter(&caller)?,
        sort,
        desc: query.desc,
        limit: caller.limit(query.limit)?,
        after: query.after.map(Cursor),
    };
    let page = caller.read(look).await?;
    Ok(Json(DealPage {
        items: page.deals.into_iter().map(DealEntry::from).collect(),
        next: page.next.map(|cursor| cursor.0),
        totals: page.totals.map(|totals| totals.into_iter().map(CurrencyTotal::from).collect()),
    }))
}
