//! Saved views, and the one that each member begins with.

use jiff::Timestamp;

use crate::{Result, Tx, params};

crate::row! {
    /// A view as one member finds it. `shared` is `own`, `team` or `all`.
    pub struct ViewRow {
        pub id: i64,
        pub noun: String,
        pub title: String,
        pub as_board: bool,
        pub query: String,
        pub owner_id: i64,
        pub owner_name: String,
        pub shared: String,
        pub is_first: bool,
    }
}

/// What is kept of a view.
#[derive(Clone, Copy, Debug)]
pub struct ViewFacts<'a> {
    pub title: &'a str,
    pub shared: &'a str,
    pub as_board: bool,
    pub query: &'a str,
}

/// The member is `$1`. A team's view is found by the owner's team and by those below it.
const FOUND: &str = "SELECT v.id, v.noun, v.title, v.as_board, v.query, v.owner_id, o.name, v.shared, \
    f.view_id IS NOT NULL FROM views v JOIN members o ON o.id = v.owner_id \
    LEFT JOIN first_views f ON f.view_id = v.id AND f.member_id = $1";
const SEEN: &str = "(v.owner_id = $1 OR v.shared = 'all' OR (v.shared = 'team' AND EXISTS (SELECT 1 FROM teams a \
    JOIN teams b ON substr(b.path, 1, length(a.path)) = a.path JOIN members m ON m.team_id = b.id \
    WHERE a.id = o.team_id AND m.id = $1)))";

/// Those that a member finds: their own first, each group by age.
pub fn list(tx: &mut Tx, member: i64, noun: &str, limit: i64) -> Result<Vec<ViewRow>> {
    let sql = format!(
        "{FOUND} WHERE v.noun = $2 AND {SEEN} ORDER BY CASE WHEN v.owner_id = $1 THEN 0 ELSE 1 END, v.id LIMIT $3"
    );
    tx.all(&sql, params![member, noun, limit])
}

/// One that the member finds, or any at all for whoever may see `every`.
pub fn find(tx: &mut Tx, member: i64, id: i64, every: bool) -> Result<Option<ViewRow>> {
    let bound = if every { "" } else { &format!(" AND {SEEN}") };
    tx.opt(&format!("{FOUND} WHERE v.id = $2{bound}"), params![member, id])
}

pub fn insert(tx: &mut Tx, noun: &str, owner: i64, facts: &ViewFacts<'_>, now: Timestamp) -> Result<i64> {
    tx.insert(
        "INSERT INTO views (noun, title, as_board, query, owner_id, shared, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
        params![noun, facts.title, facts.as_board, facts.query, owner, facts.shared, now],
    )
}

pub fn update(tx: &mut Tx, id: i64, facts: &ViewFacts<'_>) -> Result<()> {
    tx.run(
        "UPDATE views SET title = $2, shared = $3, as_board = $4, query = $5 WHERE id = $1",
        params![id, facts.title, facts.shared, facts.as_board, facts.query],
    )?;
    Ok(())
}

/// Takes a view away, from those who begin with it too.
pub fn delete(tx: &mut Tx, id: i64) -> Result<()> {
    tx.run("DELETE FROM first_views WHERE view_id = $1", params![id])?;
    tx.run("DELETE FROM views WHERE id = $1", params![id])?;
    Ok(())
}

/// The view that a member begins with; none for the plain list.
pub fn set_first(tx: &mut Tx, member: i64, noun: &str, view: Option<i64>) -> Result<()> {
    match view {
        Some(view) => tx.run(
            "INSERT INTO first_views (member_id, noun, view_id) VALUES ($1, $2, $3) \
             ON CONFLICT (member_id, noun) DO UPDATE SET view_id = excluded.view_id",
            params![member, noun, view],
        )?,
        None => {
            tx.run("DELETE FROM first_views WHERE member_id = $1 AND noun = $2", params![member, noun])?
        }
    };
    Ok(())
}
