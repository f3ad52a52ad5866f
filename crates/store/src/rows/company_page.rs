//! What stands beside a company on its page.

use sales::Owners;

use super::deal_page::{DealTask, OpenActivity};
use super::reach;
use crate::{Result, Sql, Tx};

/// What is planned with the company, deals' own within reach among it; earliest first.
pub fn list_open_activities(tx: &mut Tx, company_id: i64, reads: &Owners) -> Result<Vec<OpenActivity>> {
    let sql = Sql::new(
        "SELECT a.id, a.type, a.subject, a.words, m.id, m.name, p.id, p.name, a.starts_at, a.ends_at, a.postponed \
         FROM activities a JOIN members m ON m.id = a.owner_id LEFT JOIN people p ON p.id = a.person_id \
         LEFT JOIN deals d ON d.id = a.deal_id \
         WHERE a.done_at IS NULL AND a.archived_at IS NULL AND a.company_id = ",
    )
    .bind(company_id);
    let sql = within(sql, reads, "a.deal_id").text(" ORDER BY a.starts_at, a.id LIMIT 200");
    tx.all(sql.as_str(), sql.params())
}

/// The company's own tasks and those of its deals within reach; open ones first, by deadline.
pub fn list_tasks(tx: &mut Tx, company_id: i64, reads: &Owners) -> Result<Vec<DealTask>> {
    let sql = Sql::new(
        "SELECT t.id, t.title, t.kind, t.owner_id, m.name, t.queue, t.due_at, t.done_at FROM tasks t \
         LEFT JOIN members m ON m.id = t.owner_id LEFT JOIN deals d ON d.id = t.deal_id \
         WHERE t.archived_at IS NULL AND t.company_id = ",
    )
    .bind(company_id);
    let sql = within(sql, reads, "t.deal_id")
        .text(" ORDER BY t.done_at IS NOT NULL, t.due_at IS NULL, t.due_at, t.id LIMIT 200");
    tx.all(sql.as_str(), sql.params())
}

/// What belongs to a deal out of reach is out of reach.
fn within(sql: Sql, reads: &Owners, deal: &str) -> Sql {
    if *reads == Owners::Everyone {
        return sql;
    }
    let sql = sql.text(" AND (").text(deal).text(" IS NULL OR (d.id IS NOT NULL");
    reach::owned(sql, "d.owner_id", reads).text("))")
}
