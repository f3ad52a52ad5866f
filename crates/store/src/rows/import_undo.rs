//! Taking an import back: which of its records nobody has touched, and removing them with all that hangs on them.
//!
//! Touched is what was changed, archived, or had anything happen to it by another hand than the import's. What
//! records of another origin still hang on is in use, and stays even when touched ones may go.

use sales::Owners;

use super::deals;
use super::reach;
use super::totals::{self, Share, Tally};
use crate::{Result, Sql, Tx, params};

/// The kinds of record that an import makes, in the order in which they can be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    Deal,
    Person,
    Company,
    Product,
    Member,
    Team,
    Choice,
}

impl Made {
    pub const ALL: [Made; 7] =
        [Made::Deal, Made::Person, Made::Company, Made::Product, Made::Member, Made::Team, Made::Choice];

    /// The word by which it is told of.
    pub fn key(self) -> &'static str {
        match self {
            Made::Deal => "deal",
            Made::Person => "person",
            Made::Company => "company",
            Made::Product => "product",
            Made::Member => "member",
            Made::Team => "team",
            Made::Choice => "choice",
        }
    }

    fn table(self) -> &'static str {
        match self {
            Made::Deal => "deals",
            Made::Person => "people",
            Made::Company => "companies",
            Made::Product => "products",
            Made::Member => "members",
            Made::Team => "teams",
            Made::Choice => "choices",
        }
    }

    fn title(self) -> &'static str {
        if self == Made::Choice { "key" } else { "name" }
    }

    fn within(self, sql: Sql, import: i64, reads: &Owners) -> Sql {
        let sql = sql.text(" FROM ").text(self.table()).text(" WHERE import_id = ").bind(import);
        match self {
            Made::Deal => reach::owned(sql, "owner_id", reads),
            Made::Person | Made::Company => reach::shared(sql, "owner_id", reads),
            _ => sql,
        }
    }

    /// Holds for a record that no other hand has touched; `$1` is the import.
    fn untouched(self) -> &'static str {
        match self {
            Made::Deal => {
                "r.version = 1 AND r.archived_at IS NULL \
                 AND NOT EXISTS (SELECT 1 FROM events e WHERE e.deal_id = r.id AND COALESCE(e.import_id, 0) <> $1) \
                 AND NOT EXISTS (SELECT 1 FROM activities a WHERE a.deal_id = r.id AND COALESCE(a.import_id, 0) <> $1) \
                 AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.deal_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.deal_id = r.id)"
            }
            Made::Person => {
                "r.version = 1 AND r.archived_at IS NULL \
                 AND NOT EXISTS (SELECT 1 FROM events e WHERE e.person_id = r.id AND COALESCE(e.import_id, 0) <> $1) \
                 AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.person_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.person_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM activities a WHERE a.person_id = r.id)"
            }
            Made::Company => {
                "r.version = 1 AND r.archived_at IS NULL \
                 AND NOT EXISTS (SELECT 1 FROM events e WHERE e.company_id = r.id AND COALESCE(e.import_id, 0) <> $1) \
                 AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.company_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.company_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM activities a WHERE a.company_id = r.id)"
            }
            Made::Product => "r.retired_at IS NULL",
            Made::Member => "r.archived_at IS NULL AND r.password_hash IS NULL",
            Made::Team => "r.archived_at IS NULL",
            Made::Choice => "r.retired_at IS NULL",
        }
    }

    /// Holds for a record that nothing left needs.
    fn unused(self) -> &'static str {
        match self {
            // A file that somebody attached is nowhere else.
            Made::Deal => {
                "NOT EXISTS (SELECT 1 FROM files f WHERE f.deal_id = r.id AND f.removed_at IS NULL)"
            }
            Made::Person => {
                "NOT EXISTS (SELECT 1 FROM files f WHERE f.person_id = r.id AND f.removed_at IS NULL) \
                 AND NOT EXISTS (SELECT 1 FROM deals d WHERE d.person_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM deal_people d WHERE d.person_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM activities a WHERE a.person_id = r.id AND a.deal_id IS NOT NULL) \
                 AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.person_id = r.id AND t.deal_id IS NOT NULL) \
                 AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.person_id = r.id AND n.deal_id IS NOT NULL)"
            }
            Made::Company => {
                "NOT EXISTS (SELECT 1 FROM files f WHERE f.company_id = r.id AND f.removed_at IS NULL) \
                 AND NOT EXISTS (SELECT 1 FROM deals d WHERE d.company_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM person_companies p WHERE p.company_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM companies c WHERE c.parent_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM activities a WHERE a.company_id = r.id AND a.deal_id IS NOT NULL) \
                 AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.company_id = r.id AND t.deal_id IS NOT NULL) \
                 AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.company_id = r.id AND n.deal_id IS NOT NULL)"
            }
            Made::Product => "NOT EXISTS (SELECT 1 FROM deal_lines l WHERE l.product_id = r.id)",
            // A head goes last of the team.
            Made::Member => {
                "NOT EXISTS (SELECT 1 FROM deals d WHERE d.owner_id = r.id OR d.engineer_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM companies c WHERE c.owner_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM people p WHERE p.owner_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM activities a WHERE a.owner_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.owner_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.member_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM tokens k WHERE k.member_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM links l WHERE l.member_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM notifications n WHERE n.member_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM events e WHERE e.member_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM teams t JOIN members m ON m.team_id = t.id \
                                 WHERE t.head_id = r.id AND m.id <> r.id)"
            }
            Made::Team => {
                "NOT EXISTS (SELECT 1 FROM members m WHERE m.team_id = r.id) \
                 AND NOT EXISTS (SELECT 1 FROM teams t WHERE t.parent_id = r.id)"
            }
            Made::Choice => {
                "NOT EXISTS (SELECT 1 FROM deals d WHERE (r.list = 'deal-type' AND d.type = r.key) \
                 OR (r.list = 'source' AND d.source = r.key) OR (r.list = 'reason' AND d.lost_reason = r.key))"
            }
        }
    }
}

/// Ids of records that may be removed now; `force` takes touched ones too.
pub fn list_removable(tx: &mut Tx, made: Made, import: i64, force: bool, limit: i64) -> Result<Vec<i64>> {
    let touched = if force { "$1 = $1" } else { made.untouched() };
    let sql = format!(
        "SELECT r.id FROM {} r WHERE r.import_id = $1 AND {touched} AND {} ORDER BY r.id LIMIT $2",
        made.table(),
        made.unused()
    );
    Ok(tx.all::<(i64,)>(&sql, params![import, limit])?.into_iter().map(|(id,)| id).collect())
}

/// What is left of an import: `(id, name)`, the first `limit`.
pub fn list_left(tx: &mut Tx, made: Made, import: i64, limit: i64) -> Result<Vec<(i64, String)>> {
    let sql = format!(
        "SELECT id, {} FROM {} WHERE import_id = $1 ORDER BY id LIMIT $2",
        made.title(),
        made.table()
    );
    tx.all(&sql, params![import, limit])
}

/// Records of the import within reach: `(id, name)`, so many behind `after`.
pub fn list(
    tx: &mut Tx,
    made: Made,
    import: i64,
    reads: &Owners,
    after: i64,
    limit: i64,
) -> Result<Vec<(i64, String)>> {
    let sql = Sql::new("SELECT id, ").text(made.title());
    let sql = made.within(sql, import, reads).text(" AND id > ").bind(after);
    let sql = sql.text(" ORDER BY id LIMIT ").bind(limit);
    tx.all(sql.as_str(), sql.params())
}

/// How many records of the import there are within reach.
pub fn count_within(tx: &mut Tx, made: Made, import: i64, reads: &Owners) -> Result<i64> {
    let sql = made.within(Sql::new("SELECT CAST(COUNT(*) AS BIGINT)"), import, reads);
    tx.one::<(i64,)>(sql.as_str(), sql.params()).map(|(count,)| count)
}

/// How many records of the import there are.
pub fn count(tx: &mut Tx, made: Made, import: i64) -> Result<i64> {
    let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {} WHERE import_id = $1", made.table());
    tx.one::<(i64,)>(&sql, params![import]).map(|(count,)| count)
}

/// Removes records with what hangs on them: events, search, planned activities; of deals also their totals.
pub fn remove(tx: &mut Tx, made: Made, ids: &[i64]) -> Result<()> {
    match made {
        Made::Deal => remove_from_totals(tx, ids)?,
        Made::Person | Made::Company => remove_attached(tx, made, ids)?,
        _ => {}
    }
    match made {
        Made::Deal => {
            delete(tx, "events WHERE deal_id IN ", ids)?;
            delete(tx, "notifications WHERE deal_id IN ", ids)?;
        }
        Made::Person => delete(tx, "events WHERE deal_id IS NULL AND person_id IN ", ids)?,
        Made::Company => delete(tx, "events WHERE deal_id IS NULL AND company_id IN ", ids)?,
        _ => {}
    }
    if matches!(made, Made::Deal | Made::Person | Made::Company) {
        delete(tx, &format!("search_entries WHERE kind = '{}' AND record_id IN ", made.key()), ids)?;
    }
    delete(tx, &format!("{} WHERE id IN ", made.table()), ids)
}

/// Activities, tasks and notes of the record itself, on no deal.
fn remove_attached(tx: &mut Tx, made: Made, ids: &[i64]) -> Result<()> {
    for table in ["activities", "tasks", "notes"] {
        delete(tx, &format!("{table} WHERE deal_id IS NULL AND {}_id IN ", made.key()), ids)?;
    }
    Ok(())
}

fn delete(tx: &mut Tx, what: &str, ids: &[i64]) -> Result<()> {
    let sql = Sql::new("DELETE FROM ").text(what).bind_list(ids.iter().copied());
    tx.run(sql.as_str(), sql.params())?;
    Ok(())
}

/// Takes deals out of the kept totals; a total of nothing goes.
fn remove_from_totals(tx: &mut Tx, ids: &[i64]) -> Result<()> {
    let mut tally = Tally::default();
    for deal in deals::list(tx, ids)? {
        if let Some(share) = Share::of(&deal) {
            tally.subtract(&share);
        }
    }
    tally.write(tx)?;
    totals::sweep(tx)
}
