//! Counts and sums of unarchived deals by process, stage, owner and currency, kept in the transaction of each change.

use sales::Owners;

use super::deals::DealRow;
use super::reach;
use crate::{Result, Sql, Tx, params};

/// What a deal adds to the totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    pub process_version_id: i64,
    pub stage: String,
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
            owner_id: deal.owner_id,
            currency: deal.currency.clone(),
            amount: deal.amount.unwrap_or(0),
            recurring: deal.recurring.unwrap_or(0),
        })
    }
}

/// Replaces what a deal added before by what it adds now, in key order so that two writers never wait in a ring.
pub fn change(tx: &mut Tx, before: Option<&Share>, after: Option<&Share>) -> Result<()> {
    if before == after {
        return Ok(());
    }
    let mut steps: Vec<(&Share, i64)> = before.map(|share| (share, -1)).into_iter().collect();
    steps.extend(after.map(|share| (share, 1)));
    steps.sort_by(|(a, _), (b, _)| key(a).cmp(&key(b)));
    for (share, sign) in steps {
        add(tx, share, sign)?;
    }
    Ok(())
}

fn key(share: &Share) -> (i64, &str, i64, &str) {
    (share.process_version_id, &share.stage, share.owner_id, &share.currency)
}

/// Adds `count` times a share.
pub fn add(tx: &mut Tx, share: &Share, count: i64) -> Result<()> {
    let (amount, recurring) = (share.amount * count, share.recurring * count);
    add_sums(tx, &Share { amount, recurring, ..share.clone() }, count)
}

/// Adds sums made beforehand over `deals` deals.
pub fn add_sums(tx: &mut Tx, sums: &Share, deals: i64) -> Result<()> {
    tx.run(
        "INSERT INTO deal_totals (process_version_id, stage, owner_id, currency, deals, amount, recurring) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (process_version_id, stage, owner_id, currency) DO UPDATE SET \
         deals = deal_totals.deals + excluded.deals, amount = deal_totals.amount + excluded.amount, \
         recurring = deal_totals.recurring + excluded.recurring",
        params![
            sums.process_version_id,
            &sums.stage,
            sums.owner_id,
            &sums.currency,
            deals,
            sums.amount,
            sums.recurring
        ],
    )?;
    Ok(())
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

/// Rows where the kept totals differ from what the deals give: `(version, stage, owner, currency)` as text.
pub fn list_lying(tx: &mut Tx) -> Result<Vec<String>> {
    let rows: Vec<(i64, String, i64, String, i64, i64)> = tx.all(
        "SELECT process_version_id, stage, owner_id, currency, CAST(SUM(kept) AS BIGINT), CAST(SUM(real_) AS BIGINT) \
         FROM (SELECT process_version_id, stage, owner_id, currency, deals AS kept, 0 AS real_, amount AS kept_amount, \
                      0 AS real_amount, recurring AS kept_recurring, 0 AS real_recurring FROM deal_totals \
               UNION ALL \
               SELECT process_version_id, stage, owner_id, currency, 0, COUNT(*), 0, COALESCE(SUM(amount), 0), 0, \
                      COALESCE(SUM(recurring), 0) FROM deals WHERE archived_at IS NULL \
               GROUP BY process_version_id, stage, owner_id, currency) both_ \
         GROUP BY process_version_id, stage, owner_id, currency \
         HAVING SUM(kept) <> SUM(real_) OR SUM(kept_amount) <> SUM(real_amount) \
             OR SUM(kept_recurring) <> SUM(real_recurring)",
        params![],
    )?;
    let line = |(version, stage, owner, currency, kept, real)| {
        format!("version {version}, stage {stage}, owner {owner}, {currency}: kept {kept}, counted {real}")
    };
    Ok(rows.into_iter().map(line).collect())
}
