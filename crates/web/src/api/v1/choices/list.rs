//! Words of the maintained lists.

use axum::Json;
use desk::settings::ListChoices;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::bounds::ListKey;
use crate::api::v1::shared::Words;
use crate::api::v1::{Answer, ApiQuery, Caller};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default, deny_unknown_fields)]
pub struct ChoiceQuery {
    /// `activity-type`, `deal-type`, `source`, `reason` or `document-kind`; left out, all.
    #[param(value_type = Option<ListKey>, inline)]
    pub list: Option<String>,
}

/// A word of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Choice {
    pub id: i64,
    pub list: String,
    /// What records keep.
    pub key: String,
    pub title: Words,
    /// Offered no more since then.
    pub retired_at: Option<Timestamp>,
}

/// Lists the words of a list, or of all, each list in its order.
#[utoipa::path(get, path = "/choices", tag = "choices", params(ChoiceQuery), responses((status = 200, body = Vec<Choice>)))]
pub async fn list_choices(caller: Caller, ApiQuery(query): ApiQuery<ChoiceQuery>) -> Answer<Vec<Choice>> {
    let rows = caller.read(ListChoices { list: query.list }).await?.into_iter();
    let choice = rows.map(|row| Choice {
        id: row.id,
        title: row.words().into(),
        list: row.list,
        key: row.key,
        retired_at: row.retired_at,
    });
    Ok(Json(choice.collect()))
}
