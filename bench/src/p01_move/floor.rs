//! The same rows on rusqlite alone: one connection, one durable transaction a move, everything known beforehand.

use std::cell::Cell;
use std::time::Instant;

use anyhow::{Result, bail, ensure};
use rusqlite::{Connection, params};

use super::Prospect;
use crate::fixture::open;
use crate::product::Place;

/// Bodies of the two events, as long as the product's own.
pub const MOVED: &str = r#"{"event":"case-moved","move_key":"book","kind":"forward","from":"prospect","to":"first-appointment","answers":{},"accepted":["fresh-note"],"overridden":null,"facts":{"decided":{"bool":false},"network_booked":{"bool":false},"presented":{"bool":false},"said_no":{"bool":false},"sales_booked":{"bool":false}}}"#;
pub const PLANNED: &str = r#"{"event":"activity-planned","activity":123456,"kind":"first-appointment","subject":"","starts_at":"2026-11-23T09:00:00Z","ends_at":"2026-11-23T10:00:00Z","owner":12,"by_process":false}"#;
pub const FINDINGS: &str = r#"[{"code":"DW110","id":"fresh-note","severity":"warns","says":{"en":"Nothing was noted since this stage was entered.","ru":"С начала этапа нет ни одной заметки."}}]"#;

pub struct Floor {
    connection: Connection,
    now: Cell<i64>,
}

impl Floor {
    pub fn open(place: &Place) -> Result<Floor> {
        let Place::File(path) = place else { bail!("this floor is SQLite's") };
        Ok(Floor { connection: open(path)?, now: Cell::new(1_800_000_000_000_000) })
    }

    /// Moves a second.
    pub fn block(&self, prospects: &[Prospect]) -> Result<f64> {
        ensure!(!prospects.is_empty(), "there are too few deals for so many pairs");
        let started = Instant::now();
        for prospect in prospects {
            self.book(prospect)?;
        }
        Ok(prospects.len() as f64 / started.elapsed().as_secs_f64())
    }

    fn book(&self, deal: &Prospect) -> Result<()> {
        let now = self.now.get() + 1_000;
        self.now.set(now);
        let starts_at = now + (20 + deal.deal % 30) * 3_600_000_000;
        let say = |sql: &str| self.connection.prepare_cached(sql);
        say("BEGIN IMMEDIATE")?.execute([])?;
        say("UPDATE deals SET stage = 'first-appointment', status = 'open', stage_probability = 25, stage_entered_at = ?2, \
             changed_at = ?2, next_step_at = MIN(COALESCE(next_step_at, ?3), ?3), version = version + 1 WHERE id = ?1")?
            .execute([deal.deal, now, starts_at])?;
        say("UPDATE visits SET left_at = ?2 WHERE case_id = ?1 AND entry = 1")?.execute([deal.case, now])?;
        say("UPDATE cases SET stage = 'first-appointment', entry = 2, entered_at = ?2, findings = ?3 WHERE id = ?1")?
            .execute(params![deal.case, now, FINDINGS])?;
        say("INSERT INTO visits (case_id, entry, stage, move_key, kind, entered_at) \
             VALUES (?1, 2, 'first-appointment', 'book', 'forward', ?2)")?
        .execute([deal.case, now])?;
        self.add(deal, "first-appointment", 1)?;
        self.add(deal, "prospect", -1)?;
        say("INSERT INTO activities (type, deal_id, owner_id, starts_at, ends_at, created_at, created_by) \
             VALUES ('first-appointment', ?1, ?2, ?3, ?4, ?5, ?2)")?
        .execute([deal.deal, deal.owner, starts_at, starts_at + 3_600_000_000, now])?;
        for (kind, body) in [("case-moved", MOVED), ("activity-planned", PLANNED)] {
            say("INSERT INTO events (at, actor, member_id, kind, deal_id, company_id, person_id, body) \
                 VALUES (?1, 'member', ?2, ?3, ?4, ?5, ?6, ?7)")?
            .execute(params![now, deal.owner, kind, deal.deal, deal.company, deal.person, body])?;
        }
        say("COMMIT")?.execute([])?;
        Ok(())
    }

    fn add(&self, deal: &Prospect, stage: &str, sign: i64) -> Result<()> {
        let sql = "INSERT INTO deal_totals (process_version_id, stage, status, owner_id, currency, deals, amount, recurring) \
            VALUES (?1, ?2, 'open', ?3, ?4, ?5, ?6, ?7) ON CONFLICT (process_version_id, stage, status, owner_id, currency) DO UPDATE \
            SET deals = deals + excluded.deals, amount = amount + excluded.amount, recurring = recurring + excluded.recurring";
        let sums = (sign * deal.amount, sign * deal.recurring);
        let row = params![deal.version, stage, deal.owner, deal.currency, sign, sums.0, sums.1];
        self.connection.prepare_cached(sql)?.execute(row)?;
        Ok(())
    }
}

/// What both sides must agree on in the end: as many rows in every table, the same totals, the same stages.
const ROWS: [&str; 5] = [
    "SELECT COUNT(*), SUM(entry) FROM visits",
    "SELECT COUNT(*), SUM(entry) FROM cases WHERE stage = 'first-appointment'",
    "SELECT COUNT(*), SUM(done_at IS NULL) FROM activities",
    "SELECT COUNT(*), SUM(kind = 'case-moved') FROM events",
    "SELECT SUM(deals), SUM(amount) FROM deal_totals WHERE stage = 'first-appointment'",
];

/// Refuses a floor that did not write what the product wrote.
pub fn same_rows(product: &Place, floor: &Place) -> Result<()> {
    let (Place::File(product), Place::File(floor)) = (product, floor) else {
        bail!("these rows are SQLite's")
    };
    let (product, floor) = (open(product)?, open(floor)?);
    for sql in ROWS {
        let read = |connection: &Connection| -> rusqlite::Result<(i64, Option<i64>)> {
            connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
        };
        let (ours, raw) = (read(&product)?, read(&floor)?);
        ensure!(ours == raw, "the floor wrote other rows: {sql}: {ours:?} and {raw:?}");
    }
    Ok(())
}
