//! A new deal.

use axum::response::Response;
use desk::deal::CreateDeal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::fields::Fields;
use crate::api::v1::activities::ActivityFields;
use crate::api::v1::bounds::Word;
use crate::api::v1::shared::{Made, made_at};
use crate::api::v1::split::split;
use crate::api::v1::{ApiJson, Caller, Problem};

/// A new deal: its fields, and beside them what starts it.
#[derive(Serialize, ToSchema)]
pub struct NewDeal {
    #[serde(flatten)]
    pub fields: Fields,
    #[serde(flatten)]
    pub start: Start,
}

/// What starts a deal.
#[derive(Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Start {
    /// The process to start; null takes the first active one.
    #[schema(value_type = Option<Word>)]
    pub process: Option<String>,
    /// Null lets the process plan the stage's default.
    pub next_step: Option<ActivityFields>,
    /// The deal's id where it came from; it never comes in twice.
    #[schema(value_type = Option<Word>)]
    pub source_id: Option<String>,
}

/// Makes a deal and starts its process.
#[utoipa::path(post, path = "/deals", tag = "deals", request_body = NewDeal, responses((status = 201, body = Made)))]
pub async fn create_deal(
    caller: Caller,
    ApiJson(body): ApiJson<Map<String, Value>>,
) -> Result<Response, Problem> {
    Ok(made_at("deals", caller.write(to_create(body)?).await?))
}

/// Reads a deal to make.
pub fn to_create(body: Map<String, Value>) -> Result<CreateDeal, Problem> {
    let (start, fields): (Start, Fields) = split(body, &["process", "next_step", "source_id"])?;
    Ok(CreateDeal {
        fields: fields.into(),
        process: start.process,
        next_step: start.next_step.map(Into::into),
        source_id: start.source_id,
    })
}
