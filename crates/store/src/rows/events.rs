//! The event spine.

use jiff::Timestamp;

use crate::{Result, Sql, Tx, params};

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

crate::row! {
    /// An event as a timeline reads it; `member_name` is who did it.
    pub struct EventRow {
        pub id: i64,
        pub at: Timestamp,
        pub actor: String,
        pub member_id: Option<i64>,
        pub kind: String,
        pub deal_id: Option<i64>,
        pub company_id: Option<i64>,
        pub person_id: Option<i64>,
        pub body: String,
    }
}

/// Adds one event.
pub fn insert(
    tx: &mut Tx,
    at: Timestamp,
    actor: &str,
    member: Option<i64>,
    kind: &str,
    about: &About,
    body: &str,
) -> Result<()> {
    tx.later(
        "INSERT INTO events (at, actor, member_id, kind, deal_id, company_id, person_id, import_id, body) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            at,
            actor,
            member,
            kind,
            about.deal_id,
            about.company_id,
            about.person_id,
            about.import_id,
            body
        ],
    )
}

/// Whose timeline is read.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    Deal(i64),
    Company(i64),
    Person(i64),
}

/// Newest first, `kinds` empty means all; `before` is the last row already seen.
pub fn list_of(
    tx: &mut Tx,
    of: Of,
    kinds: &[&str],
    before: Option<(Timestamp, i64)>,
    limit: i64,
) -> Result<Vec<EventRow>> {
    let (column, id) = match of {
        Of::Deal(id) => ("deal_id", id),
        Of::Company(id) => ("company_id", id),
        Of::Person(id) => ("person_id", id),
    };
    let mut sql = Sql::new("SELECT ")
        .text(EventRow::COLUMNS)
        .text(" FROM events WHERE ")
        .text(column)
        .text(" = ")
        .bind(id);
    if !kinds.is_empty() {
        sql = sql.text(" AND kind IN ").bind_list(kinds.iter().copied());
    }
    if let Some((at, id)) = before {
        sql = sql.text(" AND (at, id) < (").bind(at).text(", ").bind(id).text(")");
    }
    sql = sql.text(" ORDER BY at DESC, id DESC LIMIT ").bind(limit);
    tx.all(sql.as_str(), sql.params())
}
