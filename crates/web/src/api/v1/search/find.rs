//! Finding records by what they are called.

use axum::Json;
use desk::search::Search;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::v1::bounds::{Limit, Word};
use crate::api::v1::{Answer, ApiQuery, Caller};

/// A kind of record.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Company,
    Person,
    Deal,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SearchQuery {
    /// Fragments of what is sought.
    #[param(value_type = Word, inline)]
    pub q: String,
    /// Of this kind alone.
    #[param(inline)]
    pub kind: Option<Kind>,
    /// 1 to 200.
    #[param(value_type = Option<Limit>, inline)]
    pub limit: Option<i64>,
}

/// A record found.
#[derive(Debug, Serialize, ToSchema)]
pub struct Found {
    /// `company`, `person` or `deal`.
    pub kind: String,
    pub id: i64,
    pub title: String,
}

/// Finds companies, people and deals within reach.
#[utoipa::path(get, path = "/search", tag = "search", params(SearchQuery), responses((status = 200, body = Vec<Found>)))]
pub async fn search(caller: Caller, ApiQuery(query): ApiQuery<SearchQuery>) -> Answer<Vec<Found>> {
    let kind = query.kind.map(|kind| match kind {
        Kind::Company => "company",
        Kind::Person => "person",
        Kind::Deal => "deal",
    });
    let limit = caller.limit(query.limit)?;
    let found = caller.read(Search { text: query.q, kind: kind.map(str::to_owned), limit }).await?;
    Ok(Json(
        found.into_iter().map(|row| Found { kind: row.kind, id: row.record_id, title: row.title }).collect(),
    ))
}
