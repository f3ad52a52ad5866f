//! Companies within reach, page by page.

use axum::Json;
use desk::company::{ListCompanies, SortBy};
use desk::look::Cursor;
use sales::Fault;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::bounds::{CompanyOrder, Limit, Word};
use crate::api::v1::shared::{Link, Page, link};
use crate::api::v1::{Answer, ApiQuery, Caller, Problem};

/// What companies are ordered by.
pub const ORDERS: [(&str, SortBy); 4] = [
    ("name", SortBy::Name),
    ("created", SortBy::Created),
    ("employees", SortBy::Employees),
    ("revenue", SortBy::Revenue),
];

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default, deny_unknown_fields)]
pub struct CompanyQuery {
    /// The beginning of a name.
    #[param(value_type = Option<Word>, inline)]
    pub q: Option<String>,
    /// Id of a member.
    pub owner: Option<i64>,
    /// Archived companies alone.
    #[param(value_type = Option<bool>)]
    pub archived: bool,
    /// `name`, `created`, `employees` or `revenue`; `name` where nothing is said.
    #[param(value_type = Option<CompanyOrder>, inline)]
    pub sort: Option<String>,
    #[param(value_type = Option<bool>)]
    pub desc: bool,
    /// The `next` of the page before.
    #[param(value_type = Option<Word>, inline)]
    pub after: Option<String>,
    /// 1 to 200.
    #[param(value_type = Option<Limit>, inline)]
    pub limit: Option<i64>,
}

/// A company in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyEntry {
    pub id: i64,
    pub name: String,
    pub industry: Option<String>,
    pub employees: Option<i64>,
    pub parent_name: Option<String>,
    pub owner: Option<Link>,
    pub open_deals: i64,
}

/// Lists companies.
#[utoipa::path(
    get, path = "/companies", tag = "companies", params(CompanyQuery),
    responses((status = 200, body = Page<CompanyEntry>)),
)]
pub async fn list_companies(
    caller: Caller,
    ApiQuery(query): ApiQuery<CompanyQuery>,
) -> Answer<Page<CompanyEntry>> {
    let look = ListCompanies {
        text: query.q.unwrap_or_default(),
        owner: query.owner,
        archived: query.archived,
        sort: sort(query.sort.as_deref(), &caller)?,
        desc: query.desc,
        limit: caller.limit(query.limit)?,
        after: query.after.map(Cursor),
    };
    let page = caller.read(look).await?;
    let entries = page.rows.into_iter().map(|row| CompanyEntry {
        id: row.id,
        name: row.name,
        industry: row.industry,
        employees: row.employees,
        parent_name: row.parent_name,
        owner: link(row.owner_id, row.owner_name),
        open_deals: row.open_deals,
    });
    Ok(Json(Page::of(entries, page.next)))
}

fn sort(asked: Option<&str>, caller: &Caller) -> Result<SortBy, Problem> {
    let Some(asked) = asked else { return Ok(SortBy::Name) };
    let found = ORDERS.into_iter().find(|(key, _)| *key == asked);
    found
        .map(|(_, sort)| sort)
        .ok_or_else(|| caller.fault("sort", Fault::Unknown { value: asked.to_owned() }))
}
