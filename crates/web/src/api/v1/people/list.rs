//! People within reach, page by page.

use axum::Json;
use desk::look::Cursor;
use desk::person::ListPeople;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::bounds::{Limit, Word};
use crate::api::v1::shared::{Link, Page, link};
use crate::api::v1::{Answer, ApiQuery, Caller};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default, deny_unknown_fields)]
pub struct PersonQuery {
    /// The beginning of a name.
    #[param(value_type = Option<Word>, inline)]
    pub q: Option<String>,
    /// Id of a member.
    pub owner: Option<i64>,
    /// Archived people alone.
    #[param(value_type = Option<bool>)]
    pub archived: bool,
    /// The newest first, not by name.
    #[param(value_type = Option<bool>)]
    pub newest: bool,
    /// The `next` of the page before.
    #[param(value_type = Option<Word>, inline)]
    pub after: Option<String>,
    /// 1 to 200.
    #[param(value_type = Option<Limit>, inline)]
    pub limit: Option<i64>,
}

/// A person in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonEntry {
    pub id: i64,
    pub name: String,
    pub mails: Vec<String>,
    pub phones: Vec<String>,
    pub company: Option<Link>,
    /// At the company.
    pub role: Option<String>,
    pub owner_name: Option<String>,
}

/// Lists people.
#[utoipa::path(
    get, path = "/people", tag = "people", params(PersonQuery), responses((status = 200, body = Page<PersonEntry>)),
)]
pub async fn list_people(
    caller: Caller,
    ApiQuery(query): ApiQuery<PersonQuery>,
) -> Answer<Page<PersonEntry>> {
    let look = ListPeople {
        text: query.q.unwrap_or_default(),
        owner: query.owner,
        archived: query.archived,
        newest: query.newest,
        limit: caller.limit(query.limit)?,
        after: query.after.map(Cursor),
    };
    let page = caller.read(look).await?;
    let lines = |text: &str| text.lines().map(str::to_owned).collect();
    let entries = page.rows.into_iter().map(|row| PersonEntry {
        id: row.id,
        name: row.name,
        mails: lines(&row.mails),
        phones: lines(&row.phones),
        company: link(row.company_id, row.company_name),
        role: row.role,
        owner_name: row.owner_name,
    });
    Ok(Json(Page::of(entries, page.next)))
}
