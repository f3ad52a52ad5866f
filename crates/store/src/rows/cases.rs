//! Cases and the stages they visited.

use jiff::Timestamp;
use sales::Owners;

use super::events::Of;
use super::reach;
use crate::{Result, Sql, Tx, params};

crate::row! {
    pub struct CaseRow {
        pub id: i64,
        pub process: String,
        pub process_version_id: i64,
        pub stage: String,
        pub entry: i64,
        pub started_at: Timestamp,
        pub entered_at: Timestamp,
        pub findings: String,
        /// Keys of automatic moves that wait, as JSON.
        pub resting: String,
        /// Where its strands stand, as JSON.
        pub strands: String,
    }
}

crate::row! {
    pub struct VisitRow {
        pub case_id: i64,
        pub entry: i64,
        pub stage: String,
        pub move_key: String,
        pub kind: String,
        pub entered_at: Timestamp,
        pub left_at: Option<Timestamp>,
    }
}

pub fn get_of_deal(tx: &mut Tx, deal_id: i64) -> Result<CaseRow> {
    tx.one(&format!("SELECT {} FROM cases WHERE deal_id = $1", CaseRow::COLUMNS), params![deal_id])
}

/// The cases of a company, by their processes.
pub fn list_of_company(tx: &mut Tx, company_id: i64) -> Result<Vec<CaseRow>> {
    let sql = format!("SELECT {} FROM cases WHERE company_id = $1 ORDER BY process", CaseRow::COLUMNS);
    tx.all(&sql, params![company_id])
}

/// The stays of a case, the first first.
pub fn list_visits(tx: &mut Tx, case_id: i64) -> Result<Vec<VisitRow>> {
    let sql = format!("SELECT {} FROM visits WHERE case_id = $1 ORDER BY entry", VisitRow::COLUMNS);
    tx.all(&sql, params![case_id])
}

/// The stays of a deal's case, the first first.
pub fn list_visits_of_deal(tx: &mut Tx, deal_id: i64) -> Result<Vec<VisitRow>> {
    let sql = format!(
        "SELECT {} FROM visits WHERE case_id = (SELECT id FROM cases WHERE deal_id = $1) ORDER BY entry",
        VisitRow::COLUMNS
    );
    tx.all(&sql, params![deal_id])
}

/// Opens a case in its first visit.
pub fn insert(tx: &mut Tx, of: Of, run: &Run<'_>, visit: &NewVisit<'_>, findings: &str) -> Result<i64> {
    let (deal, company) = match of {
        Of::Deal(id) => (Some(id), None),
        Of::Company(id) => (None, Some(id)),
        Of::Person(_) => (None, None),
    };
    let id = tx.insert(
        "INSERT INTO cases (deal_id, company_id, process, process_version_id, stage, entry, started_at, entered_at, \
         findings) VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8) RETURNING id",
        params![
            deal,
            company,
            run.process,
            run.version,
            visit.stage,
            visit.started_at,
            visit.entered_at,
            findings
        ],
    )?;
    insert_visit(tx, id, 1, visit)?;
    Ok(id)
}

/// The same for a placed case, whose id nobody waits for.
pub fn insert_placed(
    tx: &mut Tx,
    deal_id: i64,
    run: &Run<'_>,
    visit: &NewVisit<'_>,
    findings: &str,
) -> Result<()> {
    tx.later(
        "INSERT INTO cases (deal_id, process, process_version_id, stage, entry, started_at, entered_at, findings) \
         VALUES ($1, $2, $3, $4, 1, $5, $6, $7)",
        params![deal_id, run.process, run.version, visit.stage, visit.started_at, visit.entered_at, findings],
    )?;
    tx.later(
        "INSERT INTO visits (case_id, entry, stage, move_key, kind, entered_at) \
         SELECT id, 1, $2, $3, $4, $5 FROM cases WHERE deal_id = $1",
        params![deal_id, visit.stage, visit.move_key, visit.kind, visit.entered_at],
    )
}

/// Which process a case runs, and in which version.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    pub process: &'a str,
    pub version: i64,
}

/// How a stage is entered.
#[derive(Clone, Debug)]
pub struct NewVisit<'a> {
    pub stage: &'a str,
    pub move_key: &'a str,
    pub kind: &'a str,
    pub started_at: Timestamp,
    pub entered_at: Timestamp,
}

/// Closes the visit under way and opens the next at the same instant.
pub fn enter(tx: &mut Tx, case_id: i64, entry: i64, visit: &NewVisit<'_>, findings: &str) -> Result<()> {
    tx.later(
        "UPDATE visits SET left_at = $2 WHERE case_id = $1 AND left_at IS NULL",
        params![case_id, visit.entered_at],
    )?;
    tx.later(
        "UPDATE cases SET stage = $2, entry = $3, entered_at = $4, findings = $5, resting = '[]' WHERE id = $1",
        params![case_id, visit.stage, entry, visit.entered_at, findings],
    )?;
    insert_visit(tx, case_id, entry, visit)
}

/// Keeps which automatic moves wait, as JSON.
pub fn set_resting(tx: &mut Tx, case_id: i64, resting: &str) -> Result<()> {
    tx.later("UPDATE cases SET resting = $2 WHERE id = $1", params![case_id, resting])
}

/// Keeps where its strands stand, as JSON.
pub fn set_strands(tx: &mut Tx, case_id: i64, strands: &str) -> Result<()> {
    tx.later("UPDATE cases SET strands = $2 WHERE id = $1", params![case_id, strands])
}

/// Keeps what stands open on the case, as JSON.
pub fn set_findings(tx: &mut Tx, case_id: i64, findings: &str) -> Result<()> {
    tx.later("UPDATE cases SET findings = $2 WHERE id = $1", params![case_id, findings])
}

fn insert_visit(tx: &mut Tx, case_id: i64, entry: i64, visit: &NewVisit<'_>) -> Result<()> {
    tx.later(
        "INSERT INTO visits (case_id, entry, stage, move_key, kind, entered_at) VALUES ($1, $2, $3, $4, $5, $6)",
        params![case_id, entry, visit.stage, visit.move_key, visit.kind, visit.entered_at],
    )
}

/// Takes the visit under way back: the case stands again in the one before, as if it had not been left.
pub fn step_back(tx: &mut Tx, case_id: i64, findings: &str) -> Result<()> {
    tx.run(
        "DELETE FROM visits WHERE case_id = $1 AND entry = (SELECT entry FROM cases WHERE id = $1) AND entry > 1",
        params![case_id],
    )?;
    tx.run(
        "UPDATE visits SET left_at = NULL WHERE case_id = $1 AND entry = (SELECT entry - 1 FROM cases WHERE id = $1)",
        params![case_id],
    )?;
    tx.run(
        "UPDATE cases SET entry = entry - 1, findings = $2, resting = '[]', \
         stage = (SELECT v.stage FROM visits v WHERE v.case_id = cases.id AND v.entry = cases.entry - 1), \
         entered_at = (SELECT v.entered_at FROM visits v WHERE v.case_id = cases.id AND v.entry = cases.entry - 1) \
         WHERE id = $1 AND entry > 1",
        params![case_id, findings],
    )?;
    Ok(())
}

/// Removes a case with its visits.
pub fn remove(tx: &mut Tx, case_id: i64) -> Result<()> {
    tx.run("DELETE FROM cases WHERE id = $1", params![case_id])?;
    Ok(())
}

/// How many cases of a process run on companies within reach, those in an end apart; counted up to `most`.
pub fn count_of_companies(
    tx: &mut Tx,
    process: &str,
    ends: &[&str],
    reads: &Owners,
    most: i64,
) -> Result<i64> {
    let sql = Sql::new("SELECT COUNT(*) FROM (SELECT 1 FROM cases s JOIN companies c ON c.id = s.company_id")
        .text(" WHERE c.archived_at IS NULL AND s.company_id IS NOT NULL AND s.process = ")
        .bind(process);
    let mut sql = reach::shared(sql, "c.owner_id", reads);
    if !ends.is_empty() {
        sql = sql.text(" AND s.stage NOT IN ").bind_list(ends.iter().copied());
    }
    let sql = sql.text(" LIMIT ").bind(most).text(") counted");
    let (count,): (i64,) = tx.one(sql.as_str(), sql.params())?;
    Ok(count)
}
