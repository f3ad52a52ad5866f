//! Timelines of deals, companies and people.

use axum::Json;
use desk::look::{Cursor, Kinds, Of, Timeline};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::bounds::{Limit, Word};
use super::shared::{Link, Page};
use super::{Answer, Caller};

/// Which part of a timeline.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    #[default]
    All,
    /// What was done and planned with the client, and notes.
    Activities,
    /// What became of the record.
    Changes,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct TimelineQuery {
    #[serde(default)]
    #[param(inline, value_type = Option<Part>)]
    pub part: Part,
    /// The `next` of the page before.
    #[param(value_type = Option<Word>, inline)]
    pub after: Option<String>,
    /// 1 to 200.
    #[param(value_type = Option<Limit>, inline)]
    pub limit: Option<i64>,
}

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TimelineEntry)]
pub struct Entry {
    pub id: i64,
    pub at: Timestamp,
    /// Null for the server itself.
    pub by: Option<Link>,
    /// By what hand: `member`, `token`, `import` or `system`.
    pub cause: String,
    /// Such as `deal-created`, `case-moved`, `activity-done`.
    pub event: String,
    /// What the event tells, by its kind.
    #[schema(value_type = Object)]
    pub details: Value,
    pub deal: Option<Link>,
    pub company: Option<Link>,
    pub person: Option<Link>,
    /// The number of the act that it came of, with all else that the act did; null where it has none.
    pub act: Option<String>,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
    /// Whether there is a way back yet: `POST /acts/{act}/undo`.
    pub undoable: bool,
}

/// Reads a page of a record's timeline.
pub(super) async fn read(caller: &Caller, of: Of, query: TimelineQuery) -> Answer<Page<Entry>> {
    let kinds = match query.part {
        Part::All => Kinds::All,
        Part::Activities => Kinds::Activities,
        Part::Changes => Kinds::Changes,
    };
    let limit = caller.limit(query.limit)?;
    let seen = caller.read(Timeline { of, kinds, before: query.after.map(Cursor), limit }).await?;
    Ok(Json(Page::of(seen.entries, seen.next)))
}

impl From<desk::look::Entry> for Entry {
    fn from(entry: desk::look::Entry) -> Entry {
        let mut details = serde_json::to_value(&entry.event).unwrap_or_default();
        if let Some(details) = details.as_object_mut() {
            details.remove("event");
        }
        Entry {
            id: entry.id,
            at: entry.at,
            by: entry.by.map(Link::from),
            cause: entry.cause,
            event: entry.event.kind().to_owned(),
            details,
            deal: entry.deal.map(Link::from),
            company: entry.company.map(Link::from),
            person: entry.person.map(Link::from),
            act: entry.act.map(|act| act.to_string()),
            undone_at: entry.undone_at,
            undoable: entry.undoable,
        }
    }
}
