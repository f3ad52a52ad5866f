//! Rows that contradict an invariant. Each check answers at most [`MOST`] of them, so that memory stays bounded.

use crate::{Result, Sql, Tx, params};

/// Liars that one check names.
pub const MOST: i64 = 1_000;

/// A check whose statement answers `(row id, what it says)`.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The invariant, as a sentence.
    pub invariant: &'static str,
    sql: &'static str,
}

/// Checks that need no definition.
pub const CHECKS: [Check; 12] = [
    Check {
        invariant: "every deal has exactly one case, and mirrors its version, stage and entering",
        sql: "SELECT d.id, CASE WHEN c.id IS NULL THEN 'no case' ELSE 'case in ' || c.stage || ', deal in ' || d.stage END \
              FROM deals d LEFT JOIN cases c ON c.deal_id = d.id WHERE c.id IS NULL OR c.stage <> d.stage \
              OR c.entered_at <> d.stage_entered_at OR c.process_version_id <> d.process_version_id",
    },
    Check {
        invariant: "the last visit of a case is where it stands",
        sql: "SELECT COALESCE(c.deal_id, c.company_id), 'case ' || c.id || ', entry ' || c.entry FROM cases c \
              LEFT JOIN visits v ON v.case_id = c.id AND v.entry = c.entry WHERE v.case_id IS NULL \
              OR v.stage <> c.stage OR v.entered_at <> c.entered_at OR v.left_at IS NOT NULL",
    },
    Check {
        invariant: "visits have no gap and no overlap",
        sql: "SELECT COALESCE(c.deal_id, c.company_id), 'entry ' || v.entry || ' of case ' || v.case_id FROM visits v \
              JOIN cases c ON c.id = v.case_id LEFT JOIN visits n ON n.case_id = v.case_id AND n.entry = v.entry + 1 \
              WHERE v.entry <> c.entry AND (n.case_id IS NULL OR v.left_at IS NULL OR v.left_at <> n.entered_at \
              OR v.left_at < v.entered_at)",
    },
    Check {
        invariant: "visits are counted from 1 to the case's entry",
        sql: "SELECT COALESCE(c.deal_id, c.company_id), 'case ' || c.id FROM cases c WHERE c.entry <> \
              (SELECT COUNT(*) FROM visits v WHERE v.case_id = c.id AND v.entry BETWEEN 1 AND c.entry)",
    },
    Check {
        invariant: "the next step beside a deal is the start of its earliest open activity",
        sql: "SELECT d.id, 'differs from its activities' FROM deals d WHERE d.next_step_at IS DISTINCT FROM \
              (SELECT MIN(a.starts_at) FROM activities a WHERE a.deal_id = d.id AND a.done_at IS NULL \
              AND a.archived_at IS NULL)",
    },
    Check {
        invariant: "a closed deal has its closing time, an open one has none",
        sql: "SELECT d.id, d.status FROM deals d WHERE (d.status = 'open') <> (d.closed_at IS NULL) \
              OR (d.closed_at IS NULL) <> (d.closed_month IS NULL)",
    },
    Check {
        invariant: "every deal in use is found by search under its name and owner",
        sql: "SELECT d.id, CASE WHEN s.id IS NULL THEN 'not in search' ELSE 'search says ' || s.title END FROM deals d \
              LEFT JOIN search_entries s ON s.kind = 'deal' AND s.record_id = d.id WHERE d.archived_at IS NULL \
              AND (s.id IS NULL OR s.title <> d.name OR s.owner_id IS DISTINCT FROM d.owner_id)",
    },
    Check {
        invariant: "every company in use is found by search under its name and owner",
        sql: "SELECT c.id, CASE WHEN s.id IS NULL THEN 'not in search' ELSE 'search says ' || s.title END \
              FROM companies c LEFT JOIN search_entries s ON s.kind = 'company' AND s.record_id = c.id \
              WHERE c.archived_at IS NULL \
              AND (s.id IS NULL OR s.title <> c.name OR s.owner_id IS DISTINCT FROM c.owner_id)",
    },
    Check {
        invariant: "every person in use is found by search under the name and owner",
        sql: "SELECT p.id, CASE WHEN s.id IS NULL THEN 'not in search' ELSE 'search says ' || s.title END FROM people p \
              LEFT JOIN search_entries s ON s.kind = 'person' AND s.record_id = p.id WHERE p.archived_at IS NULL \
              AND (s.id IS NULL OR s.title <> p.name OR s.owner_id IS DISTINCT FROM p.owner_id)",
    },
    Check {
        invariant: "open activities have an owner who is there and take time",
        sql: "SELECT a.id, 'owner ' || a.owner_id FROM activities a LEFT JOIN members m ON m.id = a.owner_id \
              WHERE a.done_at IS NULL AND a.archived_at IS NULL AND (m.id IS NULL OR a.ends_at <= a.starts_at)",
    },
    Check {
        invariant: "open tasks have a doer who is there",
        sql: "SELECT t.id, t.title FROM tasks t LEFT JOIN members m ON m.id = t.owner_id WHERE t.done_at IS NULL \
              AND t.archived_at IS NULL AND m.id IS NULL AND (t.owner_id IS NOT NULL OR t.queue IS NULL)",
    },
    Check {
        invariant: "records that an import made know their import",
        sql: "SELECT id, made FROM (SELECT d.id, d.import_id, 'deal' AS made FROM deals d \
              UNION ALL SELECT c.id, c.import_id, 'company' FROM companies c \
              UNION ALL SELECT p.id, p.import_id, 'person' FROM people p \
              UNION ALL SELECT a.id, a.import_id, 'activity' FROM activities a) made_by_import \
              WHERE import_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM imports i WHERE i.id = import_id)",
    },
];

impl Check {
    /// The rows that break the invariant.
    pub fn list_broken(&self, tx: &mut Tx) -> Result<Vec<(i64, String)>> {
        tx.all(&format!("{} LIMIT $1", self.sql), params![MOST])
    }
}

crate::row! {
    /// Deals that stand alike: to be held against their definition once, not deal by deal.
    pub struct StandingGroup {
        pub process_version_id: i64,
        pub stage: String,
        pub status: String,
        pub stage_probability: i64,
        pub first_id: i64,
        pub deals: i64,
    }
}

pub fn list_standings(tx: &mut Tx) -> Result<Vec<StandingGroup>> {
    tx.all(
        "SELECT process_version_id, stage, status, stage_probability, MIN(id), CAST(COUNT(*) AS BIGINT) FROM deals \
         GROUP BY process_version_id, stage, status, stage_probability",
        params![],
    )
}

/// Stages that visits tell of, by version: `(version, stage, a deal)`.
pub fn list_visited(tx: &mut Tx) -> Result<Vec<(i64, String, i64)>> {
    tx.all(
        "SELECT c.process_version_id, v.stage, MIN(COALESCE(c.deal_id, c.company_id)) FROM visits v JOIN cases c ON c.id = v.case_id \
         GROUP BY c.process_version_id, v.stage",
        params![],
    )
}

/// Deals in a stage that asks for a next step, without one. Those placed there by an import carry the finding
/// `next-step` until they get one.
pub fn list_without_next_step(tx: &mut Tx, version: i64, stage: &str) -> Result<Vec<(i64,)>> {
    let sql = Sql::new("SELECT d.id FROM deals d JOIN cases c ON c.deal_id = d.id WHERE d.process_version_id = ")
        .bind(version)
        .text(" AND d.stage = ")
        .bind(stage)
        .text(
            " AND d.archived_at IS NULL AND c.findings NOT LIKE '%\"next-step\"%' AND NOT EXISTS \
             (SELECT 1 FROM activities a WHERE a.deal_id = d.id AND a.done_at IS NULL AND a.archived_at IS NULL) LIMIT ",
        )
        .bind(MOST);
    tx.all(sql.as_str(), sql.params())
}
