//! Activities: done, or planned as a next step.

use jiff::Timestamp;
use sales::activity::ActivityFields;

use super::events::Of;
use crate::{Result, Tx, params};

crate::row! {
    pub struct ActivityRow {
        pub id: i64,
        pub r#type: String,
        pub subject: String,
        pub deal_id: Option<i64>,
        pub company_id: Option<i64>,
        pub person_id: Option<i64>,
        pub owner_id: i64,
        pub starts_at: Timestamp,
        pub ends_at: Timestamp,
        pub done_at: Option<Timestamp>,
        pub outcome: Option<String>,
        pub words: String,
        pub findings: String,
        pub postponed: i64,
        pub created_by: Option<i64>,
        pub archived_at: Option<Timestamp>,
    }
}

const COLUMNS: &str = "id, type, subject, deal_id, company_id, person_id, owner_id, starts_at, ends_at, done_at, \
    outcome, words, findings, postponed, created_by, archived_at";

impl ActivityRow {
    /// What a person may edit of it.
    pub fn fields(&self) -> ActivityFields {
        ActivityFields {
            kind: self.r#type.clone(),
            subject: self.subject.clone(),
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            owner_id: Some(self.owner_id),
            person_id: self.person_id,
            words: self.words.clone(),
        }
    }
}

/// Whose record an activity, task or note hangs on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    pub deal_id: Option<i64>,
    pub company_id: Option<i64>,
    pub person_id: Option<i64>,
}

pub fn get(tx: &mut Tx, id: i64) -> Result<ActivityRow> {
    tx.one(&format!("SELECT {COLUMNS} FROM activities WHERE id = $1"), params![id])
}

pub fn get_to_change(tx: &mut Tx, id: i64) -> Result<ActivityRow> {
    tx.one_to_change(&format!("SELECT {COLUMNS} FROM activities WHERE id = $1"), params![id])
}

/// Adds an activity that is planned (`done_at` none) or done.
pub fn insert(
    tx: &mut Tx,
    fields: &ActivityFields,
    subject: Subject,
    owner: i64,
    import: Option<i64>,
    now: Timestamp,
    by: Option<i64>,
) -> Result<i64> {
    tx.insert(
        "INSERT INTO activities (type, subject, deal_id, company_id, person_id, owner_id, starts_at, ends_at, words, \
         import_id, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id",
        params![
            &fields.kind,
            &fields.subject,
            subject.deal_id,
            subject.company_id,
            fields.person_id.or(subject.person_id),
            owner,
            fields.starts_at,
            fields.ends_at,
            &fields.words,
            import,
            now,
            by
        ],
    )
}

/// What is told of an activity that was done.
#[derive(Clone, Debug)]
pub struct Completion<'a> {
    pub started_at: Timestamp,
    pub ended_at: Timestamp,
    pub outcome: Option<&'a str>,
    pub words: &'a str,
    pub findings: &'a str,
}

pub fn complete(tx: &mut Tx, id: i64, done: &Completion<'_>, now: Timestamp) -> Result<()> {
    tx.run(
        "UPDATE activities SET starts_at = $2, ends_at = $3, outcome = $4, words = $5, findings = $6, done_at = $7 \
         WHERE id = $1",
        params![id, done.started_at, done.ended_at, done.outcome, done.words, done.findings, now],
    )?;
    Ok(())
}

/// Moves a planned activity; a later start counts as postponed (seed 003.8).
pub fn reschedule(tx: &mut Tx, id: i64, fields: &ActivityFields, owner: i64, postponed: bool) -> Result<()> {
    tx.run(
        "UPDATE activities SET type = $2, subject = $3, owner_id = $4, starts_at = $5, ends_at = $6, words = $7, \
         person_id = $8, postponed = postponed + $9 WHERE id = $1",
        params![
            id,
            &fields.kind,
            &fields.subject,
            owner,
            fields.starts_at,
            fields.ends_at,
            &fields.words,
            fields.person_id,
            i64::from(postponed)
        ],
    )?;
    Ok(())
}

pub fn archive(tx: &mut Tx, id: i64, now: Timestamp) -> Result<()> {
    tx.run("UPDATE activities SET archived_at = $2 WHERE id = $1", params![id, now])?;
    Ok(())
}

/// The open activities of a deal, earliest first.
pub fn list_open_of_deal(tx: &mut Tx, deal_id: i64) -> Result<Vec<ActivityRow>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM activities WHERE deal_id = $1 AND done_at IS NULL AND archived_at IS NULL \
             ORDER BY starts_at, id"
        ),
        params![deal_id],
    )
}

/// What is planned on the record itself; of a company not what is planned in its deals.
pub fn list_open_of(tx: &mut Tx, of: Of) -> Result<Vec<ActivityRow>> {
    let (meant, id) = match of {
        Of::Deal(id) => ("deal_id = $1", id),
        Of::Company(id) => ("company_id = $1 AND deal_id IS NULL", id),
        Of::Person(id) => ("person_id = $1 AND deal_id IS NULL", id),
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM activities WHERE {meant} AND done_at IS NULL AND archived_at IS NULL \
         ORDER BY starts_at, id"
    );
    tx.all(&sql, params![id])
}

/// Whether something is planned on the company itself.
pub fn has_open_of_company(tx: &mut Tx, company_id: i64) -> Result<bool> {
    let open: Option<(i64,)> = tx.opt(
        "SELECT id FROM activities WHERE company_id = $1 AND done_at IS NULL AND archived_at IS NULL LIMIT 1",
        params![company_id],
    )?;
    Ok(open.is_some())
}

/// When a member is taken, from `from` on: what a free slot must not meet.
pub fn list_taken(tx: &mut Tx, owner: i64, from: Timestamp) -> Result<Vec<(Timestamp, Timestamp)>> {
    tx.all(
        "SELECT starts_at, ends_at FROM activities WHERE owner_id = $1 AND done_at IS NULL AND archived_at IS NULL \
         AND starts_at >= $2 ORDER BY starts_at LIMIT 500",
        params![owner, from],
    )
}

/// Plans an activity again that was done or called off, as it was planned then.
pub fn reopen(tx: &mut Tx, id: i64, planned: &ActivityFields) -> Result<()> {
    tx.run(
        "UPDATE activities SET done_at = NULL, archived_at = NULL, outcome = NULL, findings = '', starts_at = $2, \
         ends_at = $3, words = $4 WHERE id = $1",
        params![id, planned.starts_at, planned.ends_at, &planned.words],
    )?;
    Ok(())
}
