//! What holds for everybody here.

use axum::Json;
use desk::settings::Installation as ShowInstallation;
use serde::Serialize;
use utoipa::ToSchema;

use super::hours::Week;
use crate::api::v1::{Answer, Caller};

/// The installation.
#[derive(Debug, Serialize, ToSchema)]
pub struct Installation {
    pub company_name: String,
    /// ISO 4217.
    pub base_currency: String,
    /// IANA name.
    pub time_zone: String,
    /// The language of members to come: `en` or `ru`.
    pub language: String,
    pub working_hours: Week,
}

/// Looks at the installation.
#[utoipa::path(
    get, path = "/installation", tag = "installation", responses((status = 200, body = Installation)),
)]
pub async fn installation(caller: Caller) -> Answer<Installation> {
    let row = caller.read(ShowInstallation).await?;
    Ok(Json(Installation {
        company_name: row.company_name,
        base_currency: row.base_currency,
        time_zone: row.time_zone,
        language: row.language,
        working_hours: Week::from(&row.working_hours.0),
    }))
}
