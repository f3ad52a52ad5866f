//! Counts and sums of unarchived deals by stage, by type and by the month of closing, each by owner and currency, kept
//! in the transaction of each change.

use std::collections::BTreeMap;

use sales::Owners;

use super::deals::DealRow;
use super::reach;
use crate::{Result, Sql, Tx, params};

/// Where a deal counts, and with how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    pub process_version_id: i64,
    pub stage: String,
    pub status: String,
    pub kind: Option<String>,
    /// As [`sales::deal::month`] names it; none for an open deal.
    pub closed_month: Option<String>,
    pub owner_id: i64,
    pub currency: String,
    pub amount: i64,
    pub recurring: i64,
}

impl Share {
    /// None for an archived deal.
    pub fn of(deal: &DealRow) -> Option<Share> {
        deal.archived_at.is_none().then(|| Share {
            process_version_id: deal.process_version_id,
            stage: deal.stage.clone(),
            status: deal.status.clone(),
            kind: deal.r#type.clone(),
            closed_month: deal.closed_month.clone(),
            owner_id: deal.owner_id,
            currency: deal.currency.clone(),
            amount: deal.amount.unwrap_or(0),
            recurring: deal.recurring.unwrap_or(0),
        })
    }

    /// The totals it counts in.
    fn keys(&self) -> Vec<Key> {
        let (version, owner) = (self.process_version_id, self.owner_id);
        let (status, currency) = (&self.status, &self.currency);
        let by = |stage| Key { by: stage, status: status.clone(), owner, currency: currency.clone() };
        let mut keys = vec![
            by(By::Stage { version, stage: self.stage.clone() }),
            by(By::Type(self.kind.clone().unwrap_or_default())),
        ];
        keys.extend(self.closed_month.clone().map(|month| by(By::Month { month, version })));
        keys
    }
}

/// One row of one of the tables. Every writer takes them in this order, so that two never wait in a ring.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    by: By,
    status: String,
    owner: i64,
    currency: String,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Stage {
        version: i64,
        stage: String,
    },
    /// Empty for a deal without a type.
    Type(String),
    Month {
        month: String,
        version: i64,
    },
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sum {
    deals: i64,
    amount: i64,
    recurring: i64,
}

/// Changes of the totals that are gathered first and written once.
#[derive(Debug, Default)]
pub struct Tally(BTreeMap<Key, Sum>);

impl Tally {
    /// Counts a deal in.
    pub fn add(&mut self, share: &Share) {
        self.count(share, 1);
    }

    /// Counts a deal out.
    pub fn subtract(&mut self, share: &Share) {
        self.count(share, -1);
    }

    fn count(&mut self, share: &Share, times: i64) {
        for key in share.keys() {
            let sum = self.0.entry(key).or_default();
            sum.deals += times;
            sum.amount += times * share.amount;
            sum.recurring += times * share.recurring;
        }
    }

    /// Writes what has changed.
    ///
    /// # Errors
    /// What the engine says.
    pub fn write(self, tx: &mut Tx) -> Result<()> {
        for (key, sum) in self.0.into_iter().filter(|(_, sum)| *sum != Sum::default()) {
            key.add(tx, sum)?;
        }
        Ok(())
    }
}

impl Key {
    fn add(&self, tx: &mut Tx, sum: Sum) -> Result<()> {
        let (owner, status, currency) = (self.owner, &self.status, &self.currency);
        let Sum { deals, amount, recurring } = sum;
        match &self.by {
            By::Stage { version, stage } => tx.later(
                "INSERT INTO deal_totals AS t \
                 (owner_id, status, currency, deals, amount, recurring, process_version_id, stage) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
                 ON CONFLICT (process_version_id, stage, status, owner_id, currency) DO UPDATE SET \
                 deals = t.deals + excluded.deals, amount = t.amount + excluded.amount, \
                 recurring = t.recurring + excluded.recurring",
                params![owner, status, currency, deals, amount, recurring, *version, stage],
            ),
            By::Type(kind) => tx.later(
                "INSERT INTO deal_totals_by_type AS t \
                 (owner_id, status, currency, deals, amount, recurring, type) VALUES ($1, $2, $3, $4, $5, $6, $7) \
                 ON CONFLICT (type, status, owner_id, currency) DO UPDATE SET \
                 deals = t.deals + excluded.deals, amount = t.amount + excluded.amount, \
                 recurring = t.recurring + excluded.recurring",
                params![owner, status, currency, deals, amount, recurring, kind],
            ),
            By::Month { month, version } => tx.later(
                "INSERT INTO deal_totals_by_month AS t \
                 (owner_id, status, currency, deals, amount, recurring, closed_month, process_version_id) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
                 ON CONFLICT (status, closed_month, process_version_id, owner_id, currency) DO UPDATE SET \
                 deals = t.deals + excluded.deals, amount = t.amount + excluded.amount, \
                 recurring = t.recurring + excluded.recurring",
                params![owner, status, currency, deals, amount, recurring, month, *version],
            ),
        }
    }
}

/// Removes totals of nothing, which moves leave for the next deal to count in.
///
/// # Errors
/// What the engine says.
pub fn sweep(tx: &mut Tx) -> Result<()> {
    for Kept { table, .. } in &KEPT {
        tx.run(&format!("DELETE FROM {table} WHERE deals = 0"), params![])?;
    }
    Ok(())
}

/// Replaces what a deal added before by what it adds now.
///
/// # Errors
/// What the engine says.
pub fn change(tx: &mut Tx, before: Option<&Share>, after: Option<&Share>) -> Result<()> {
    let mut tally = Tally::default();
    if let Some(before) = before {
        tally.subtract(before);
    }
    if let Some(after) = after {
        tally.add(after);
    }
    tally.write(tx)
}

crate::row! {
    /// A stage's count and sums in one currency, over the owners asked for.
    pub struct StageTotal {
        pub stage: String,
        pub currency: String,
        pub deals: i64,
        pub amount: i64,
        pub recurring: i64,
    }
}

/// Totals by stage and currency of one process (all its versions), within reach and of `owners` if given.
///
/// # Errors
/// What the engine says.
pub fn list_by_stage(
    tx: &mut Tx,
    process: &str,
    reads: &Owners,
    owners: Option<&[i64]>,
) -> Result<Vec<StageTotal>> {
    let mut sql = Sql::new(
        "SELECT t.stage, t.currency, CAST(SUM(t.deals) AS BIGINT), CAST(SUM(t.amount) AS BIGINT), \
         CAST(SUM(t.recurring) AS BIGINT) FROM deal_totals t \
         JOIN process_versions v ON v.id = t.process_version_id WHERE v.process = ",
    )
    .bind(process);
    sql = reach::owned(sql, "t.owner_id", reads);
    if let Some(owners) = owners {
        sql = sql.text(" AND t.owner_id IN ").bind_list(owners.iter().copied());
    }
    sql = sql.text(" GROUP BY t.stage, t.currency HAVING SUM(t.deals) > 0 ORDER BY t.stage, t.currency");
    tx.all(sql.as_str(), sql.params())
}

crate::row! {
    /// Count and sums in one currency.
    pub struct CurrencyTotal {
        pub currency: String,
        pub deals: i64,
        pub amount: i64,
        pub recurring: i64,
    }
}

/// Count and sums of the deals of these versions that were won in a month or later.
///
/// # Errors
/// What the engine says.
pub fn list_won_since(
    tx: &mut Tx,
    owners: &Owners,
    versions: &[i64],
    month: &str,
) -> Result<Vec<CurrencyTotal>> {
    let sql = Sql::new(
        "SELECT t.currency, CAST(SUM(t.deals) AS BIGINT), CAST(SUM(t.amount) AS BIGINT), \
         CAST(SUM(t.recurring) AS BIGINT) FROM deal_totals_by_month t WHERE t.status = 'won' AND t.closed_month >= ",
    )
    .bind(month)
    .text(" AND t.process_version_id IN ")
    .bind_list(versions.iter().copied());
    let sql = reach::owned(sql, "t.owner_id", owners)
        .text(" GROUP BY t.currency HAVING SUM(t.deals) > 0 ORDER BY t.currency");
    tx.all(sql.as_str(), sql.params())
}

/// One of the tables, and what the deals give for it.
struct Kept {
    table: &'static str,
    /// What its rows are told apart by, beside owner and currency.
    columns: [&'static str; 3],
    /// The same of a deal.
    given: [&'static str; 3],
    /// Which deals count in it.
    holds: &'static str,
}

const KEPT: [Kept; 3] = [
    Kept {
        table: "deal_totals",
        columns: ["process_version_id", "stage", "status"],
        given: ["process_version_id", "stage", "status"],
        holds: "archived_at IS NULL",
    },
    Kept {
        table: "deal_totals_by_type",
        columns: ["type", "status", "''"],
        given: ["COALESCE(type, '')", "status", "''"],
        holds: "archived_at IS NULL",
    },
    Kept {
        table: "deal_totals_by_month",
        columns: ["status", "closed_month", "process_version_id"],
        given: ["status", "closed_month", "process_version_id"],
        holds: "archived_at IS NULL AND closed_month IS NOT NULL",
    },
];

/// Rows where the kept totals differ from what the deals give, as text.
///
/// # Errors
/// What the engine says.
pub fn list_lying(tx: &mut Tx) -> Result<Vec<String>> {
    let mut lying = Vec::new();
    for kept in &KEPT {
        lying.extend(kept.list_lying(tx)?);
    }
    Ok(lying)
}

impl Kept {
    fn list_lying(&self, tx: &mut Tx) -> Result<Vec<String>> {
        let Kept { table, columns: [a, b, c], given: [x, y, z], holds } = self;
        let sql = format!(
            "SELECT a, b, c, owner_id, currency, CAST(SUM(kept) AS BIGINT), CAST(SUM(given) AS BIGINT) FROM (\
             SELECT CAST({a} AS TEXT) AS a, CAST({b} AS TEXT) AS b, CAST({c} AS TEXT) AS c, owner_id, currency, \
             deals AS kept, 0 AS given, amount AS kept_amount, 0 AS given_amount, recurring AS kept_recurring, \
             0 AS given_recurring FROM {table} UNION ALL \
             SELECT CAST({x} AS TEXT), CAST({y} AS TEXT), CAST({z} AS TEXT), owner_id, currency, 0, 1, 0, \
             COALESCE(amount, 0), 0, COALESCE(recurring, 0) FROM deals WHERE {holds}) both_ \
             GROUP BY a, b, c, owner_id, currency HAVING SUM(kept) <> SUM(given) \
             OR SUM(kept_amount) <> SUM(given_amount) OR SUM(kept_recurring) <> SUM(given_recurring)"
        );
        let rows: Vec<(String, String, String, i64, String, i64, i64)> = tx.all(&sql, params![])?;
        let line = |(a, b, c, owner, currency, kept, given)| {
            format!("{table}: {a} {b} {c}, owner {owner}, {currency}: kept {kept}, counted {given}")
        };
        Ok(rows.into_iter().map(line).collect())
    }
}
