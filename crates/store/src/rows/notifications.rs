//! What a member is told of.

use jiff::Timestamp;
use sales::Owners;

use super::reach;
use crate::{Result, Sql, Tx, params};

crate::row! {
    pub struct NotificationRow {
        pub id: i64,
        pub event_id: Option<i64>,
        pub deal_id: Option<i64>,
        pub deal_name: Option<String>,
        pub kind: String,
        /// JSON, by kind.
        pub body: String,
        pub created_at: Timestamp,
        pub read_at: Option<Timestamp>,
    }
}

/// Tells a member; `body` is JSON.
pub fn insert(
    tx: &mut Tx,
    member: i64,
    deal: Option<i64>,
    kind: &str,
    body: &str,
    now: Timestamp,
) -> Result<()> {
    tx.later(
        "INSERT INTO notifications (member_id, deal_id, kind, body, created_at) VALUES ($1, $2, $3, $4, $5)",
        params![member, deal, kind, body, now],
    )
}

/// A member's own, newest first; `before` is the last one already seen. A deal that has gone out of reach since is not
/// named.
pub fn list_of(
    tx: &mut Tx,
    member: i64,
    reads: &Owners,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<NotificationRow>> {
    let sql = Sql::new(
        "SELECT n.id, n.event_id, d.id, d.name, n.kind, n.body, n.created_at, n.read_at \
         FROM notifications n LEFT JOIN deals d ON d.id = n.deal_id",
    );
    let mut sql = reach::owned(sql, "d.owner_id", reads).text(" WHERE n.member_id = ").bind(member);
    if let Some(before) = before {
        sql = sql.text(" AND n.id < ").bind(before);
    }
    sql = sql.text(" ORDER BY n.id DESC LIMIT ").bind(limit);
    tx.all(sql.as_str(), sql.params())
}

/// How many the member has not read.
pub fn get_unread(tx: &mut Tx, member: i64) -> Result<i64> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM notifications WHERE member_id = $1 AND read_at IS NULL";
    tx.one::<(i64,)>(sql, params![member]).map(|(count,)| count)
}

/// Marks one, or all, of the member's own as read; answers how many were not before.
pub fn set_read(tx: &mut Tx, member: i64, one: Option<i64>, now: Timestamp) -> Result<u64> {
    let mut sql = Sql::new("UPDATE notifications SET read_at = ")
        .bind(now)
        .text(" WHERE read_at IS NULL AND member_id = ")
        .bind(member);
    if let Some(id) = one {
        sql = sql.text(" AND id = ").bind(id);
    }
    tx.run(sql.as_str(), sql.params())
}
