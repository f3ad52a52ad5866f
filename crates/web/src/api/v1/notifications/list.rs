//! What the caller was told of.

use axum::Json;
use desk::look::Cursor;
use desk::notification::ListNotifications;
use jiff::Timestamp;
use sales::Fault;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::bounds::{Limit, Word};
use crate::api::v1::shared::{Link, Page, link};
use crate::api::v1::{Answer, ApiQuery, Caller};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default, deny_unknown_fields)]
pub struct NotificationQuery {
    /// The `next` of the page before.
    #[param(value_type = Option<Word>, inline)]
    pub after: Option<String>,
    /// 1 to 200.
    #[param(value_type = Option<Limit>, inline)]
    pub limit: Option<i64>,
}

/// A notification.
#[derive(Debug, Serialize, ToSchema)]
pub struct Notification {
    pub id: i64,
    /// Such as `assigned`.
    pub kind: String,
    pub deal: Option<Link>,
    /// What it tells, by its kind.
    #[schema(value_type = Object)]
    pub details: Value,
    pub created_at: Timestamp,
    pub read_at: Option<Timestamp>,
}

/// Lists the caller's notifications, newest first.
#[utoipa::path(
    get, path = "/notifications", tag = "notifications", params(NotificationQuery),
    responses((status = 200, body = Page<Notification>)),
)]
pub async fn list_notifications(
    caller: Caller,
    ApiQuery(query): ApiQuery<NotificationQuery>,
) -> Answer<Page<Notification>> {
    let limit = caller.limit(query.limit)?;
    let odd = |after: &String| caller.fault("after", Fault::Unknown { value: after.clone() });
    let before = query.after.as_ref().map(|after| after.parse().map_err(|_| odd(after))).transpose()?;
    let rows = caller.read(ListNotifications { before, limit }).await?;
    let is_full = rows.len() as i64 == limit;
    let next = rows.last().filter(|_| is_full).map(|row| Cursor(row.id.to_string()));
    let entries = rows.into_iter().map(|row| Notification {
        id: row.id,
        kind: row.kind,
        deal: link(row.deal_id, row.deal_name),
        details: serde_json::from_str(&row.body).unwrap_or_default(),
        created_at: row.created_at,
        read_at: row.read_at,
    });
    Ok(Json(Page::of(entries, next)))
}
