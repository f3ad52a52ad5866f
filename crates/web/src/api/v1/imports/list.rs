//! The imports there were.

use axum::Json;
use desk::import::ListImports;
use desk::look::Cursor;
use sales::Fault;
use serde::Deserialize;
use utoipa::IntoParams;

use super::entry::Import;
use crate::api::v1::bounds::Word;
use crate::api::v1::shared::Page;
use crate::api::v1::{Answer, ApiQuery, Caller};

/// Imports of a page, as the desk lists them.
const PAGE: usize = 50;

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default, deny_unknown_fields)]
pub struct ImportQuery {
    /// The `next` of the page before.
    #[param(value_type = Option<Word>, inline)]
    pub after: Option<String>,
}

/// Lists imports, newest first.
#[utoipa::path(get, path = "/imports", tag = "imports", params(ImportQuery), responses((status = 200, body = Page<Import>)))]
pub async fn list_imports(caller: Caller, ApiQuery(query): ApiQuery<ImportQuery>) -> Answer<Page<Import>> {
    let odd = |after: &String| caller.fault("after", Fault::Unknown { value: after.clone() });
    let before = query.after.as_ref().map(|after| after.parse().map_err(|_| odd(after))).transpose()?;
    let imports = caller.read(ListImports { before }).await?;
    let next = imports.get(PAGE - 1).map(|last| Cursor(last.id.to_string()));
    Ok(Json(Page::of(imports, next)))
}
