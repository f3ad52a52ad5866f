//! What may be filled in of an activity, and the record it hangs on.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{
    AdditionalProperties, KnownFormat, ObjectBuilder, OneOfBuilder, Schema, SchemaFormat, Type,
};
use utoipa::{PartialSchema, ToSchema};

use crate::api::v1::bounds::{Label, Name, Text};

/// What may be filled in of an activity. It takes time: the end is after the start.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityFields {
    /// A key of the list `activity-type`.
    #[serde(rename = "type")]
    #[schema(value_type = Name)]
    pub kind: String,
    #[serde(default)]
    #[schema(value_type = Label)]
    pub subject: String,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    /// Null is the caller.
    #[serde(default)]
    pub owner_id: Option<i64>,
    /// With whom.
    #[serde(default)]
    pub person_id: Option<i64>,
    #[serde(default)]
    #[schema(value_type = Text)]
    pub words: String,
}

impl From<ActivityFields> for sales::activity::ActivityFields {
    fn from(fields: ActivityFields) -> sales::activity::ActivityFields {
        let ActivityFields { kind, subject, starts_at, ends_at, owner_id, person_id, words } = fields;
        sales::activity::ActivityFields { kind, subject, starts_at, ends_at, owner_id, person_id, words }
    }
}

/// The record that something hangs on: `{"deal": 42}`, `{"company": 7}` or `{"person": 3}`; null is one's own work.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", try_from = "OneOf")]
pub enum On {
    Deal(i64),
    Company(i64),
    Person(i64),
}

impl PartialSchema for On {
    fn schema() -> RefOr<Schema> {
        let one = |title, key| {
            let id = SchemaFormat::KnownFormat(KnownFormat::Int64);
            let id = ObjectBuilder::new().schema_type(Type::Integer).format(Some(id));
            let only = Some(AdditionalProperties::FreeForm(false));
            let record = ObjectBuilder::new().title(Some(title)).property(key, id).required(key);
            record.additional_properties(only)
        };
        let says = "The record that something hangs on: `{\"deal\": 42}`, `{\"company\": 7}` or `{\"person\": 3}`; null \
            is one's own work.";
        let any = OneOfBuilder::new().description(Some(says));
        any.item(one("OnDeal", "deal"))
            .item(one("OnCompany", "company"))
            .item(one("OnPerson", "person"))
            .into()
    }
}

impl ToSchema for On {}

/// As it is sent. An enum read at once takes a second key for broken JSON.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OneOf {
    deal: Option<i64>,
    company: Option<i64>,
    person: Option<i64>,
}

impl TryFrom<OneOf> for On {
    type Error = &'static str;

    fn try_from(sent: OneOf) -> Result<On, &'static str> {
        match (sent.deal, sent.company, sent.person) {
            (Some(id), None, None) => Ok(On::Deal(id)),
            (None, Some(id), None) => Ok(On::Company(id)),
            (None, None, Some(id)) => Ok(On::Person(id)),
            _ => Err("expected one of deal, company and person"),
        }
    }
}

impl On {
    pub fn subject(on: Option<On>) -> desk::activity::On {
        match on {
            Some(On::Deal(id)) => desk::activity::On::Deal(id),
            Some(On::Company(id)) => desk::activity::On::Company(id),
            Some(On::Person(id)) => desk::activity::On::Person(id),
            None => desk::activity::On::Nothing,
        }
    }
}
