//! Teams: a tree. A team's path names it and every team above, as `/1/4/`.

use jiff::Timestamp;

use super::members::Who;
use crate::{Result, Sql, Tx, params};

crate::row! {
    pub struct TeamRow {
        pub id: i64,
        pub name: String,
        pub parent_id: Option<i64>,
        pub head_id: Option<i64>,
        pub path: String,
        pub import_id: Option<i64>,
        pub created_at: Timestamp,
        pub archived_at: Option<Timestamp>,
    }
}

crate::row! {
    /// A team as the tree shows it.
    pub struct TeamListRow {
        pub id: i64,
        pub name: String,
        pub parent_id: Option<i64>,
        pub head_id: Option<i64>,
        pub head_name: Option<String>,
        pub path: String,
        /// Members not put away, of this team alone.
        pub members: i64,
        pub archived_at: Option<Timestamp>,
    }
}

/// Makes a team below `parent`. Names are unique: `teams_name_unique`.
pub fn insert(
    tx: &mut Tx,
    name: &str,
    parent: Option<&TeamRow>,
    head: Option<i64>,
    import: Option<i64>,
    now: Timestamp,
) -> Result<i64> {
    let id = tx.insert(
        "INSERT INTO teams (name, name_key, parent_id, head_id, path, import_id, created_at) \
         VALUES ($1, $2, $3, $4, '', $5, $6) RETURNING id",
        params![name, sales::fold::fold(name), parent.map(|parent| parent.id), head, import, now],
    )?;
    let path = path_below(parent, id);
    tx.run("UPDATE teams SET path = $2 WHERE id = $1", params![id, path])?;
    Ok(id)
}

/// The path of team `id` below `parent`.
pub fn path_below(parent: Option<&TeamRow>, id: i64) -> String {
    let above = parent.map_or("/", |parent| parent.path.as_str());
    format!("{above}{id}/")
}

/// The team, archived or not.
pub fn find(tx: &mut Tx, id: i64) -> Result<Option<TeamRow>> {
    tx.opt(&format!("SELECT {} FROM teams WHERE id = $1", TeamRow::COLUMNS), params![id])
}

/// The team of this name.
pub fn find_by_name(tx: &mut Tx, name: &str) -> Result<Option<TeamRow>> {
    let sql = format!("SELECT {} FROM teams WHERE name_key = $1", TeamRow::COLUMNS);
    tx.opt(&sql, params![sales::fold::fold(name)])
}

/// The team, held until the commit.
pub fn get_to_change(tx: &mut Tx, id: i64) -> Result<TeamRow> {
    tx.one_to_change(&format!("SELECT {} FROM teams WHERE id = $1", TeamRow::COLUMNS), params![id])
}

/// Changes name, parent and head; the paths of the team and all below follow.
pub fn update(
    tx: &mut Tx,
    team: &TeamRow,
    name: &str,
    parent: Option<&TeamRow>,
    head: Option<i64>,
) -> Result<()> {
    tx.run(
        "UPDATE teams SET name = $2, name_key = $3, parent_id = $4, head_id = $5 WHERE id = $1",
        params![team.id, name, sales::fold::fold(name), parent.map(|parent| parent.id), head],
    )?;
    let path = path_below(parent, team.id);
    if path != team.path {
        tx.run(
            "UPDATE teams SET path = $2 || SUBSTR(path, LENGTH($1) + 1) WHERE SUBSTR(path, 1, LENGTH($1)) = $1",
            params![&team.path, path],
        )?;
    }
    Ok(())
}

/// Puts a team away, or takes it back.
pub fn set_archived(tx: &mut Tx, id: i64, at: Option<Timestamp>) -> Result<()> {
    tx.run("UPDATE teams SET archived_at = $2 WHERE id = $1", params![id, at])?;
    Ok(())
}

/// Whether members or teams that are not put away stand in this one.
pub fn is_peopled(tx: &mut Tx, id: i64) -> Result<bool> {
    let (count,): (i64,) = tx.one(
        "SELECT CAST((SELECT COUNT(*) FROM members WHERE team_id = $1 AND archived_at IS NULL) \
         + (SELECT COUNT(*) FROM teams WHERE parent_id = $1 AND archived_at IS NULL) AS BIGINT)",
        params![id],
    )?;
    Ok(count > 0)
}

/// All teams by name, archived ones too; the tree is made of their parents.
pub fn list_all(tx: &mut Tx) -> Result<Vec<TeamListRow>> {
    tx.all(
        "SELECT t.id, t.name, t.parent_id, t.head_id, h.name, t.path, \
         CAST((SELECT COUNT(*) FROM members m WHERE m.team_id = t.id AND m.archived_at IS NULL) AS BIGINT), \
         t.archived_at FROM teams t LEFT JOIN members h ON h.id = t.head_id ORDER BY t.name_key, t.id",
        params![],
    )
}

/// Members of the teams that the member heads and of all teams below, the archived included: their records stay.
pub fn list_below(tx: &mut Tx, head: Who<'_>) -> Result<Vec<i64>> {
    let sql = Sql::new(
        "SELECT DISTINCT m.id FROM teams h JOIN teams t ON SUBSTR(t.path, 1, LENGTH(h.path)) = h.path \
         JOIN members m ON m.team_id = t.id WHERE h.archived_at IS NULL AND h.head_id = ",
    );
    let sql = head.id(sql).text(" ORDER BY m.id");
    let found: Vec<(i64,)> = tx.all(sql.as_str(), sql.params())?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
