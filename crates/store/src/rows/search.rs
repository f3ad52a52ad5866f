//! The search index: one row a record with its folded words, bounded by the same reach as the record.

use sales::Owners;
use sales::fold::fold;

use super::companies::after_prefix;
use super::reach;
use crate::{Result, Sql, Tx, params};

/// Candidates looked at before they are ordered: a fragment that stands everywhere stays cheap.
const CANDIDATES: i64 = 200;

/// Keeps what a record is found by: its title and further words.
pub fn put(tx: &mut Tx, kind: &str, record: i64, owner: Option<i64>, title: &str, words: &str) -> Result<()> {
    tx.later(
        "INSERT INTO search_entries (kind, record_id, owner_id, title, title_key, words) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (kind, record_id) DO UPDATE SET owner_id = excluded.owner_id, title = excluded.title, \
         title_key = excluded.title_key, words = excluded.words",
        params![kind, record, owner, title, fold(title), fold(words)],
    )
}

/// Forgets a record that is archived or gone.
pub fn remove(tx: &mut Tx, kind: &str, record: i64) -> Result<()> {
    tx.later("DELETE FROM search_entries WHERE kind = $1 AND record_id = $2", params![kind, record])
}

crate::row! {
    /// A record found.
    pub struct Found {
        pub kind: String,
        pub record_id: i64,
        pub title: String,
        pub title_key: String,
    }
}

/// Records that hold every word of the text, those whose title begins with it first. One or two letters find titles
/// that begin with them; from three on any part of any word counts.
pub fn list(tx: &mut Tx, reads: &Owners, text: &str, kind: Option<&str>, limit: i64) -> Result<Vec<Found>> {
    let key = fold(text);
    let words: Vec<&str> = key.split(' ').filter(|word| word.chars().count() >= 3).collect();
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql =
        Sql::new("SELECT kind, record_id, title, title_key FROM (SELECT kind, record_id, title, title_key ")
            .text("FROM search_entries s WHERE ");
    sql = if words.is_empty() {
        sql.text("title_key >= ").bind(key.as_str()).text(" AND title_key < ").bind(after_prefix(&key))
    } else {
        tx.matching(sql, &words)
    };
    sql = reach::shared(sql, "s.owner_id", reads);
    if let Some(kind) = kind {
        sql = sql.text(" AND s.kind = ").bind(kind);
    }
    sql = sql
        .text(" LIMIT ")
        .bind(CANDIDATES)
        .text(") found ORDER BY CASE WHEN title_key >= ")
        .bind(key.as_str());
    sql = sql
        .text(" AND title_key < ")
        .bind(after_prefix(&key))
        .text(" THEN 0 ELSE 1 END, title_key, record_id LIMIT ");
    sql = sql.bind(limit);
    tx.all(sql.as_str(), sql.params())
}
