//! Activities within reach, page by page.

use axum::Json;
use desk::look::{ActivityList, ListedActivity};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::shared::{Link, Page, link};
use crate::api::v1::work::WorkQuery;
use crate::api::v1::{Answer, ApiQuery, Caller};

/// An activity in a list, with what it is for.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActivityEntry {
    pub id: i64,
    #[serde(rename = "type")]
    pub kind: String,
    pub subject: String,
    pub words: String,
    pub owner: Link,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub done_at: Option<Timestamp>,
    pub outcome: Option<String>,
    pub findings: String,
    /// How often it was put off.
    pub postponed: i64,
    pub deal: Option<Link>,
    pub company: Option<Link>,
    pub person: Option<Link>,
}

impl From<ListedActivity> for ActivityEntry {
    fn from(row: ListedActivity) -> ActivityEntry {
        ActivityEntry {
            id: row.id,
            kind: row.kind,
            subject: row.subject,
            words: row.words,
            owner: Link { id: row.owner_id, name: row.owner_name },
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            done_at: row.done_at,
            outcome: row.outcome,
            findings: row.findings,
            postponed: row.postponed,
            deal: link(row.deal_id, row.deal_name),
            company: link(row.company_id, row.company_name),
            person: link(row.person_id, row.person_name),
        }
    }
}

/// Lists activities by their start.
#[utoipa::path(
    get, path = "/activities", tag = "activities", params(WorkQuery),
    responses((status = 200, body = Page<ActivityEntry>)),
)]
pub async fn list_activities(
    caller: Caller,
    ApiQuery(query): ApiQuery<WorkQuery>,
) -> Answer<Page<ActivityEntry>> {
    let page = caller.read(ActivityList(query.asked(&caller)?)).await?;
    Ok(Json(Page::of(page.rows, page.next)))
}
