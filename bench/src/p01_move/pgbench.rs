//! The floor on PostgreSQL: pgbench with prepared statements that write the same rows, as many clients.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::bench::Bench;

/// Deals are drawn by chance; an entry of a visit is never drawn twice, as good as.
const SCRIPT: &str = r#"
\set deal random(1, {deals})
\set entry random(2, 2000000000)
\set owner random(1, 60)
BEGIN;
UPDATE deals SET stage = 'first-appointment', status = 'open', stage_probability = 25, stage_entered_at = 1800000000000000 + :entry, changed_at = 1800000000000000 + :entry, next_step_at = 1800000000000000 + :entry, version = version + 1 WHERE id = :deal;
UPDATE visits SET left_at = 1800000000000000 WHERE case_id = :deal AND entry = 1;
UPDATE cases SET stage = 'first-appointment', entry = :entry, entered_at = 1800000000000000, findings = '{findings}' WHERE id = :deal;
INSERT INTO visits (case_id, entry, stage, move_key, kind, entered_at) VALUES (:deal, :entry, 'first-appointment', 'book', 'forward', 1800000000000000);
INSERT INTO activities (type, deal_id, owner_id, starts_at, ends_at, created_at, created_by) VALUES ('first-appointment', :deal, :owner, 1800000000000000 + :entry, 1800003600000000 + :entry, 1800000000000000, :owner);
INSERT INTO events (at, actor, member_id, kind, deal_id, body) VALUES (1800000000000000 + :entry, 'member', :owner, 'case-moved', :deal, '{moved}');
INSERT INTO events (at, actor, member_id, kind, deal_id, body) VALUES (1800000000000000 + :entry, 'member', :owner, 'activity-planned', :deal, '{planned}');
INSERT INTO deal_totals (process_version_id, stage, status, owner_id, currency, deals, amount, recurring) VALUES (2, 'first-appointment', 'open', :owner, 'GBP', 1, 1000, 10) ON CONFLICT (process_version_id, stage, status, owner_id, currency) DO UPDATE SET deals = deal_totals.deals + excluded.deals, amount = deal_totals.amount + excluded.amount, recurring = deal_totals.recurring + excluded.recurring;
INSERT INTO deal_totals (process_version_id, stage, status, owner_id, currency, deals, amount, recurring) VALUES (2, 'prospect', 'open', :owner, 'GBP', -1, -1000, -10) ON CONFLICT (process_version_id, stage, status, owner_id, currency) DO UPDATE SET deals = deal_totals.deals + excluded.deals, amount = deal_totals.amount + excluded.amount, recurring = deal_totals.recurring + excluded.recurring;
COMMIT;
"#;

/// Writes the script for a company of so many deals.
pub fn script(bench: &Bench, deals: u32) -> Result<PathBuf> {
    let path = bench.scratch().join("move.pgbench");
    let text = |length: usize| "x".repeat(length);
    let filled = SCRIPT
        .replace("{deals}", &deals.to_string())
        .replace("{findings}", &text(super::floor::FINDINGS.len()))
        .replace("{moved}", &text(super::floor::MOVED.len()))
        .replace("{planned}", &text(super::floor::PLANNED.len()));
    std::fs::write(&path, filled)?;
    Ok(path)
}

/// Transactions a second of so many, connecting left out.
pub fn rate(bench: &Bench, database: &str, script: &Path, (clients, moves): (usize, usize)) -> Result<f64> {
    let mut command: Command = bench.cluster()?.client("pgbench");
    let each = (moves / clients).max(1).to_string();
    let (clients, threads) = (clients.to_string(), clients.min(2).to_string());
    command.args(["-n", "-M", "prepared", "-c", &clients, "-j", &threads, "-t", &each, "-f"]);
    let output = command.arg(script).arg(database).output().context("starting pgbench")?;
    let (said, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    ensure!(output.status.success(), "pgbench failed: {errors}");
    let line = said.lines().find_map(|line| line.strip_prefix("tps = ")).context("pgbench said no rate")?;
    Ok(line.split(' ').next().unwrap_or_default().parse()?)
}
