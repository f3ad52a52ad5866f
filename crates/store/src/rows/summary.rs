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
    MonthClosed,
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

/// Groups within reach, with a status if one is asked for. All but products are read from what is kept. Order is the
/// caller's; two owners of the same name come as two groups, and quarters as their months.
///
/// # Errors
/// What the engine says.
pub fn list(tx: &mut Tx, by: By, status: Option<&str>, reads: &Owners) -> Result<Vec<GroupTotal>> {
    let sql = match by {
        By::Stage => kept("g.stage", "deal_totals g"),
        By::Status => kept("g.status", "deal_totals g"),
        By::Type => kept("NULLIF(g.type, '')", "deal_totals_by_type g"),
        By::MonthClosed | By::QuarterClosed => kept("g.closed_month", BY_MONTH),
        By::Owner => kept("m.name", "deal_totals g JOIN members m ON m.id = g.owner_id"),
        By::Product => Sql::new(BY_PRODUCT),
    };
    let by_product = by == By::Product;
    let mut sql = match status {
        Some(status) => {
            sql.text(if by_product { " AND d.status = " } else { " AND g.status = " }).bind(status)
        }
        None => sql,
    };
    sql = reach::owned(sql, if by_product { "d.owner_id" } else { "g.owner_id" }, reads);
    sql = sql.text(if by == By::Owner { " GROUP BY m.id, m.name, g.currency" } else { " GROUP BY 1, 2" });
    if !by_product {
        sql = sql.text(" HAVING SUM(g.deals) > 0");
    }
    tx.all(sql.as_str(), sql.params())
}

/// Open deals have no month.
const BY_MONTH: &str = "(SELECT closed_month, status, owner_id, currency, deals, amount FROM deal_totals_by_month \
    UNION ALL SELECT NULL, status, owner_id, currency, deals, amount FROM deal_totals WHERE status = 'open') g";

fn kept(key: &str, tables: &str) -> Sql {
    Sql::new(&format!(
        "SELECT {key}, g.currency, CAST(SUM(g.deals) AS BIGINT), CAST(SUM(g.amount) AS BIGINT) FROM {tables} WHERE TRUE"
    ))
}
