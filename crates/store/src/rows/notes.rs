//! Words on a record.

use jiff::Timestamp;

use super::activities::Subject;
use crate::{Result, Tx, params};

pub fn insert(tx: &mut Tx, body: &str, subject: Subject, now: Timestamp, by: Option<i64>) -> Result<i64> {
    tx.insert(
        "INSERT INTO notes (body, deal_id, company_id, person_id, created_at, created_by) \
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
        params![body, subject.deal_id, subject.company_id, subject.person_id, now, by],
    )
}

/// Takes a note away; what was written stays in the events.
pub fn archive(tx: &mut Tx, id: i64, now: Timestamp) -> Result<()> {
    tx.run("UPDATE notes SET archived_at = $2 WHERE id = $1", params![id, now])?;
    Ok(())
}
