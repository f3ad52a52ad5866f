//! Which deals a board or a list shows, as conditions on the table that goes by `d`.

use jiff::Timestamp;
use sales::Owners;

use super::reach;
use crate::{Result, Sql, Tx, params};

/// Owners up to here are looked up by their own deals; more of them by the order that is asked for.
const FEW_OWNERS: usize = 12;

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

    /// True when the rows are few by themselves: reading them by owner, company or person and sorting beats walking
    /// an order in which they lie far apart.
    pub(super) fn is_narrow(&self) -> bool {
        let few = matches!(&self.owners, Owners::Only(owners) if owners.len() <= FEW_OWNERS);
        few || self.company_id.is_some() || self.person_id.is_some()
    }

    /// Adds every condition as ` AND ..`. Those that must not choose the index are spelt `(..) IS TRUE`, which both
    /// engines check without looking anything up by it.
    pub(super) fn narrow(&self, mut sql: Sql) -> Sql {
        sql = sql.text(if self.archived {
            " AND d.archived_at IS NOT NULL"
        } else {
            " AND d.archived_at IS NULL"
        });
        sql = self.by_record(sql);
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

    fn by_record(&self, mut sql: Sql) -> Sql {
        if let Some(id) = self.company_id {
            sql = sql.text(" AND d.company_id = ").bind(id);
        }
        if let Some(id) = self.person_id {
            sql = sql.text(" AND d.id IN (SELECT id FROM deals WHERE person_id = ").bind(id);
            sql = sql.text(" UNION SELECT deal_id FROM deal_people WHERE person_id = ").bind(id).text(")");
        }
        match &self.owners {
            Owners::Only(owners) if !self.is_narrow() => {
                sql.text(" AND (d.owner_id IN ").bind_list(owners.iter().copied()).text(") IS TRUE")
            }
            owners => reach::owned(sql, "d.owner_id", owners),
        }
    }
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

/// Every version of a process that was ever published, the newest first.
pub fn list_versions(tx: &mut Tx, process: &str) -> Result<Vec<i64>> {
    let rows: Vec<(i64,)> =
        tx.all("SELECT id FROM process_versions WHERE process = $1 ORDER BY version DESC", params![process])?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
