//! Counts and sums of deals by one of their properties.

use sales::Owners;

use super::reach;
use crate::{Result, Sql, Tx};

/// What deals are gathered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Stage,
    Status,
    Owner,
    Type,
    Product,
    QuarterClosed,
}

crate::row! {
    /// One group in one currency; `key` is empty for deals without the property.
    pub struct GroupTotal {
        pub key: Option<String>,
        pub currency: String,
        pub deals: i64,
        pub minor: i64,
    }
}

/// A deal's product counts with the deal's amount where it is the only line, else with price times quantity; a
/// list price counts only in the deal's currency.
const BY_PRODUCT: &str = "SELECT p.name, d.currency, CAST(COUNT(DISTINCT d.id) AS BIGINT), \
    CAST(COALESCE(SUM(CASE WHEN d.amount IS NOT NULL AND \
    (SELECT COUNT(*) FROM deal_lines o WHERE o.deal_id = d.id) = 1 THEN d.amount \
    ELSE l.quantity * COALESCE(l.unit_price, CASE WHEN p.currency = d.currency THEN p.list_price END, 0) END), 0) \
    AS BIGINT) FROM deals d JOIN deal_lines l ON l.deal_id = d.id JOIN products p ON p.id = l.product_id \
    WHERE d.archived_at IS NULL";

/// All there are. Naming them lets the index of this question answer it alone, without the rows.
const STATUSES: [&str; 4] = ["open", "won", "lost", "closed"];

/// Groups within reach, with a status if one is asked for. Order is the caller's; two owners of the same name come as
/// two groups.
pub fn list(tx: &mut Tx, by: By, status: Option<&str>, reads: &Owners) -> Result<Vec<GroupTotal>> {
    let sql = match by {
        By::Stage => plain("d.stage"),
        By::Status => plain("d.status"),
        By::Type => plain("d.type"),
        By::QuarterClosed => plain("d.closed_quarter"),
        By::Owner => {
            Sql::new("SELECT m.name, g.currency, g.deals, g.minor FROM (").text(&select("d.owner_id"))
        }
        By::Product => Sql::new(BY_PRODUCT),
    };
    let sql = match status {
        Some(status) => sql.text(" AND d.status = ").bind(status),
        None => sql.text(" AND d.status IN ").bind_list(STATUSES),
    };
    let mut sql = reach::owned(sql, "d.owner_id", reads).text(" GROUP BY 1, 2");
    if by == By::Owner {
        sql = sql.text(") g JOIN members m ON m.id = g.key");
    }
    tx.all(sql.as_str(), sql.params())
}

fn plain(key: &str) -> Sql {
    Sql::new(&select(key))
}

fn select(key: &str) -> String {
    format!(
        "SELECT {key} AS key, d.currency AS currency, CAST(COUNT(*) AS BIGINT) AS deals, \
         CAST(COALESCE(SUM(d.amount), 0) AS BIGINT) AS minor FROM deals d WHERE d.archived_at IS NULL"
    )
}
