//! One person.

use axum::Json;
use axum::response::{IntoResponse, Response};
use desk::person::{PersonPage, PersonSeen};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::fields::Fields;
use crate::api::v1::patch::etag;
use crate::api::v1::shared::{Link, link};
use crate::api::v1::{ApiPath, Caller, Problem};

/// A person with their posts.
#[derive(Debug, Serialize, ToSchema)]
pub struct Person {
    pub id: i64,
    /// Give it back with a change.
    pub version: i64,
    #[serde(flatten)]
    pub fields: Fields,
    pub owner: Option<Link>,
    /// The companies of the posts.
    pub companies: Vec<Link>,
    pub source_id: Option<String>,
    pub may_write: bool,
    pub created_at: Timestamp,
    pub changed_at: Timestamp,
    pub archived_at: Option<Timestamp>,
}

impl From<PersonSeen> for Person {
    fn from(seen: PersonSeen) -> Person {
        let fields = Fields::of(&seen);
        let person = seen.person;
        let companies =
            seen.posts.into_iter().map(|post| Link { id: post.company_id, name: post.company_name });
        Person {
            id: person.id,
            version: person.version,
            fields,
            owner: link(person.owner_id, seen.owner_name),
            companies: companies.collect(),
            source_id: person.source_id,
            may_write: seen.may_write,
            created_at: person.created_at,
            changed_at: person.changed_at,
            archived_at: person.archived_at,
        }
    }
}

/// Looks at a person. Their version comes as the ETag, too.
#[utoipa::path(
    get, path = "/people/{id}", tag = "people", params(("id" = i64, Path)), responses((status = 200, body = Person)),
)]
pub async fn person(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<Response, Problem> {
    let person = Person::from(caller.read(PersonPage { id }).await?);
    Ok((etag(person.version), Json(person)).into_response())
}
