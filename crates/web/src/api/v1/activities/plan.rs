//! Planning an activity.

use axum::response::Response;
use desk::activity::PlanActivity;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{ActivityFields, On};
use crate::api::v1::shared::{Made, made};
use crate::api::v1::split::split;
use crate::api::v1::{ApiJson, Caller, Problem};

/// An activity to plan.
#[derive(Serialize, ToSchema)]
pub struct PlannedActivity {
    #[serde(flatten)]
    pub fields: ActivityFields,
    #[serde(flatten)]
    pub place: Place,
}

/// Where the activity belongs.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = ActivityPlace)]
pub struct Place {
    #[serde(default)]
    pub on: Option<On>,
}

/// Plans an activity; on a deal it may become its next step.
#[utoipa::path(
    post, path = "/activities", tag = "activities", request_body = PlannedActivity,
    responses((status = 201, body = Made)),
)]
pub async fn plan_activity(
    caller: Caller,
    ApiJson(body): ApiJson<Map<String, Value>>,
) -> Result<Response, Problem> {
    Ok(made(caller.write(to_plan(body)?).await?))
}

/// Reads an activity to plan.
pub fn to_plan(body: Map<String, Value>) -> Result<PlanActivity, Problem> {
    let (place, fields): (Place, ActivityFields) = split(body, &["on"])?;
    Ok(PlanActivity { on: On::subject(place.on), fields: fields.into() })
}
