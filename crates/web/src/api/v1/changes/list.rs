//! The change feed by cursor.

use axum::Json;
use desk::look::{ChangeFeed, ChangesFed, Cursor};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::bounds::{Limit, Word};
use crate::api::v1::timeline::Entry;
use crate::api::v1::{Answer, ApiQuery, Caller};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default, deny_unknown_fields)]
pub struct ChangesQuery {
    /// The `next` of the part before; left out, the feed begins with the first event there is.
    #[param(value_type = Option<Word>, inline)]
    pub after: Option<String>,
    /// 1 to 200.
    #[param(value_type = Option<Limit>, inline)]
    pub limit: Option<i64>,
}

/// A part of the feed, the oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Changes {
    pub items: Vec<Entry>,
    /// Give it back as `after` to read on, now or later. It is there at the end, too.
    pub next: String,
    /// There may be more to be read now; a part may be empty all the same.
    pub more: bool,
}

impl From<ChangesFed> for Changes {
    fn from(fed: ChangesFed) -> Changes {
        let items = fed.entries.into_iter().map(Entry::from).collect();
        Changes { items, next: fed.next.0, more: fed.is_more }
    }
}

/// Follows what happens to all records within reach: nothing is left out, nothing comes twice, whoever commits first.
#[utoipa::path(
    get, path = "/changes", tag = "changes", params(ChangesQuery), responses((status = 200, body = Changes)),
)]
pub async fn list_changes(caller: Caller, ApiQuery(query): ApiQuery<ChangesQuery>) -> Answer<Changes> {
    let look = ChangeFeed { after: query.after.map(Cursor), limit: caller.limit(query.limit)? };
    let fed = caller.read(look).await?;
    Ok(Json(Changes::from(fed)))
}
