//! What a member has to do: activities and tasks with what they are for.

use jiff::Timestamp;
use sales::Owners;

use super::reach;
use crate::{Result, Sql, Tx, params};

crate::row! {
    /// An open activity of a member with its deal, client and person.
    pub struct DayActivity {
        pub id: i64,
        pub kind: String,
        pub subject: String,
        pub starts_at: Timestamp,
        pub ends_at: Timestamp,
        pub postponed: i64,
        pub deal_id: Option<i64>,
        pub deal_name: Option<String>,
        pub deal_owner: Option<i64>,
        pub deal_version: Option<i64>,
        pub stage: Option<String>,
        pub amount: Option<i64>,
        pub recurring: Option<i64>,
        pub currency: Option<String>,
        pub company_id: Option<i64>,
        pub company_name: Option<String>,
        pub person_id: Option<i64>,
        pub person_name: Option<String>,
    }
}

const FROM_ACTIVITIES: &str = " FROM activities a LEFT JOIN deals d ON d.id = a.deal_id \
    LEFT JOIN companies c ON c.id = COALESCE(a.company_id, d.company_id) \
    LEFT JOIN people p ON p.id = COALESCE(a.person_id, d.person_id) \
    WHERE a.owner_id = $1 AND a.done_at IS NULL AND a.archived_at IS NULL AND a.starts_at >= $2 AND a.starts_at < $3 \
    AND (d.id IS NULL OR d.archived_at IS NULL)";

/// A member's open activities that start within `from..until`, earliest first.
pub fn list_activities(
    tx: &mut Tx,
    member: i64,
    from: Timestamp,
    until: Timestamp,
    limit: i64,
) -> Result<Vec<DayActivity>> {
    let sql = format!(
        "SELECT a.id, a.type, a.subject, a.starts_at, a.ends_at, a.postponed, d.id, d.name, d.owner_id, \
         d.process_version_id, d.stage, d.amount, d.recurring, d.currency, c.id, c.name, p.id, p.name\
         {FROM_ACTIVITIES} ORDER BY a.starts_at, a.id LIMIT $4"
    );
    tx.all(&sql, params![member, from, until, limit])
}

/// How many of them there are.
pub fn count_activities(tx: &mut Tx, member: i64, from: Timestamp, until: Timestamp) -> Result<i64> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM activities a LEFT JOIN deals d ON d.id = a.deal_id \
        WHERE a.owner_id = $1 AND a.done_at IS NULL AND a.archived_at IS NULL AND a.starts_at >= $2 \
        AND a.starts_at < $3 AND (d.id IS NULL OR d.archived_at IS NULL)";
    let (count,) = tx.one::<(i64,)>(sql, params![member, from, until])?;
    Ok(count)
}

crate::row! {
    /// What takes up a member's time, done or still open.
    pub struct DayEntry {
        pub id: i64,
        pub kind: String,
        pub subject: String,
        pub starts_at: Timestamp,
        pub ends_at: Timestamp,
        pub done_at: Option<Timestamp>,
        pub deal_id: Option<i64>,
        pub client: Option<String>,
    }
}

/// Everything of a member that starts within `from..until`, earliest first.
pub fn list_entries(
    tx: &mut Tx,
    member: i64,
    from: Timestamp,
    until: Timestamp,
    limit: i64,
) -> Result<Vec<DayEntry>> {
    // Done and open ones have an index each.
    let part = |done: &str| {
        format!(
            "SELECT a.id, a.type, a.subject, a.starts_at, a.ends_at, a.done_at, d.id, COALESCE(c.name, p.name) \
             FROM activities a LEFT JOIN deals d ON d.id = a.deal_id \
             LEFT JOIN companies c ON c.id = COALESCE(a.company_id, d.company_id) \
             LEFT JOIN people p ON p.id = COALESCE(a.person_id, d.person_id) WHERE a.owner_id = $1 AND {done} \
             AND a.archived_at IS NULL AND a.starts_at >= $2 AND a.starts_at < $3 \
             AND (d.id IS NULL OR d.archived_at IS NULL)"
        )
    };
    let (open, done) = (part("a.done_at IS NULL"), part("a.done_at IS NOT NULL"));
    tx.all(&format!("{open} UNION ALL {done} ORDER BY 4, 1 LIMIT $4"), params![member, from, until, limit])
}

/// How many activities a member has done that started within `from..until`.
pub fn count_done(tx: &mut Tx, member: i64, from: Timestamp, until: Timestamp) -> Result<i64> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM activities WHERE owner_id = $1 AND done_at IS NOT NULL \
        AND archived_at IS NULL AND starts_at >= $2 AND starts_at < $3";
    let (count,) = tx.one::<(i64,)>(sql, params![member, from, until])?;
    Ok(count)
}

crate::row! {
    /// An open task with what it is for.
    pub struct DayTask {
        pub id: i64,
        pub title: String,
        pub kind: String,
        pub due_at: Option<Timestamp>,
        pub queue: Option<String>,
        pub deal_id: Option<i64>,
        pub deal_name: Option<String>,
        pub company_id: Option<i64>,
        pub company_name: Option<String>,
    }
}

const TASKS: &str = "SELECT t.id, t.title, t.kind, t.due_at, t.queue, d.id, d.name, c.id, c.name FROM tasks t \
    LEFT JOIN deals d ON d.id = t.deal_id LEFT JOIN companies c ON c.id = COALESCE(t.company_id, d.company_id) \
    WHERE t.done_at IS NULL AND t.archived_at IS NULL AND (d.id IS NULL OR d.archived_at IS NULL)";

/// A member's open tasks, earliest deadline first; those without deadline last.
pub fn list_tasks(tx: &mut Tx, member: i64, limit: i64) -> Result<Vec<DayTask>> {
    let sql = Sql::new(TASKS)
        .text(" AND t.owner_id = ")
        .bind(member)
        .text(" ORDER BY t.due_at IS NULL, t.due_at, t.id LIMIT ")
        .bind(limit);
    tx.all(sql.as_str(), sql.params())
}

/// A member's open tasks whose deadline has passed.
pub fn count_overdue_tasks(tx: &mut Tx, member: i64, now: Timestamp) -> Result<i64> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM tasks t LEFT JOIN deals d ON d.id = t.deal_id \
        WHERE t.owner_id = $1 AND t.done_at IS NULL AND t.archived_at IS NULL AND t.due_at < $2 \
        AND (d.id IS NULL OR d.archived_at IS NULL)";
    let (count,) = tx.one::<(i64,)>(sql, params![member, now])?;
    Ok(count)
}

/// Open tasks of queues that nobody has taken, of deals within reach. Whoever works in the queue's team sees them
/// whatever their reach: the hand-off is theirs to take.
pub fn list_queued_tasks(tx: &mut Tx, member: i64, reads: &Owners, limit: i64) -> Result<Vec<DayTask>> {
    let mut sql = Sql::new(TASKS).text(" AND t.owner_id IS NULL AND t.queue IS NOT NULL");
    if *reads != Owners::Everyone {
        sql = reach::owned(sql.text(" AND ((d.id IS NOT NULL"), "d.owner_id", reads)
            .text(") OR t.queue IN (SELECT q.name FROM members me JOIN teams q ON q.id = me.team_id WHERE me.id = ")
            .bind(member)
            .text("))");
    }
    sql = sql.text(" ORDER BY t.due_at IS NULL, t.due_at, t.id LIMIT ").bind(limit);
    tx.all(sql.as_str(), sql.params())
}

/// Open deals of these owners by version and stage: `(version, stage, deals)`.
pub fn list_deal_counts(tx: &mut Tx, reads: &Owners) -> Result<Vec<(i64, String, i64)>> {
    let sql = Sql::new(
        "SELECT t.process_version_id, t.stage, CAST(SUM(t.deals) AS BIGINT) FROM deal_totals t WHERE t.deals <> 0",
    );
    let sql = reach::owned(sql, "t.owner_id", reads).text(" GROUP BY t.process_version_id, t.stage");
    tx.all(sql.as_str(), sql.params())
}

/// Notices a member has not read.
pub fn count_unread(tx: &mut Tx, member: i64) -> Result<i64> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM notifications WHERE member_id = $1 AND read_at IS NULL";
    let (count,) = tx.one::<(i64,)>(sql, params![member])?;
    Ok(count)
}
