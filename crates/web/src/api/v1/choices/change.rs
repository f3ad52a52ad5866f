//! Renaming a word, and putting a list in order.

use axum::http::StatusCode;
use desk::settings::{RenameChoice, ReorderChoices};
use serde::Deserialize;
use utoipa::ToSchema;

use super::create::Title;
use crate::api::v1::bounds::ListKey;
use crate::api::v1::{ApiJson, ApiPath, Caller, Problem};

/// What a word shall read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoiceTitle {
    pub title: Title,
}

/// The order of a list.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOrder {
    /// `activity-type`, `deal-type`, `source`, `reason` or `document-kind`.
    #[schema(value_type = ListKey)]
    pub list: String,
    /// Words that come first; what is left out follows as it was.
    pub ids: Vec<i64>,
}

/// Changes what a word reads, for administrators; its key stays.
#[utoipa::path(
    put, path = "/choices/{id}", tag = "choices", params(("id" = i64, Path)), request_body = ChoiceTitle,
    responses((status = 204, description = "Changed")),
)]
pub async fn rename_choice(
    caller: Caller,
    ApiPath(id): ApiPath<i64>,
    ApiJson(choice): ApiJson<ChoiceTitle>,
) -> Result<StatusCode, Problem> {
    caller.write(RenameChoice { id, title: choice.title.into() }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Puts a list in order, for administrators.
#[utoipa::path(
    put, path = "/choices/order", tag = "choices", request_body = ChoiceOrder,
    responses((status = 204, description = "Changed")),
)]
pub async fn order_choices(
    caller: Caller,
    ApiJson(order): ApiJson<ChoiceOrder>,
) -> Result<StatusCode, Problem> {
    caller.write(ReorderChoices { list: order.list, ids: order.ids }).await?;
    Ok(StatusCode::NO_CONTENT)
}
