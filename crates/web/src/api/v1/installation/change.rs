//! Changing what holds for everybody.

use axum::http::StatusCode;
use desk::settings::ChangeInstallation;
use serde::Deserialize;
use utoipa::ToSchema;

use super::hours::Week;
use crate::api::v1::bounds::{Currency, LanguageKey, Name, Word};
use crate::api::v1::shared::object;
use crate::api::v1::{ApiJson, Caller, Problem};

/// The installation as it shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInstallation {
    #[schema(value_type = Name)]
    pub company_name: String,
    /// ISO 4217. Amounts in other currencies stay as they are.
    #[schema(value_type = Currency)]
    pub base_currency: String,
    /// IANA name.
    #[schema(value_type = Word)]
    pub time_zone: String,
    /// The language of members to come.
    #[schema(value_type = LanguageKey)]
    pub language: process::Lang,
    #[serde(deserialize_with = "object")]
    pub working_hours: Week,
}

/// Changes the installation, all of it as it shall be, for administrators.
#[utoipa::path(
    put, path = "/installation", tag = "installation", request_body = NewInstallation,
    responses((status = 204, description = "Changed")),
)]
pub async fn change_installation(
    caller: Caller,
    ApiJson(new): ApiJson<NewInstallation>,
) -> Result<StatusCode, Problem> {
    let NewInstallation { company_name, base_currency, time_zone, language, working_hours } = new;
    let working_hours = working_hours.into();
    let act = ChangeInstallation { company_name, base_currency, time_zone, language, working_hours };
    caller.write(act).await?;
    Ok(StatusCode::NO_CONTENT)
}
