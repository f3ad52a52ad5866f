//! What may be filled in of a person.

use desk::person::PersonSeen;
use sales::person::ContactStatus;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::v1::bounds::{Label, Mail, Name, Text, Word};

/// What may be filled in of a person; a new one needs a name.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = PersonFields)]
pub struct Fields {
    #[schema(value_type = Name)]
    pub name: String,
    #[schema(value_type = Option<Label>)]
    pub given: Option<String>,
    #[schema(value_type = Option<Label>)]
    pub family: Option<String>,
    #[schema(value_type = Vec<Mail>)]
    pub mails: Vec<String>,
    #[schema(value_type = Vec<Word>)]
    pub phones: Vec<String>,
    pub status: Status,
    #[schema(value_type = Option<Word>)]
    pub language: Option<String>,
    #[schema(value_type = Option<Text>)]
    pub description: Option<String>,
    /// Null in a new one is the caller, unless it is `shared`.
    pub owner_id: Option<i64>,
    pub posts: Vec<Post>,
}

/// Whether one still speaks with the person; it is not the standing of their company.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = ContactStatus)]
pub enum Status {
    #[default]
    Active,
    Inactive,
}

impl From<Status> for ContactStatus {
    fn from(status: Status) -> ContactStatus {
        match status {
            Status::Active => ContactStatus::Active,
            Status::Inactive => ContactStatus::Inactive,
        }
    }
}

impl From<ContactStatus> for Status {
    fn from(status: ContactStatus) -> Status {
        match status {
            ContactStatus::Active => Status::Active,
            ContactStatus::Inactive => Status::Inactive,
        }
    }
}

/// What a person is at a company.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Post {
    pub company_id: i64,
    #[serde(default)]
    #[schema(value_type = Word)]
    pub role: String,
}

impl From<Fields> for sales::person::PersonFields {
    fn from(fields: Fields) -> sales::person::PersonFields {
        let post = |post: Post| sales::person::Post { company_id: post.company_id, role: post.role };
        sales::person::PersonFields {
            name: fields.name,
            given: fields.given,
            family: fields.family,
            mails: fields.mails,
            phones: fields.phones,
            status: fields.status.into(),
            language: fields.language,
            description: fields.description,
            owner_id: fields.owner_id,
            posts: fields.posts.into_iter().map(post).collect(),
        }
    }
}

impl Fields {
    /// The fields as they stand in a person.
    pub fn of(seen: &PersonSeen) -> Fields {
        let fields = seen.person.fields(Vec::new());
        let posts =
            seen.posts.iter().map(|post| Post { company_id: post.company_id, role: post.role.clone() });
        Fields {
            name: fields.name,
            given: fields.given,
            family: fields.family,
            mails: fields.mails,
            phones: fields.phones,
            status: fields.status.into(),
            language: fields.language,
            description: fields.description,
            owner_id: fields.owner_id,
            posts: posts.collect(),
        }
    }
}
