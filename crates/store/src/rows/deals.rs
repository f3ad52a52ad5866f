//! Deals. The stage and what follows from it are written by moves alone.

use jiff::Timestamp;
use jiff::civil::Date;
use sales::deal::{DealFields, DealLine, Party};

use crate::{Result, Sql, Tx, params};

crate::row! {
    /// A whole deal.
    pub struct DealRow {
        pub id: i64,
        pub name: String,
        pub company_id: Option<i64>,
        pub person_id: Option<i64>,
        pub owner_id: i64,
        pub engineer_id: Option<i64>,
        pub amount: Option<i64>,
        pub amount_estimated: bool,
        pub recurring: Option<i64>,
        pub currency: String,
        pub expected_close_on: Option<Date>,
        pub probability: Option<i64>,
        pub r#type: Option<String>,
        pub source: Option<String>,
        pub campaign: Option<String>,
        pub competitor: Option<String>,
        pub description: Option<String>,
        pub process_version_id: i64,
        pub stage: String,
        pub status: String,
        pub stage_probability: i64,
        pub stage_entered_at: Timestamp,
        pub next_step_at: Option<Timestamp>,
        pub closed_at: Option<Timestamp>,
        pub closed_month: Option<String>,
        pub lost_reason: Option<String>,
        pub source_id: Option<String>,
        pub import_id: Option<i64>,
        pub version: i64,
        pub created_at: Timestamp,
        pub created_by: Option<i64>,
        pub changed_at: Timestamp,
        pub archived_at: Option<Timestamp>,
    }
}

/// `r#type` is a Rust keyword, not a column: the list is spelt once for statements.
const COLUMNS: &str = "id, name, company_id, person_id, owner_id, engineer_id, amount, amount_estimated, recurring, \
    currency, expected_close_on, probability, type, source, campaign, competitor, description, process_version_id, \
    stage, status, stage_probability, stage_entered_at, next_step_at, closed_at, closed_month, lost_reason, source_id, \
    import_id, version, created_at, created_by, changed_at, archived_at";

impl DealRow {
    /// What a person may edit of it; people and lines are loaded beside.
    pub fn fields(&self, people: Vec<Party>, lines: Vec<DealLine>) -> DealFields {
        DealFields {
            name: self.name.clone(),
            company_id: self.company_id,
            person_id: self.person_id,
            owner_id: Some(self.owner_id),
            engineer_id: self.engineer_id,
            amount: self.amount,
            amount_estimated: self.amount_estimated,
            recurring: self.recurring,
            currency: self.currency.clone(),
            expected_close_on: self.expected_close_on,
            probability: self.probability,
            kind: self.r#type.clone(),
            source: self.source.clone(),
            campaign: self.campaign.clone(),
            competitor: self.competitor.clone(),
            description: self.description.clone(),
            people,
            lines,
        }
    }
}

pub fn get(tx: &mut Tx, id: i64) -> Result<DealRow> {
    tx.one(&format!("SELECT {COLUMNS} FROM deals WHERE id = $1"), params![id])
}

/// The deal, held until the commit.
pub fn get_to_change(tx: &mut Tx, id: i64) -> Result<DealRow> {
    tx.one_to_change(&format!("SELECT {COLUMNS} FROM deals WHERE id = $1"), params![id])
}

/// Whole deals, in no order.
pub fn list(tx: &mut Tx, ids: &[i64]) -> Result<Vec<DealRow>> {
    let sql = Sql::new(&format!("SELECT {COLUMNS} FROM deals WHERE id IN ")).bind_list(ids.iter().copied());
    tx.all(sql.as_str(), sql.params())
}

/// Where a new deal stands and where it came from.
#[derive(Clone, Debug)]
pub struct Origin<'a> {
    pub process_version_id: i64,
    pub stage: &'a str,
    pub status: &'a str,
    pub stage_probability: i64,
    pub entered_at: Timestamp,
    pub closed_at: Option<Timestamp>,
    pub closed_month: Option<String>,
    pub lost_reason: Option<&'a str>,
    pub source_id: Option<&'a str>,
    pub import_id: Option<i64>,
    pub created_at: Timestamp,
    pub created_by: Option<i64>,
    pub now: Timestamp,
}

/// Adds a deal; `owner` is the fields' owner made certain. Totals, case, events and search are the caller's.
pub fn insert(tx: &mut Tx, fields: &DealFields, owner: i64, origin: &Origin<'_>) -> Result<i64> {
    let id = tx.insert(
        "INSERT INTO deals (name, name_key, company_id, person_id, owner_id, engineer_id, amount, amount_estimated, \
         recurring, currency, expected_close_on, probability, type, source, campaign, competitor, description, \
         process_version_id, stage, status, stage_probability, stage_entered_at, closed_at, closed_month, \
         lost_reason, source_id, import_id, version, created_at, created_by, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
         $22, $23, $24, $25, $26, $27, 1, $28, $29, $30) RETURNING id",
        params![
            &fields.name,
            sales::fold::fold(&fields.name),
            fields.company_id,
            fields.person_id,
            owner,
            fields.engineer_id,
            fields.amount,
            fields.amount_estimated,
            fields.recurring,
            &fields.currency,
            fields.expected_close_on,
            fields.probability,
            fields.kind.as_deref(),
            fields.source.as_deref(),
            fields.campaign.as_deref(),
            fields.competitor.as_deref(),
            fields.description.as_deref(),
            origin.process_version_id,
            origin.stage,
            origin.status,
            origin.stage_probability,
            origin.entered_at,
            origin.closed_at,
            origin.closed_month.as_deref(),
            origin.lost_reason,
            origin.source_id,
            origin.import_id,
            origin.created_at,
            origin.created_by,
            origin.now
        ],
    )?;
    insert_parts(tx, id, &fields.people, &fields.lines)?;
    Ok(id)
}

/// Writes the editable fields and counts the version up.
pub fn update_fields(tx: &mut Tx, id: i64, fields: &DealFields, owner: i64, now: Timestamp) -> Result<()> {
    tx.run(
        "UPDATE deals SET name = $2, name_key = $3, company_id = $4, person_id = $5, owner_id = $6, \
         engineer_id = $7, amount = $8, amount_estimated = $9, recurring = $10, currency = $11, \
         expected_close_on = $12, probability = $13, type = $14, source = $15, campaign = $16, competitor = $17, \
         description = $18, changed_at = $19, version = version + 1 WHERE id = $1",
        params![
            id,
            &fields.name,
            sales::fold::fold(&fields.name),
            fields.company_id,
            fields.person_id,
            owner,
            fields.engineer_id,
            fields.amount,
            fields.amount_estimated,
            fields.recurring,
            &fields.currency,
            fields.expected_close_on,
            fields.probability,
            fields.kind.as_deref(),
            fields.source.as_deref(),
            fields.campaign.as_deref(),
            fields.competitor.as_deref(),
            fields.description.as_deref(),
            now
        ],
    )?;
    Ok(())
}

/// Replaces the people in roles and the product lines.
pub fn put_parts(tx: &mut Tx, id: i64, people: &[Party], lines: &[DealLine]) -> Result<()> {
    tx.later("DELETE FROM deal_people WHERE deal_id = $1", params![id])?;
    tx.later("DELETE FROM deal_lines WHERE deal_id = $1", params![id])?;
    insert_parts(tx, id, people, lines)
}

fn insert_parts(tx: &mut Tx, id: i64, people: &[Party], lines: &[DealLine]) -> Result<()> {
    for party in people {
        tx.later(
            "INSERT INTO deal_people (deal_id, person_id, role) VALUES ($1, $2, $3) \
             ON CONFLICT (deal_id, person_id) DO UPDATE SET role = excluded.role",
            params![id, party.person_id, &party.role],
        )?;
    }
    for (position, line) in lines.iter().enumerate() {
        tx.later(
            "INSERT INTO deal_lines (deal_id, product_id, quantity, unit_price, position) VALUES ($1, $2, $3, $4, $5)",
            params![id, line.product_id, line.quantity, line.unit_price, position as i64],
        )?;
    }
    Ok(())
}

pub fn list_people(tx: &mut Tx, id: i64) -> Result<Vec<Party>> {
    let rows: Vec<(i64, String)> =
        tx.all("SELECT person_id, role FROM deal_people WHERE deal_id = $1 ORDER BY person_id", params![id])?;
    Ok(rows.into_iter().map(|(person_id, role)| Party { person_id, role }).collect())
}

pub fn list_lines(tx: &mut Tx, id: i64) -> Result<Vec<DealLine>> {
    let rows: Vec<(i64, i64, Option<i64>)> = tx.all(
        "SELECT product_id, quantity, unit_price FROM deal_lines WHERE deal_id = $1 ORDER BY position",
        params![id],
    )?;
    let line = |(product_id, quantity, unit_price)| DealLine { product_id, quantity, unit_price };
    Ok(rows.into_iter().map(line).collect())
}

/// Where a move has brought a deal.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    pub stage: &'a str,
    pub status: &'a str,
    pub stage_probability: i64,
    pub entered_at: Timestamp,
    pub closed_at: Option<Timestamp>,
    pub closed_month: Option<String>,
    pub lost_reason: Option<&'a str>,
}

pub fn update_standing(tx: &mut Tx, id: i64, standing: &Standing<'_>, now: Timestamp) -> Result<()> {
    tx.later(
        "UPDATE deals SET stage = $2, status = $3, stage_probability = $4, stage_entered_at = $5, closed_at = $6, \
         closed_month = $7, lost_reason = $8, changed_at = $9, version = version + 1 WHERE id = $1",
        params![
            id,
            standing.stage,
            standing.status,
            standing.stage_probability,
            standing.entered_at,
            standing.closed_at,
            standing.closed_month.as_deref(),
            standing.lost_reason,
            now
        ],
    )
}

/// Keeps the start of the earliest open activity beside the deal, for boards and lists.
pub fn refresh_next_step(tx: &mut Tx, id: i64) -> Result<()> {
    tx.later(
        "UPDATE deals SET next_step_at = (SELECT MIN(starts_at) FROM activities \
         WHERE deal_id = $1 AND done_at IS NULL AND archived_at IS NULL) WHERE id = $1",
        params![id],
    )
}

/// Keeps the start of a deal's only open activity beside it.
pub fn set_next_step(tx: &mut Tx, id: i64, at: Timestamp) -> Result<()> {
    tx.later("UPDATE deals SET next_step_at = $2 WHERE id = $1", params![id, at])
}

pub fn set_archived(tx: &mut Tx, id: i64, at: Option<Timestamp>, now: Timestamp) -> Result<()> {
    tx.run(
        "UPDATE deals SET archived_at = $2, changed_at = $3, version = version + 1 WHERE id = $1",
        params![id, at, now],
    )?;
    Ok(())
}

/// Gives the deal, and what the old owner had open on it, to another member.
pub fn assign(tx: &mut Tx, id: i64, from: i64, to: i64, now: Timestamp) -> Result<()> {
    tx.run(
        "UPDATE deals SET owner_id = $2, changed_at = $3, version = version + 1 WHERE id = $1",
        params![id, to, now],
    )?;
    for table in ["activities", "tasks"] {
        tx.run(
            &format!(
                "UPDATE {table} SET owner_id = $3 WHERE deal_id = $1 AND owner_id = $2 AND done_at IS NULL"
            ),
            params![id, from, to],
        )?;
    }
    Ok(())
}
