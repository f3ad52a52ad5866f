//! A new import.

use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use desk::import::CreateImport;
use sales::{Fault, FieldError};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::{Base64, Word};
use crate::api::v1::shared::{Made, made_at};
use crate::api::v1::{ApiJson, Caller, Problem};

/// Files to import, and how.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewImport {
    /// Empty takes the first file's name.
    #[serde(default)]
    #[schema(value_type = Word)]
    pub title: String,
    /// YAML; empty has one proposed from the first file's header.
    #[serde(default)]
    #[schema(value_type = Word)]
    pub mapping: String,
    #[schema(min_items = 1)]
    pub files: Vec<NewFile>,
}

/// A file.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFile {
    /// Without folders.
    #[schema(value_type = Word)]
    pub name: String,
    /// Its bytes in base64.
    #[schema(value_type = Base64)]
    pub content: String,
}

/// Keeps files as a draft; nothing is imported before it is started. 64 MB at most.
#[utoipa::path(
    post, path = "/imports", tag = "imports", request_body = NewImport, responses((status = 201, body = Made)),
)]
pub async fn create_import(caller: Caller, ApiJson(new): ApiJson<NewImport>) -> Result<Response, Problem> {
    let mut files = Vec::with_capacity(new.files.len());
    for (position, file) in new.files.into_iter().enumerate() {
        let name = intake::file_name(&file.name);
        let odd =
            |_| FieldError::new(&format!("files.{position}.content"), Fault::Unknown { value: name.clone() });
        let bytes = STANDARD.decode(&file.content).map_err(|error| caller.faults(vec![odd(error)]))?;
        files.push((name, bytes));
    }
    let id = caller.write(CreateImport { title: new.title, mapping: new.mapping, files }).await?;
    Ok(made_at("imports", id))
}
