//! A new person.

use axum::response::Response;
use desk::person::CreatePerson;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::fields::Fields;
use crate::api::v1::bounds::Word;
use crate::api::v1::shared::{Made, made_at};
use crate::api::v1::split::split;
use crate::api::v1::{ApiJson, Caller, Problem};

/// A new person: its fields, and beside them what is said once.
#[derive(Serialize, ToSchema)]
pub struct NewPerson {
    #[serde(flatten)]
    pub fields: Fields,
    #[serde(flatten)]
    pub once: Once,
}

/// What is said once.
#[derive(Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
#[schema(as = PersonOnce)]
pub struct Once {
    /// Without owner: for everybody.
    pub shared: bool,
    /// The record's id where it came from.
    #[schema(value_type = Option<Word>)]
    pub source_id: Option<String>,
}

/// Makes a person.
#[utoipa::path(
    post, path = "/people", tag = "people", request_body = NewPerson, responses((status = 201, body = Made)),
)]
pub async fn create_person(
    caller: Caller,
    ApiJson(body): ApiJson<Map<String, Value>>,
) -> Result<Response, Problem> {
    Ok(made_at("people", caller.write(to_create(body)?).await?))
}

/// Reads a person to make.
pub fn to_create(body: Map<String, Value>) -> Result<CreatePerson, Problem> {
    let (once, fields): (Once, Fields) = split(body, &["shared", "source_id"])?;
    Ok(CreatePerson { fields: fields.into(), shared: once.shared, source_id: once.source_id })
}
