//! Activities and tasks in the order of their time, page by page.

use jiff::Timestamp;
use sales::Owners;

use super::reach;
use crate::{Result, Sql, Tx};

/// Which work is listed. Empty lists and `None` ask nothing.
#[derive(Clone, Debug, Default)]
pub struct WorkFilter {
    /// Whose work it is.
    pub owners: Option<Vec<i64>>,
    /// Types of activities, kinds of tasks.
    pub kinds: Vec<String>,
    pub done: Option<bool>,
    /// Starts (is due) at or after.
    pub from: Option<Timestamp>,
    /// Starts (is due) before.
    pub until: Option<Timestamp>,
    pub deal_id: Option<i64>,
    /// The company's own and that of its deals.
    pub company_id: Option<i64>,
    /// The person's own and that of their deals.
    pub person_id: Option<i64>,
    pub desc: bool,
    /// Mark and id of the last row already seen.
    pub after: Option<(i64, i64)>,
}

crate::row! {
    /// An activity with what it is for.
    pub struct ListedActivity {
        pub id: i64,
        pub kind: String,
        pub subject: String,
        pub words: String,
        pub starts_at: Timestamp,
        pub ends_at: Timestamp,
        pub done_at: Option<Timestamp>,
        pub outcome: Option<String>,
        pub findings: String,
        pub postponed: i64,
        pub owner_id: i64,
        pub owner_name: String,
        pub deal_id: Option<i64>,
        pub deal_name: Option<String>,
        pub company_id: Option<i64>,
        pub company_name: Option<String>,
        pub person_id: Option<i64>,
        pub person_name: Option<String>,
        pub mark: i64,
    }
}

crate::row! {
    /// A task with what it is for.
    pub struct ListedTask {
        pub id: i64,
        pub title: String,
        pub kind: String,
        pub queue: Option<String>,
        pub due_at: Option<Timestamp>,
        pub done_at: Option<Timestamp>,
        pub owner_id: Option<i64>,
        pub owner_name: Option<String>,
        pub deal_id: Option<i64>,
        pub deal_name: Option<String>,
        pub company_id: Option<i64>,
        pub company_name: Option<String>,
        pub person_id: Option<i64>,
        pub person_name: Option<String>,
        pub mark: i64,
    }
}

const BESIDE: &str = "d.id, d.name, c.id, c.name, p.id, p.name, ";

const JOINED: &str = " LEFT JOIN members m ON m.id = w.owner_id LEFT JOIN deals d ON d.id = w.deal_id \
    LEFT JOIN companies c ON c.id = COALESCE(w.company_id, d.company_id) \
    LEFT JOIN people p ON p.id = COALESCE(w.person_id, d.person_id) \
    WHERE w.archived_at IS NULL AND (d.id IS NULL OR d.archived_at IS NULL)";

/// As the index has it.
const START: &str = "w.starts_at";

/// As the index has it: what has no deadline comes after all that has one.
const DUE: &str = "COALESCE(w.due_at, 9223372036854775807)";

/// One page of activities on records within reach, by their start.
pub fn list_activities(
    tx: &mut Tx,
    reads: &Owners,
    filter: &WorkFilter,
    limit: i64,
) -> Result<Vec<ListedActivity>> {
    let sql = Sql::new(
        "SELECT w.id, w.type, w.subject, w.words, w.starts_at, w.ends_at, w.done_at, w.outcome, w.findings, \
         w.postponed, m.id, m.name, ",
    );
    let sql = sql.text(BESIDE).text(START).text(" FROM activities w").text(JOINED).text(" AND (");
    let sql = page(on_seen(sql, reads).text(")"), filter, ["w.type", START], limit);
    tx.all(sql.as_str(), sql.params())
}

/// One page of tasks by their deadline: the member's own, those on records within reach, those of their team's queue.
pub fn list_tasks(
    tx: &mut Tx,
    member: Option<i64>,
    reads: &Owners,
    filter: &WorkFilter,
    limit: i64,
) -> Result<Vec<ListedTask>> {
    let sql = Sql::new("SELECT w.id, w.title, w.kind, w.queue, w.due_at, w.done_at, m.id, m.name, ");
    let sql = sql.text(BESIDE).text(DUE).text(" FROM tasks w").text(JOINED).text(" AND (w.owner_id = ");
    let sql = on_seen(sql.bind(member).text(" OR "), reads)
        .text(" OR (w.owner_id IS NULL AND w.queue IN (SELECT q.name FROM members me JOIN teams q ON q.id = me.team_id WHERE me.id = ")
        .bind(member)
        .text(")))");
    let sql = page(sql, filter, ["w.kind", DUE], limit);
    tx.all(sql.as_str(), sql.params())
}

/// Whether the record that the work hangs on is within reach; what hangs on none is its owner's.
fn on_seen(sql: Sql, reads: &Owners) -> Sql {
    let sql = reach::owned(sql.text("CASE WHEN w.deal_id IS NOT NULL THEN TRUE"), "d.owner_id", reads);
    let sql = reach::shared(sql.text(" WHEN w.company_id IS NOT NULL THEN TRUE"), "c.owner_id", reads);
    let sql = reach::shared(sql.text(" WHEN w.person_id IS NOT NULL THEN TRUE"), "p.owner_id", reads);
    reach::owned(sql.text(" ELSE TRUE"), "w.owner_id", reads).text(" END")
}

/// Adds what is asked, the place and the order.
fn page(mut sql: Sql, filter: &WorkFilter, [kind, time]: [&str; 2], limit: i64) -> Sql {
    if let Some(owners) = &filter.owners {
        sql = sql.text(" AND w.owner_id IN ").bind_list(owners.iter().copied());
    }
    if !filter.kinds.is_empty() {
        sql = sql.text(" AND ").text(kind).text(" IN ").bind_list(filter.kinds.iter().map(String::as_str));
    }
    match filter.done {
        Some(true) => sql = sql.text(" AND w.done_at IS NOT NULL"),
        Some(false) => sql = sql.text(" AND w.done_at IS NULL"),
        None => {}
    }
    if let Some(from) = filter.from {
        sql = sql.text(" AND ").text(time).text(" >= ").bind(from);
    }
    if let Some(until) = filter.until {
        sql = sql.text(" AND ").text(time).text(" < ").bind(until);
    }
    sql = of_record(sql, filter);
    let (beyond, way) = if filter.desc { (", w.id) < (", " DESC") } else { (", w.id) > (", "") };
    if let Some((mark, id)) = filter.after {
        sql = sql.text(" AND (").text(time).text(beyond).bind(mark).text(", ").bind(id).text(")");
    }
    sql.text(" ORDER BY ").text(time).text(way).text(", w.id").text(way).text(" LIMIT ").bind(limit)
}

fn of_record(mut sql: Sql, filter: &WorkFilter) -> Sql {
    if let Some(id) = filter.deal_id {
        sql = sql.text(" AND w.deal_id = ").bind(id);
    }
    for (column, id) in [("company_id", filter.company_id), ("person_id", filter.person_id)] {
        if let Some(id) = id {
            sql = sql.text(" AND (w.").text(column).text(" = ").bind(id);
            sql = sql.text(" OR w.deal_id IN (SELECT id FROM deals WHERE ").text(column).text(" = ").bind(id);
            sql = sql.text("))");
        }
    }
    sql
}
