//! What happened to a record, newest first.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sales::Event;
use store::Tx;
use store::rows::events::Of;
use store::rows::timeline::{self, TimelineRow};
use store::rows::{companies, deals, people};

use super::{Cursor, Link};
use crate::{Error, Look, Result, Scene};

/// Which events are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kinds {
    #[default]
    All,
    /// What was done and planned with the client, and notes.
    Activities,
    /// What became of the record: fields, moves, refusals, owners.
    Changes,
}

impl Kinds {
    /// Keys as [`Event::kind`] gives them; empty means all.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Kinds::All => &[],
            Kinds::Activities => &[
                "activity-planned",
                "activity-moved",
                "activity-done",
                "activity-cancelled",
                "task-created",
                "task-done",
                "task-reopened",
                "note-written",
            ],
            Kinds::Changes => &[
                "company-created",
                "company-changed",
                "person-created",
                "person-changed",
                "deal-created",
                "deal-changed",
                "deal-assigned",
                "archived",
                "restored",
                "case-moved",
                "move-refused",
                "case-placed",
            ],
        }
    }
}

/// Looks at a timeline, `before` the last entry already seen.
#[derive(Clone, Debug)]
pub struct Timeline {
    pub of: Of,
    pub kinds: Kinds,
    pub before: Option<Cursor>,
    pub limit: i64,
}

/// Something that happened, with the records it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub id: i64,
    pub at: Timestamp,
    /// Who did it; none for the server itself.
    pub by: Option<Link>,
    /// `member`, `token`, `import` or `system`.
    pub cause: String,
    pub event: Event,
    pub deal: Option<Link>,
    pub company: Option<Link>,
    pub person: Option<Link>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TimelineSeen {
    pub entries: Vec<Entry>,
    /// Names of the members that events mention by id.
    pub members: BTreeMap<i64, String>,
    pub next: Option<Cursor>,
}

impl Look for Timeline {
    type Seen = TimelineSeen;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<TimelineSeen> {
        may_read(tx, scene, self.of)?;
        let limit = self.limit.clamp(1, 200);
        let before = self.before.as_ref().map(Cursor::read::<(Timestamp, i64)>).transpose()?;
        let mut rows = timeline::list(tx, self.of, &scene.by.reads, self.kinds.keys(), before, limit + 1)?;
        let is_more = rows.len() as i64 > limit;
        rows.truncate(limit as usize);
        let last = rows.last().filter(|_| is_more).map(|row| (row.at, row.id));
        let entries = rows.into_iter().map(entry).collect::<Result<Vec<Entry>>>()?;
        let mentioned: Vec<i64> = entries.iter().flat_map(|entry| mentioned(&entry.event)).collect();
        Ok(TimelineSeen {
            members: timeline::list_member_names(tx, &mentioned)?.into_iter().collect(),
            next: last.as_ref().map(Cursor::of).transpose()?,
            entries,
        })
    }
}

fn may_read(tx: &mut Tx, scene: &Scene, of: Of) -> Result<()> {
    match of {
        Of::Deal(id) => scene.may_read(deals::get(tx, id)?.owner_id),
        Of::Company(id) => scene.may_read_shared(companies::find(tx, id)?.ok_or(Error::NotFound)?.owner_id),
        Of::Person(id) => scene.may_read_shared(people::find(tx, id)?.ok_or(Error::NotFound)?.owner_id),
    }
}

fn entry(row: TimelineRow) -> Result<Entry> {
    let event = serde_json::from_str(&row.body)
        .map_err(|error| Error::Broken(format!("event {}: {error}", row.id)))?;
    Ok(Entry {
        id: row.id,
        at: row.at,
        by: Link::of(row.member_id, row.member_name),
        cause: row.actor,
        event,
        deal: Link::of(row.deal_id, row.deal_name),
        company: Link::of(row.company_id, row.company_name),
        person: Link::of(row.person_id, row.person_name),
    })
}

/// Members that an event names by id.
fn mentioned(event: &Event) -> Vec<i64> {
    match event {
        Event::DealAssigned { from, to } => vec![*from, *to],
        Event::ActivityPlanned { owner, .. } => vec![*owner],
        Event::TaskCreated { owner, .. } => owner.iter().copied().collect(),
        Event::DealChanged { changes }
        | Event::CompanyChanged { changes }
        | Event::PersonChanged { changes } => changes
            .iter()
            .filter(|change| matches!(change.field.as_str(), "owner_id" | "engineer_id"))
            .flat_map(|change| [&change.before, &change.after])
            .filter_map(serde_json::Value::as_i64)
            .collect(),
        _ => Vec::new(),
    }
}
