//! A further day.

use axum::response::Response;
use desk::settings::AddHoliday;
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::Name;
use crate::api::v1::shared::{Made, made};
use crate::api::v1::{ApiJson, Caller, Problem};

/// A day on which nobody works.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHoliday {
    pub day: Date,
    #[schema(value_type = Name)]
    pub title: String,
}

/// Adds a holiday, for administrators.
#[utoipa::path(
    post, path = "/holidays", tag = "holidays", request_body = NewHoliday, responses((status = 201, body = Made)),
)]
pub async fn add_holiday(caller: Caller, ApiJson(new): ApiJson<NewHoliday>) -> Result<Response, Problem> {
    Ok(made(caller.write(AddHoliday { day: new.day, title: new.title }).await?))
}
