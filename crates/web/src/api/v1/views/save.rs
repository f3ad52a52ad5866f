//! A new view.

use axum::response::Response;
use desk::view::{Noun, SaveView, Shared, ViewFields as Fields};
use sales::Fault;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::v1::bounds::{Name, SharedKey, ViewNoun, ViewQueryText};
use crate::api::v1::shared::{Made, made_at, object};
use crate::api::v1::{ApiJson, Caller, Problem};

/// What a view shows, and to whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewFields {
    #[schema(value_type = Name)]
    pub title: String,
    /// Who finds it: `own`, `team` or `all`.
    #[schema(value_type = SharedKey)]
    pub shared: String,
    /// Of deals alone: columns of cards instead of rows.
    #[serde(default)]
    pub as_board: bool,
    /// Filters, order and columns, as the address of the list's page says them: `owner=me&sort=name`.
    #[schema(value_type = ViewQueryText)]
    pub query: String,
}

impl ViewFields {
    pub fn read(self, caller: &Caller) -> Result<Fields, Problem> {
        let odd = || caller.fault("shared", Fault::Unknown { value: self.shared.clone() });
        let shared = Shared::parse(&self.shared).ok_or_else(odd)?;
        Ok(Fields { title: self.title, shared, as_board: self.as_board, query: self.query })
    }
}

/// A view to save.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewView {
    #[schema(value_type = ViewNoun)]
    pub noun: String,
    #[serde(deserialize_with = "object")]
    pub fields: ViewFields,
    /// The caller begins with it from now on.
    #[serde(default)]
    pub first: bool,
}

/// Saves a view.
#[utoipa::path(post, path = "/views", tag = "views", request_body = NewView, responses((status = 201, body = Made)))]
pub async fn save_view(caller: Caller, ApiJson(new): ApiJson<NewView>) -> Result<Response, Problem> {
    let odd = || caller.fault("noun", Fault::Unknown { value: new.noun.clone() });
    let noun = Noun::parse(&new.noun).ok_or_else(odd)?;
    let fields = new.fields.read(&caller)?;
    Ok(made_at("views", caller.write(SaveView { noun, fields, first: new.first }).await?))
}
