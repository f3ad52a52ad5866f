//! Which deals a board or a list shows, as conditions on the table that goes by `d`.

use jiff::Timestamp;
use sales::Owners;

use super::reach;
use crate::{Result, Sql, Tx, params};

/// Up to here an order is walked owner by owner; the deals of more owners lie close enough in the order of all.
const FEW_OWNERS: usize = 64;

/// What is asked of a deal. Empty lists and `None` ask nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct DealFilter {
    /// The actor's reach, narrowed to the owners asked for.
    pub owners: Owners,
    /// Versions of the process asked for.
    pub versions: Option<Vec<i64>>,
    pub stages: Vec<String>,
    pub statuses: Vec<String>,
    pub types: Vec<String>,
    pub sources: Vec<String>,
    /// Folded text that the deal's or its company's name holds.
    pub text: Option<String>,
    pub next_step: Option<Window>,
    pub company_id: Option<i64>,
    pub person_id: Option<i64>,
    /// Archived deals alone, instead of those that are not.
    pub archived: bool,
}

/// When the next step starts: from (inclusive), until (exclusive).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    Missing,
    Between(Option<Timestamp>, Option<Timestamp>),
}

/// How the rows of a filter are found; what does not find them is checked row by row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// By company, person or owner: they are few by themselves, and sorted afterwards.
    Record,
    /// Along the order of all.
    Order,
    /// Along the order of one owner.
    Owner(i64),
}

impl DealFilter {
    /// Every unarchived deal of these owners.
    pub fn of(owners: Owners) -> DealFilter {
        DealFilter {
            owners,
            versions: None,
            stages: Vec::new(),
            statuses: Vec::new(),
            types: Vec::new(),
            sources: Vec::new(),
            text: None,
            next_step: None,
            company_id: None,
            person_id: None,
            archived: false,
        }
    }

    /// True when nothing but owner, process, stage and status is asked, so that kept totals answer counts and sums.
    pub fn is_kept_in_totals(&self) -> bool {
        let plain = DealFilter {
            versions: self.versions.clone(),
            stages: self.stages.clone(),
            statuses: self.statuses.clone(),
            ..DealFilter::of(self.owners.clone())
        };
        *self == plain
    }

    /// Asks for open deals in use alone.
    pub(super) fn is_open(&self) -> bool {
        self.statuses == ["open"] && !self.archived
    }

    /// The ways into an order that each owner's deals have an index for.
    pub(super) fn ways(&self) -> Vec<Way> {
        match &self.owners {
            _ if self.is_by_record() => vec![Way::Record],
            Owners::Only(owners) if (1..=FEW_OWNERS).contains(&owners.len()) => {
                owners.iter().map(|id| Way::Owner(*id)).collect()
            }
            _ => vec![Way::Order],
        }
    }

    /// The way into an order that only all deals together have an index for. Reading and sorting costs as many rows as
    /// the owners have; walking passes, for each row shown, all that lie between two of theirs.
    pub(super) fn way(&self, tx: &mut Tx, limit: i64) -> Result<Way> {
        let Owners::Only(owners) = &self.owners else {
            return Ok(if self.is_by_record() { Way::Record } else { Way::Order });
        };
        if self.is_by_record() {
            return Ok(Way::Record);
        }
        let (all,): (Option<i64>,) = tx.one("SELECT max(id) FROM deals", params![])?;
        let even = (limit.max(1) * all.unwrap_or(0)).isqrt();
        let sql = Sql::new("SELECT CAST(COUNT(*) AS BIGINT) FROM (SELECT 1 FROM deals WHERE owner_id IN ");
        let sql = sql.bind_list(owners.iter().copied()).text(" LIMIT ").bind(even + 1).text(") own");
        let (own,): (i64,) = tx.one(sql.as_str(), sql.params())?;
        Ok(if own <= even { Way::Record } else { Way::Order })
    }

    fn is_by_record(&self) -> bool {
        self.company_id.is_some() || self.person_id.is_some()
    }

    /// Adds every condition as ` AND ..`. Those that must not choose the index are spelt `(..) IS TRUE`, which both
    /// engines check without looking anything up by it.
    pub(super) fn narrow(&self, mut sql: Sql, way: Way) -> Sql {
        sql = sql.text(if self.archived {
            " AND d.archived_at IS NOT NULL"
        } else {
            " AND d.archived_at IS NULL"
        });
        sql = self.by_record(sql, way);
        for (column, keys) in [
            ("d.stage", &self.stages),
            ("d.status", &self.statuses),
            ("d.type", &self.types),
            ("d.source", &self.sources),
        ] {
            if !keys.is_empty() {
                sql = sql.text(" AND (").text(column).text(" IN ").bind_list(keys.iter().map(String::as_str));
                sql = sql.text(") IS TRUE");
            }
        }
        if let Some(versions) = &self.versions {
            sql = sql
                .text(" AND (d.process_version_id IN ")
                .bind_list(versions.iter().copied())
                .text(") IS TRUE");
        }
        sql = by_next_step(sql, self.next_step);
        by_text(sql, self.text.as_deref())
    }

    fn by_record(&self, mut sql: Sql, way: Way) -> Sql {
        if let Some(id) = self.company_id {
            sql = sql.text(" AND d.company_id = ").bind(id);
        }
        if let Some(id) = self.person_id {
            sql = sql.text(" AND d.id IN (SELECT id FROM deals WHERE person_id = ").bind(id);
            sql = sql.text(" UNION SELECT deal_id FROM deal_people WHERE person_id = ").bind(id).text(")");
        }
        match (way, &self.owners) {
            (Way::Owner(id), _) => sql.text(" AND d.owner_id = ").bind(id),
            (Way::Order, Owners::Only(owners)) => {
                sql.text(" AND (d.owner_id IN ").bind_list(owners.iter().copied()).text(") IS TRUE")
            }
            (_, owners) => reach::owned(sql, "d.owner_id", owners),
        }
    }
}

/// `SELECT * FROM (..) UNION ALL ..`, one part for each way; of no way nothing comes.
pub(super) fn each_way(mut sql: Sql, ways: &[Way], each: impl Fn(Sql, Way) -> Sql) -> Sql {
    sql = sql.text("SELECT * FROM (");
    for (at, way) in ways.iter().enumerate() {
        sql = sql.text(if at == 0 { "" } else { " UNION ALL " }).text("SELECT * FROM (");
        sql = each(sql, *way).text(&format!(") way{at}"));
    }
    sql.text(") ways")
}

fn by_next_step(sql: Sql, window: Option<Window>) -> Sql {
    match window {
        None => sql,
        Some(Window::Missing) => sql.text(" AND (d.next_step_at IS NULL AND d.status = 'open') IS TRUE"),
        Some(Window::Between(from, until)) => {
            let mut sql = sql.text(" AND (d.next_step_at IS NOT NULL AND d.status = 'open') IS TRUE");
            if let Some(from) = from {
                sql = sql.text(" AND (d.next_step_at >= ").bind(from).text(") IS TRUE");
            }
            if let Some(until) = until {
                sql = sql.text(" AND (d.next_step_at < ").bind(until).text(") IS TRUE");
            }
            sql
        }
    }
}

fn by_text(sql: Sql, text: Option<&str>) -> Sql {
    let Some(text) = text else { return sql };
    let pattern = format!("%{}%", text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_"));
    sql.text(" AND (d.name_key LIKE ")
        .bind(pattern.as_str())
        .text(r" ESCAPE '\' OR EXISTS (SELECT 1 FROM companies tc WHERE tc.id = d.company_id AND tc.name_key LIKE ")
        .bind(pattern.as_str())
        .text(r" ESCAPE '\') OR EXISTS (SELECT 1 FROM people tp WHERE tp.id = d.person_id AND tp.name_key LIKE ")
        .bind(pattern.as_str())
        .text(r" ESCAPE '\'))")
}

/// The members of a team and of all teams below it.
pub fn list_team_members(tx: &mut Tx, team: i64) -> Result<Vec<i64>> {
    let rows: Vec<(i64,)> = tx.all(
        "SELECT m.id FROM teams t JOIN teams below ON below.path LIKE t.path || '%' \
         JOIN members m ON m.team_id = below.id WHERE t.id = $1 ORDER BY m.id",
        params![team],
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
