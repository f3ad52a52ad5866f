//! Who holds a part in a case: heads of teams over a member, and members of a queue's team.

use crate::{Result, Tx, params};

/// The heads of the member's team and of every team above, nearest first, the member left out.
pub fn list_heads_over(tx: &mut Tx, member: i64) -> Result<Vec<i64>> {
    let heads: Vec<(i64,)> = tx.all(
        "SELECT h.head_id FROM members m JOIN teams t ON t.id = m.team_id \
         JOIN teams h ON SUBSTR(t.path, 1, LENGTH(h.path)) = h.path \
         WHERE m.id = $1 AND h.head_id IS NOT NULL AND h.head_id <> m.id ORDER BY LENGTH(h.path) DESC",
        params![member],
    )?;
    Ok(heads.into_iter().map(|(id,)| id).collect())
}

/// Whether the member belongs to the team that works a queue; a queue goes by its team's name.
pub fn is_of_queue(tx: &mut Tx, member: i64, queue: &str) -> Result<bool> {
    let found: Option<(i64,)> = tx.opt(
        "SELECT m.id FROM members m JOIN teams t ON t.id = m.team_id WHERE m.id = $1 AND t.name_key = $2",
        params![member, sales::fold::fold(queue)],
    )?;
    Ok(found.is_some())
}

/// Everyone who works a queue.
pub fn list_of_queue(tx: &mut Tx, queue: &str) -> Result<Vec<i64>> {
    let members: Vec<(i64,)> = tx.all(
        "SELECT m.id FROM members m JOIN teams t ON t.id = m.team_id \
         WHERE t.name_key = $1 AND m.archived_at IS NULL ORDER BY m.id",
        params![sales::fold::fold(queue)],
    )?;
    Ok(members.into_iter().map(|(id,)| id).collect())
}

/// Whether some active member who works deals has no head over them.
pub fn is_any_without_head(tx: &mut Tx) -> Result<bool> {
    let found: Option<(i64,)> = tx.opt(
        "SELECT m.id FROM members m WHERE m.archived_at IS NULL AND m.role = 'rep' AND NOT EXISTS \
         (SELECT 1 FROM teams t JOIN teams h ON SUBSTR(t.path, 1, LENGTH(h.path)) = h.path \
          WHERE t.id = m.team_id AND h.head_id IS NOT NULL AND h.head_id <> m.id) LIMIT 1",
        params![],
    )?;
    Ok(found.is_some())
}
