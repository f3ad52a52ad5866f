//! A planned activity of a deal.

use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::v1::shared::{Link, link};

/// A planned activity of a deal; the earliest is its next step.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenActivity {
    pub id: i64,
    #[serde(rename = "type")]
    pub kind: String,
    pub subject: String,
    pub words: String,
    pub owner: Link,
    pub person: Option<Link>,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    /// How often it was put off.
    pub postponed: i64,
}

impl From<desk::look::OpenActivity> for OpenActivity {
    fn from(activity: desk::look::OpenActivity) -> OpenActivity {
        OpenActivity {
            id: activity.id,
            kind: activity.kind,
            subject: activity.subject,
            words: activity.words,
            owner: Link { id: activity.owner_id, name: activity.owner_name },
            person: link(activity.person_id, activity.person_name),
            starts_at: activity.starts_at,
            ends_at: activity.ends_at,
            postponed: activity.postponed,
        }
    }
}
