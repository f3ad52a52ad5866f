//! What stands beside a deal on its page.

use jiff::Timestamp;

use crate::{Result, Tx, params};

crate::row! {
    /// A person of a deal: its main person, or one in a role. Mails and phones are one a line.
    pub struct DealPerson {
        pub person_id: i64,
        pub name: String,
        pub role: String,
        pub mails: String,
        pub phones: String,
        pub is_main: bool,
    }
}

/// The deal's people, the main one first.
pub fn list_people(tx: &mut Tx, deal_id: i64) -> Result<Vec<DealPerson>> {
    tx.all(
        "SELECT p.id, p.name, COALESCE(dp.role, ''), p.mails, p.phones, \
         CASE WHEN p.id = d.person_id THEN 1 ELSE 0 END AS is_main \
         FROM (SELECT person_id FROM deals WHERE id = $1 UNION SELECT person_id FROM deal_people WHERE deal_id = $1) w \
         JOIN people p ON p.id = w.person_id JOIN deals d ON d.id = $1 \
         LEFT JOIN deal_people dp ON dp.deal_id = d.id AND dp.person_id = p.id \
         ORDER BY is_main DESC, p.name_key, p.id",
        params![deal_id],
    )
}

crate::row! {
    /// A product line; the price is the line's own, else the list price if that is in the deal's currency.
    pub struct ProductLine {
        pub product_id: i64,
        pub product_name: String,
        pub quantity: i64,
        pub unit_price: Option<i64>,
        pub list_price: Option<i64>,
    }
}

pub fn list_lines(tx: &mut Tx, deal_id: i64) -> Result<Vec<ProductLine>> {
    tx.all(
        "SELECT p.id, p.name, l.quantity, l.unit_price, \
         CASE WHEN p.currency = d.currency THEN p.list_price END \
         FROM deal_lines l JOIN deals d ON d.id = l.deal_id JOIN products p ON p.id = l.product_id \
         WHERE l.deal_id = $1 ORDER BY l.position, l.id",
        params![deal_id],
    )
}

crate::row! {
    /// An open activity of a deal with the names of those in it.
    pub struct OpenActivity {
        pub id: i64,
        pub kind: String,
        pub subject: String,
        pub words: String,
        pub owner_id: i64,
        pub owner_name: String,
        pub person_id: Option<i64>,
        pub person_name: Option<String>,
        pub starts_at: Timestamp,
        pub ends_at: Timestamp,
        pub postponed: i64,
    }
}

/// Earliest first: the first is the next step.
pub fn list_open_activities(tx: &mut Tx, deal_id: i64) -> Result<Vec<OpenActivity>> {
    tx.all(
        "SELECT a.id, a.type, a.subject, a.words, m.id, m.name, p.id, p.name, a.starts_at, a.ends_at, a.postponed \
         FROM activities a JOIN members m ON m.id = a.owner_id LEFT JOIN people p ON p.id = a.person_id \
         WHERE a.deal_id = $1 AND a.done_at IS NULL AND a.archived_at IS NULL ORDER BY a.starts_at, a.id LIMIT 200",
        params![deal_id],
    )
}

crate::row! {
    /// A task of a deal with its doer's name.
    pub struct DealTask {
        pub id: i64,
        pub title: String,
        pub kind: String,
        pub owner_id: Option<i64>,
        pub owner_name: Option<String>,
        pub queue: Option<String>,
        pub due_at: Option<Timestamp>,
        pub done_at: Option<Timestamp>,
    }
}

/// Open ones first, by deadline.
pub fn list_tasks(tx: &mut Tx, deal_id: i64) -> Result<Vec<DealTask>> {
    tx.all(
        "SELECT t.id, t.title, t.kind, t.owner_id, m.name, t.queue, t.due_at, t.done_at FROM tasks t \
         LEFT JOIN members m ON m.id = t.owner_id WHERE t.deal_id = $1 AND t.archived_at IS NULL \
         ORDER BY t.done_at IS NOT NULL, t.due_at IS NULL, t.due_at, t.id LIMIT 200",
        params![deal_id],
    )
}
