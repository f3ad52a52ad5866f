//! What companies and people share: where a new one came from, which ones a list shows, what they are called.

use sales::Owners;
use sales::fold::fold;

use super::deal_list::Mark;
use super::reach;
use crate::{Param, Result, Sql, Tx};

/// Where a new one came from.
#[derive(Clone, Debug, Default)]
pub struct Origin<'a> {
    pub source_id: Option<&'a str>,
    pub import_id: Option<i64>,
    pub created_by: Option<i64>,
}

/// The column that a list goes by, as the indexes have it, and which way.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    key: &'static str,
    desc: bool,
}

impl Order {
    pub fn by_name(desc: bool) -> Order {
        Order::by("name_key", desc)
    }

    pub fn by_age(desc: bool) -> Order {
        Order::by("created_at", desc)
    }

    pub(super) fn by(key: &'static str, desc: bool) -> Order {
        Order { key, desc }
    }

    fn way(self) -> &'static str {
        if self.desc { " DESC" } else { "" }
    }

    /// Adds the order of the rows of a [`page`] that is joined under the name `alias`.
    pub(super) fn sort(self, sql: Sql, alias: &str) -> Sql {
        let sql = sql.text(" ORDER BY ").text(alias).text(".mark").text(self.way());
        sql.text(", ").text(alias).text(".id").text(self.way())
    }
}

/// Which ones are listed.
#[derive(Clone, Debug)]
pub struct Filter {
    /// The beginning of a name; empty asks nothing.
    pub text: String,
    pub owner: Option<i64>,
    pub archived: bool,
    pub order: Order,
    /// The mark and id of the last row already seen.
    pub after: Option<(Mark, i64)>,
}

/// `SELECT id, name, owner_id, .., mark FROM table ..` of the rows that a page shows.
pub(super) fn page(sql: Sql, table: &str, columns: &str, reads: &Owners, filter: &Filter, limit: i64) -> Sql {
    let Order { key, desc } = filter.order;
    let kept = if filter.archived { "NOT NULL" } else { "NULL" };
    let mut sql = sql.text("SELECT id, name, owner_id, ").text(columns).text(", ").text(key);
    sql = sql.text(" AS mark FROM ").text(table).text(" WHERE archived_at IS ").text(kept);
    sql = reach::shared(sql, "owner_id", reads);
    if let Some(owner) = filter.owner {
        sql = sql.text(" AND owner_id = ").bind(owner);
    }
    let begins = fold(&filter.text);
    if !begins.is_empty() {
        sql = sql.text(" AND name_key >= ").bind(begins.as_str());
        sql = sql.text(" AND name_key < ").bind(after_prefix(&begins));
    }
    if let Some((mark, id)) = &filter.after {
        let than = if desc { ", id) < (" } else { ", id) > (" };
        sql = sql.text(" AND (").text(key).text(than).bind(Param::from(mark)).text(", ").bind(*id).text(")");
    }
    let way = filter.order.way();
    sql.text(" ORDER BY ").text(key).text(way).text(", id").text(way).text(" LIMIT ").bind(limit)
}

/// The end of the range of keys that begin with a prefix, compared bytewise.
pub(super) fn after_prefix(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

/// Names by id of those within reach, archived ones too: the past knows them.
pub(super) fn list_names(
    tx: &mut Tx,
    table: &str,
    ids: &[i64],
    reads: &Owners,
) -> Result<Vec<(i64, String)>> {
    let sql =
        Sql::new("SELECT id, name FROM ").text(table).text(" WHERE id IN ").bind_list(ids.iter().copied());
    let sql = reach::shared(sql, "owner_id", reads);
    tx.all(sql.as_str(), sql.params())
}
