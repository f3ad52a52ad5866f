//! Tasks: work with a deadline, for a member or a queue.

use jiff::Timestamp;

use super::activities::Subject;
use super::events::Of;
use crate::{Result, Tx, params};

crate::row! {
    pub struct TaskRow {
        pub id: i64,
        pub title: String,
        pub kind: String,
        pub deal_id: Option<i64>,
        pub company_id: Option<i64>,
        pub person_id: Option<i64>,
        pub owner_id: Option<i64>,
        pub queue: Option<String>,
        pub due_at: Option<Timestamp>,
        pub done_at: Option<Timestamp>,
        pub created_by: Option<i64>,
        pub archived_at: Option<Timestamp>,
    }
}

/// A task to be made. `effect_key` names the effect that makes it: the same one makes none twice.
#[derive(Clone, Debug)]
pub struct NewTask<'a> {
    pub title: &'a str,
    pub kind: &'a str,
    pub subject: Subject,
    pub owner_id: Option<i64>,
    pub queue: Option<&'a str>,
    pub due_at: Option<Timestamp>,
    pub effect_key: Option<String>,
}

/// The new task's id; none when its effect has made it before.
pub fn insert(tx: &mut Tx, task: &NewTask<'_>, now: Timestamp, by: Option<i64>) -> Result<Option<i64>> {
    let made: Option<(i64,)> = tx.opt(
        "INSERT INTO tasks (title, kind, deal_id, company_id, person_id, owner_id, queue, due_at, effect_key, \
         created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         ON CONFLICT (effect_key) DO NOTHING RETURNING id",
        params![
            task.title,
            task.kind,
            task.subject.deal_id,
            task.subject.company_id,
            task.subject.person_id,
            task.owner_id,
            task.queue,
            task.due_at,
            task.effect_key.as_deref(),
            now,
            by
        ],
    )?;
    Ok(made.map(|(id,)| id))
}

pub fn get(tx: &mut Tx, id: i64) -> Result<TaskRow> {
    tx.one(&format!("SELECT {} FROM tasks WHERE id = $1", TaskRow::COLUMNS), params![id])
}

pub fn get_to_change(tx: &mut Tx, id: i64) -> Result<TaskRow> {
    tx.one_to_change(&format!("SELECT {} FROM tasks WHERE id = $1", TaskRow::COLUMNS), params![id])
}

/// Open tasks of a deal that effects under this prefix have made.
pub fn list_open_of_effects(tx: &mut Tx, of: Of, prefix: &str) -> Result<Vec<TaskRow>> {
    let (column, id) = match of {
        Of::Deal(id) => ("deal_id", id),
        Of::Company(id) => ("company_id", id),
        Of::Person(id) => ("person_id", id),
    };
    let sql = format!(
        "SELECT {} FROM tasks WHERE {column} = $1 AND done_at IS NULL AND archived_at IS NULL \
         AND substr(effect_key, 1, $2) = $3 ORDER BY id",
        TaskRow::COLUMNS
    );
    let length = i64::try_from(prefix.len()).unwrap_or(i64::MAX);
    tx.all(&sql, params![id, length, prefix])
}

pub fn set_done(tx: &mut Tx, id: i64, at: Option<Timestamp>, by: Option<i64>) -> Result<()> {
    tx.run("UPDATE tasks SET done_at = $2, done_by = $3 WHERE id = $1", params![id, at, by])?;
    Ok(())
}

pub fn update(
    tx: &mut Tx,
    id: i64,
    title: &str,
    owner: Option<i64>,
    queue: Option<&str>,
    due_at: Option<Timestamp>,
) -> Result<()> {
    tx.run(
        "UPDATE tasks SET title = $2, owner_id = $3, queue = $4, due_at = $5 WHERE id = $1",
        params![id, title, owner, queue, due_at],
    )?;
    Ok(())
}

/// Takes a task away, and lets the effect that made it make another.
pub fn archive(tx: &mut Tx, id: i64, now: Timestamp) -> Result<()> {
    tx.run("UPDATE tasks SET archived_at = $2, effect_key = NULL WHERE id = $1", params![id, now])?;
    Ok(())
}
