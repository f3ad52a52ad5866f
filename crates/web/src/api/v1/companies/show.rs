//! One company.

use axum::Json;
use axum::response::{IntoResponse, Response};
use desk::company::{CompanyPage, CompanySeen};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::fields::Fields;
use crate::api::v1::patch::etag;
use crate::api::v1::shared::{Link, link};
use crate::api::v1::{ApiPath, Caller, Problem};

/// A company with its tree and its people.
#[derive(Debug, Serialize, ToSchema)]
pub struct Company {
    pub id: i64,
    /// Give it back with a change.
    pub version: i64,
    #[serde(flatten)]
    pub fields: Fields,
    pub parent: Option<Link>,
    pub owner: Option<Link>,
    /// Companies right below.
    pub children: Vec<Link>,
    pub people: Vec<Employee>,
    pub source_id: Option<String>,
    pub may_write: bool,
    pub created_at: Timestamp,
    pub changed_at: Timestamp,
    pub archived_at: Option<Timestamp>,
}

/// A person at a company.
#[derive(Debug, Serialize, ToSchema)]
pub struct Employee {
    pub id: i64,
    pub name: String,
    pub role: Option<String>,
}

impl From<CompanySeen> for Company {
    fn from(seen: CompanySeen) -> Company {
        let fields = Fields::of(&seen);
        let company = seen.company;
        let people = seen.people.into_iter();
        Company {
            id: company.id,
            version: company.version,
            fields,
            parent: link(company.parent_id, seen.parent_name),
            owner: link(company.owner_id, seen.owner_name),
            children: seen.children.into_iter().map(|(id, name)| Link { id, name }).collect(),
            people: people
                .map(|person| Employee { id: person.id, name: person.name, role: person.role })
                .collect(),
            source_id: company.source_id,
            may_write: seen.may_write,
            created_at: company.created_at,
            changed_at: company.changed_at,
            archived_at: company.archived_at,
        }
    }
}

/// Looks at a company. Its version comes as the ETag, too.
#[utoipa::path(
    get, path = "/companies/{id}", tag = "companies", params(("id" = i64, Path)),
    responses((status = 200, body = Company)),
)]
pub async fn company(caller: Caller, ApiPath(id): ApiPath<i64>) -> Result<Response, Problem> {
    let company = Company::from(caller.read(CompanyPage { id }).await?);
    Ok((etag(company.version), Json(company)).into_response())
}
