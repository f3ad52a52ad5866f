//! The event spine.

use jiff::Timestamp;

use crate::{Result, Tx, params};

/// Which records an event stands on the timeline of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
    pub deal_id: Option<i64>,
    pub company_id: Option<i64>,
    pub person_id: Option<i64>,
    pub import_id: Option<i64>,
}

impl About {
    pub fn deal(deal_id: i64, company_id: Option<i64>, person_id: Option<i64>) -> About {
        About { deal_id: Some(deal_id), company_id, person_id, import_id: None }
    }

    pub fn company(company_id: i64) -> About {
        About { company_id: Some(company_id), ..About::default() }
    }

    pub fn person(person_id: i64) -> About {
        About { person_id: Some(person_id), ..About::default() }
    }
}

/// Who did what when, within which act.
#[derive(Clone, Copy, Debug, Default)]
pub struct Doing<'a> {
    pub at: Timestamp,
    /// The cause's key.
    pub actor: &'a str,
    pub member: Option<i64>,
    pub kind: &'a str,
    /// The number that all events of an act share; none where undo has another way.
    pub act: Option<i64>,
}

/// Adds one event.
pub fn insert(tx: &mut Tx, doing: &Doing<'_>, about: &About, body: &str) -> Result<()> {
    tx.later(
        "INSERT INTO events (at, actor, member_id, kind, act, deal_id, company_id, person_id, import_id, body) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            doing.at,
            doing.actor,
            doing.member,
            doing.kind,
            doing.act,
            about.deal_id,
            about.company_id,
            about.person_id,
            about.import_id,
            body
        ],
    )
}

/// Whose timeline is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    Deal(i64),
    Company(i64),
    Person(i64),
}

crate::row! {
    /// Which records an event is about.
    pub struct Touched {
        pub id: i64,
        pub at: Timestamp,
        pub deal_id: Option<i64>,
        pub company_id: Option<i64>,
        pub person_id: Option<i64>,
    }
}

/// The newest id, 0 in an empty log.
pub fn last(tx: &mut Tx) -> Result<i64> {
    let (last,): (Option<i64>,) = tx.one("SELECT max(id) FROM events", params![])?;
    Ok(last.unwrap_or(0))
}

/// The newest events above `after`, at most `limit` of them.
pub fn touched_after(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<Touched>> {
    tx.all(
        "SELECT id, at, deal_id, company_id, person_id FROM events WHERE id > $1 ORDER BY id DESC LIMIT $2",
        params![after, limit],
    )
}

crate::row! {
    /// An event of an act that may be taken back.
    pub struct ActEvent {
        pub id: i64,
        pub at: Timestamp,
        pub deal_id: Option<i64>,
        pub company_id: Option<i64>,
        pub person_id: Option<i64>,
        pub undone_at: Option<Timestamp>,
        pub body: String,
    }
}

impl ActEvent {
    pub fn about(&self) -> About {
        About {
            deal_id: self.deal_id,
            company_id: self.company_id,
            person_id: self.person_id,
            import_id: None,
        }
    }
}

/// What an act did, the last first.
pub fn list_of_act(tx: &mut Tx, act: i64) -> Result<Vec<ActEvent>> {
    let sql = format!("SELECT {} FROM events WHERE act = $1 ORDER BY id DESC", ActEvent::COLUMNS);
    tx.all(&sql, params![act])
}

/// Keeps that an act was taken back.
pub fn mark_undone(tx: &mut Tx, act: i64, at: Timestamp) -> Result<()> {
    tx.run("UPDATE events SET undone_at = $2 WHERE act = $1", params![act, at])?;
    Ok(())
}
