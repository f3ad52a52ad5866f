//! A company in which every deal is a prospect, so that each can be moved once.

use anyhow::Result;
use store::{Store, StoreSettings};

use crate::bench::Bench;
use crate::product::Place;

/// A deal with what the floor needs to know beforehand.
#[derive(Clone, Debug)]
pub struct Prospect {
    pub deal: i64,
    pub case: i64,
    pub owner: i64,
    pub version: i64,
    pub currency: String,
    pub amount: i64,
    pub recurring: i64,
    pub company: Option<i64>,
    pub person: Option<i64>,
}

/// One text for both databases.
const ALL_ARE_PROSPECTS: [&str; 6] = [
    "UPDATE deals SET stage = 'prospect', status = 'open', stage_probability = 10, closed_at = NULL, \
     closed_month = NULL, lost_reason = NULL, source = COALESCE(source, 'web'), archived_at = NULL, \
     process_version_id = (SELECT MAX(id) FROM process_versions WHERE process = 'six-stage-funnel')",
    "UPDATE cases SET stage = 'prospect', entry = 1, \
     process_version_id = (SELECT MAX(id) FROM process_versions WHERE process = 'six-stage-funnel')",
    "DELETE FROM visits WHERE entry > 1",
    "UPDATE visits SET stage = 'prospect', left_at = NULL",
    "DELETE FROM deal_totals",
    "INSERT INTO deal_totals (process_version_id, stage, status, owner_id, currency, deals, amount, recurring) \
     SELECT process_version_id, stage, status, owner_id, currency, COUNT(*), COALESCE(SUM(amount), 0), \
     COALESCE(SUM(recurring), 0) FROM deals GROUP BY process_version_id, stage, status, owner_id, currency",
];

type Row = (i64, i64, i64, i64, String, i64, i64, Option<i64>, Option<i64>);

/// Makes them, and lists them in an order in which neighbours lie far apart.
pub fn all(bench: &Bench, place: &Place) -> Result<Vec<Prospect>> {
    let store = Store::open(&place.to_string().parse()?, StoreSettings::default())?;
    store.write_blocking(|tx| {
        for statement in ALL_ARE_PROSPECTS {
            tx.run(statement, &[])?;
        }
        Ok::<_, store::Error>(())
    })?;
    let rows: Vec<Row> = store.read_blocking(|tx| {
        tx.all(
            "SELECT d.id, k.id, d.owner_id, d.process_version_id, d.currency, COALESCE(d.amount, 0), \
             COALESCE(d.recurring, 0), d.company_id, d.person_id FROM deals d JOIN cases k ON k.deal_id = d.id \
             ORDER BY d.id * 7919 % 99991, d.id",
            &[],
        )
    })?;
    drop(store);
    if let Place::Url(url) = place {
        let database = url.trim_start_matches("postgres:///").split('?').next().unwrap_or_default();
        bench.cluster()?.say(database, "VACUUM (ANALYZE)")?;
    }
    let prospect = |(deal, case, owner, version, currency, amount, recurring, company, person): Row| {
        Prospect { deal, case, owner, version, currency, amount, recurring, company, person }
    };
    Ok(rows.into_iter().map(prospect).collect())
}
