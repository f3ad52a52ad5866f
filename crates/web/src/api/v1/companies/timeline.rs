//! What happened to a company.

use desk::look::Of;

use crate::api::v1::shared::Page;
use crate::api::v1::timeline::{Entry, TimelineQuery, read};
use crate::api::v1::{Answer, ApiPath, ApiQuery, Caller};

/// Everything that happened to a company, newest first.
#[utoipa::path(
    get, path = "/companies/{id}/timeline", tag = "companies", params(("id" = i64, Path), TimelineQuery),
    responses((status = 200, body = Page<Entry>)),
)]
pub async fn company_timeline(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiQuery(query): ApiQuery<TimelineQuery>,
) -> Answer<Page<Entry>> {
    read(&caller, Of::Company(id), query).await
}
