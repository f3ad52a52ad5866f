//! The events of one record as its timeline reads them, with the names of what they are linked to.

use jiff::Timestamp;
use sales::Owners;

use super::events::Of;
use super::reach;
use crate::{Result, Sql, Tx};

crate::row! {
    /// An event with names; `actor` is the cause's key, `body` the event as JSON. `currency` is the one that the
    /// record counts in now, `process` the version that its deal goes through, `act` the number to take it back by.
    pub struct TimelineRow {
        pub id: i64,
        pub at: Timestamp,
        pub actor: String,
        pub member_id: Option<i64>,
        pub member_name: Option<String>,
        pub deal_id: Option<i64>,
        pub deal_name: Option<String>,
        pub company_id: Option<i64>,
        pub company_name: Option<String>,
        pub person_id: Option<i64>,
        pub person_name: Option<String>,
        pub currency: Option<String>,
        pub process: Option<i64>,
        pub act: Option<i64>,
        pub undone_at: Option<Timestamp>,
        pub body: String,
    }
}

/// The columns of a [`TimelineRow`], of an event `e` with its member `m`, deal `d`, company `c` and person `p`.
pub(super) const TOLD: &str = "e.id, e.at, e.actor, e.member_id, m.name, d.id, d.name, c.id, c.name, p.id, p.name, \
    COALESCE(d.currency, c.currency), d.process_version_id, e.act, e.undone_at, e.body";

/// Newest first; `kinds` empty means all. Events of deals and people out of reach are left out also where the company
/// is within it, and nothing out of reach is named.
pub fn list(
    tx: &mut Tx,
    of: Of,
    reads: &Owners,
    kinds: &[&str],
    before: Option<(Timestamp, i64)>,
    limit: i64,
) -> Result<Vec<TimelineRow>> {
    let (column, id) = match of {
        Of::Deal(id) => ("e.deal_id", id),
        Of::Company(id) => ("e.company_id", id),
        Of::Person(id) => ("e.person_id", id),
    };
    let mut sql = Sql::new("SELECT ").text(TOLD).text(
        " FROM events e LEFT JOIN members m ON m.id = e.member_id LEFT JOIN deals d ON d.id = e.deal_id \
         LEFT JOIN companies c ON c.id = e.company_id",
    );
    sql = reach::shared(sql, "c.owner_id", reads).text(" LEFT JOIN people p ON p.id = e.person_id");
    sql = reach::shared(sql, "p.owner_id", reads).text(" WHERE ").text(column).text(" = ").bind(id);
    if *reads != Owners::Everyone {
        sql = reach::owned(sql.text(" AND (e.deal_id IS NULL OR (d.id IS NOT NULL"), "d.owner_id", reads)
            .text(")) AND (p.id IS NOT NULL OR e.kind NOT IN ('person-created', 'person-changed'))");
    }
    if !kinds.is_empty() {
        sql = sql.text(" AND e.kind IN ").bind_list(kinds.iter().copied());
    }
    if let Some((at, id)) = before {
        sql = sql.text(" AND (e.at, e.id) < (").bind(at).text(", ").bind(id).text(")");
    }
    sql = sql.text(" ORDER BY e.at DESC, e.id DESC LIMIT ").bind(limit);
    tx.all(sql.as_str(), sql.params())
}

/// Names of members by id, archived ones too: the past knows them.
pub fn list_member_names(tx: &mut Tx, ids: &[i64]) -> Result<Vec<(i64, String)>> {
    let sql = Sql::new("SELECT id, name FROM members WHERE id IN ").bind_list(ids.iter().copied());
    tx.all(sql.as_str(), sql.params())
}

/// Names of products by id, retired ones too.
pub fn list_product_names(tx: &mut Tx, ids: &[i64]) -> Result<Vec<(i64, String)>> {
    let sql = Sql::new("SELECT id, name FROM products WHERE id IN ").bind_list(ids.iter().copied());
    tx.all(sql.as_str(), sql.params())
}

/// Whom activities are with, by the activities' ids: the person's id and name, of those within reach.
pub fn list_people_of_activities(
    tx: &mut Tx,
    activities: &[i64],
    reads: &Owners,
) -> Result<Vec<(i64, i64, String)>> {
    let sql = Sql::new("SELECT a.id, p.id, p.name FROM activities a JOIN people p ON p.id = a.person_id")
        .text(" WHERE a.id IN ")
        .bind_list(activities.iter().copied());
    let sql = reach::shared(sql, "p.owner_id", reads);
    tx.all(sql.as_str(), sql.params())
}
