//! All events in the order in which they became visible: what a program follows by a cursor.

use sales::Owners;

use super::reach;
use super::timeline::{TOLD, TimelineRow};
use crate::{Result, Sql, Tx, params};

/// The transaction of an event, and its id: no event comes in later with a smaller place.
pub type Place = (i64, i64);

/// The settled event that stands `events` behind a place, or else the newest; none where nothing has come.
pub fn find_end(tx: &mut Tx, after: Place, events: i64) -> Result<Option<Place>> {
    let from = format!("SELECT xact, id FROM events WHERE (xact, id) > ($1, $2) AND {}", tx.settled());
    let far = format!("{from} ORDER BY xact, id LIMIT 1 OFFSET $3");
    match tx.opt(&far, params![after.0, after.1, events - 1])? {
        Some(place) => Ok(Some(place)),
        None => tx.opt(&format!("{from} ORDER BY xact DESC, id DESC LIMIT 1"), params![after.0, after.1]),
    }
}

/// The place of an event.
pub fn get_place(tx: &mut Tx, event: i64) -> Result<Place> {
    tx.one("SELECT xact, id FROM events WHERE id = $1", params![event])
}

/// The events behind `after`, up to `end`, on records within reach; nothing out of reach is named.
pub fn list(tx: &mut Tx, reads: &Owners, after: Place, end: Place, limit: i64) -> Result<Vec<TimelineRow>> {
    let mut sql = Sql::new("SELECT ").text(TOLD).text(
        " FROM events e LEFT JOIN members m ON m.id = e.member_id LEFT JOIN deals d ON d.id = e.deal_id",
    );
    sql = reach::owned(sql, "d.owner_id", reads).text(" LEFT JOIN companies c ON c.id = e.company_id");
    sql = reach::shared(sql, "c.owner_id", reads).text(" LEFT JOIN people p ON p.id = e.person_id");
    sql = reach::shared(sql, "p.owner_id", reads).text(" WHERE (e.xact, e.id) > (").bind(after.0);
    sql = sql.text(", ").bind(after.1).text(") AND (e.xact, e.id) <= (").bind(end.0).text(", ").bind(end.1);
    sql = sql.text(")");
    if *reads != Owners::Everyone {
        sql = sql.text(
            " AND CASE WHEN e.deal_id IS NOT NULL THEN d.id IS NOT NULL \
             WHEN e.company_id IS NOT NULL THEN c.id IS NOT NULL AND (e.person_id IS NULL OR p.id IS NOT NULL) \
             ELSE p.id IS NOT NULL END",
        );
    }
    sql = sql.text(" ORDER BY e.xact, e.id LIMIT ").bind(limit);
    tx.all(sql.as_str(), sql.params())
}
