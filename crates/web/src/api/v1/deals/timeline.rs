//! What happened to a deal.

use desk::look::Of;

use crate::api::v1::shared::Page;
use crate::api::v1::timeline::{Entry, TimelineQuery, read};
use crate::api::v1::{Answer, ApiPath, ApiQuery, Caller};

/// Everything that happened to a deal, newest first.
#[utoipa::path(
    get, path = "/deals/{id}/timeline", tag = "deals", params(("id" = i64, Path), TimelineQuery),
    responses((status = 200, body = Page<Entry>)),
)]
pub async fn deal_timeline(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiQuery(query): ApiQuery<TimelineQuery>,
) -> Answer<Page<Entry>> {
    read(&caller, Of::Deal(id), query).await
}
