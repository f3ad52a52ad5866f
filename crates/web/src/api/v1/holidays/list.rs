//! The days there are.

use axum::Json;
use desk::settings::ListHolidays;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::{Answer, Caller};

/// A day on which nobody works.
#[derive(Debug, Serialize, ToSchema)]
pub struct Holiday {
    pub id: i64,
    pub day: Date,
    pub title: String,
}

/// Lists all holidays, the earliest first.
#[utoipa::path(get, path = "/holidays", tag = "holidays", responses((status = 200, body = Vec<Holiday>)))]
pub async fn list_holidays(caller: Caller) -> Answer<Vec<Holiday>> {
    let rows = caller.read(ListHolidays).await?.into_iter();
    Ok(Json(rows.map(|row| Holiday { id: row.id, day: row.day, title: row.title }).collect()))
}
