//! What happened to a record, newest first.

use std::sync::Arc;

use jiff::Timestamp;
use process::Definition;
use sales::Event;
use store::Tx;
use store::rows::events::Of;
use store::rows::timeline::{self, TimelineRow};
use store::rows::{companies, deals, installation, people};

use super::names::Names;
use super::{Cursor, Link};
use crate::case::definition_of;
use crate::undo::{has_way_back, is_too_late};
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
                "file-attached",
                "file-described",
                "file-removed",
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
                "case-started",
                "case-moved",
                "case-placed",
                "undone",
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
#[derive(Clone, Debug)]
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
    /// What the record counts its money in now.
    pub currency: String,
    /// The process of the case, which knows what stages and moves are called.
    pub process: Option<Arc<Definition>>,
    /// The number of the act that it came of.
    pub act: Option<i64>,
    pub undone_at: Option<Timestamp>,
    /// Whether there is still a way back from it; what was changed since may yet stand in it.
    pub undoable: bool,
}

#[derive(Clone, Debug)]
pub struct TimelineSeen {
    pub entries: Vec<Entry>,
    pub names: Names,
    pub next: Option<Cursor>,
}

impl Look for Timeline {
    type Seen = TimelineSeen;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<TimelineSeen> {
        may_read(tx, scene, self.of)?;
        let limit = self.limit.clamp(1, 200);
        let before = self.before.as_ref().map(Cursor::read).transpose()?;
        tx.foresee(installation::get);
        let mut rows = timeline::list(tx, self.of, &scene.by.reads, self.kinds.keys(), before, limit + 1)?;
        let next = Cursor::cut(&mut rows, limit, |row| (row.at, row.id))?;
        let base = installation::get(tx)?.base_currency;
        let entries = rows.into_iter().map(|row| entry(tx, scene, row, &base)).collect::<Result<Vec<_>>>()?;
        let names = Names::load(tx, scene, entries.iter().map(|entry| &entry.event))?;
        Ok(TimelineSeen { entries, names, next })
    }
}

fn may_read(tx: &mut Tx, scene: &Scene, of: Of) -> Result<()> {
    match of {
        Of::Deal(id) => scene.may_read(deals::get(tx, id)?.owner_id),
        Of::Company(id) => scene.may_read_shared(companies::find(tx, id)?.ok_or(Error::NotFound)?.owner_id),
        Of::Person(id) => scene.may_read_shared(people::find(tx, id)?.ok_or(Error::NotFound)?.owner_id),
    }
}

pub(super) fn entry(tx: &mut Tx, scene: &Scene, row: TimelineRow, base: &str) -> Result<Entry> {
    let event: Event = serde_json::from_str(&row.body)
        .map_err(|error| Error::Broken(format!("event {}: {error}", row.id)))?;
    let version = event.process().map(|(_, version)| version).or(row.process);
    let open = row.act.is_some() && row.undone_at.is_none() && !is_too_late(row.at, scene.now);
    Ok(Entry {
        undoable: open && has_way_back(&event),
        act: row.act,
        undone_at: row.undone_at,
        id: row.id,
        at: row.at,
        by: Link::of(row.member_id, row.member_name),
        cause: row.actor,
        event,
        deal: Link::of(row.deal_id, row.deal_name),
        company: Link::of(row.company_id, row.company_name),
        person: Link::of(row.person_id, row.person_name),
        currency: row.currency.unwrap_or_else(|| base.to_owned()),
        process: version.map(|version| definition_of(tx, scene, version)).transpose()?,
    })
}
