//! A new word of a list.

use axum::response::Response;
use desk::settings::AddChoice;
use process::Words;
use sales::Fault;
use sales::field::NAME_MOST;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::{Key, Label, ListKey};
use crate::api::v1::shared::{Made, made};
use crate::api::v1::{ApiJson, Caller, Problem};

/// What a word reads; given in one language, it stands for both.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Title {
    #[serde(default)]
    #[schema(value_type = Label)]
    pub en: String,
    #[serde(default)]
    #[schema(value_type = Label)]
    pub ru: String,
}

/// A word to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewChoice {
    /// `activity-type`, `deal-type`, `source`, `reason` or `document-kind`.
    #[schema(value_type = ListKey)]
    pub list: String,
    /// What records will keep; null makes one of the title.
    #[schema(value_type = Option<Key>)]
    pub key: Option<String>,
    pub title: Title,
}

/// Adds a word at the end of a list, for administrators.
#[utoipa::path(
    post, path = "/choices", tag = "choices", request_body = NewChoice, responses((status = 201, body = Made)),
)]
pub async fn create_choice(caller: Caller, ApiJson(new): ApiJson<NewChoice>) -> Result<Response, Problem> {
    if let Some(key) = new.key.as_ref().filter(|key| !is_key(key)) {
        return Err(caller.fault("key", Fault::Unknown { value: key.clone() }));
    }
    let act = AddChoice { list: new.list, key: new.key, title: new.title.into() };
    Ok(made(caller.write(act).await?))
}

/// Programs keep to ASCII; a title in Russian has a key in Russian.
fn is_key(key: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    key.len() <= NAME_MOST && key.split('-').all(is_part)
}

impl From<Title> for Words {
    fn from(title: Title) -> Words {
        Words::new(title.en, title.ru)
    }
}
