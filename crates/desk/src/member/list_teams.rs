//! The tree of teams.

use store::Tx;
use store::rows::teams::{self, TeamListRow};

use crate::access::known_only;
use crate::{Look, Result, Scene};

/// A team in its place: `depth` is 0 at the top.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    pub depth: usize,
    pub row: TeamListRow,
}

/// All teams, each after the one above it, by name among their like; those put away as well.
#[derive(Clone, Copy, Debug)]
pub struct ListTeams;

impl Look for ListTeams {
    type Seen = Vec<Team>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<Team>> {
        known_only(scene)?;
        let rows = teams::list_all(tx)?;
        let mut tree = Vec::with_capacity(rows.len());
        grow(&mut tree, &rows, None, 0);
        Ok(tree)
    }
}

fn grow(tree: &mut Vec<Team>, rows: &[TeamListRow], parent: Option<i64>, depth: usize) {
    for row in rows.iter().filter(|row| row.parent_id == parent) {
        tree.push(Team { depth, row: row.clone() });
        grow(tree, rows, Some(row.id), depth + 1);
    }
}
