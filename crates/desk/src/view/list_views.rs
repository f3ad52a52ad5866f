//! The views that a member finds.

use sales::Role;
use store::Tx;
use store::rows::views::{self, ViewRow};

use super::{Noun, Shared, member};
use crate::{Error, Look, Result, Scene};

/// Views at most, so that a list stays a list.
const MOST: i64 = 60;

/// A view as its reader finds it.
#[derive(Clone, Debug)]
pub struct View {
    pub id: i64,
    pub noun: Noun,
    pub title: String,
    pub shared: Shared,
    pub as_board: bool,
    pub query: String,
    /// Whose it is, where it is not the reader's own.
    pub of: Option<String>,
    /// The reader begins with it.
    pub is_first: bool,
    pub may_change: bool,
}

/// All views of a noun.
#[derive(Clone, Copy, Debug)]
pub struct ListViews {
    pub noun: Noun,
}

impl Look for ListViews {
    type Seen = Vec<View>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<View>> {
        let rows = views::list(tx, member(scene)?, self.noun.key(), MOST)?;
        rows.into_iter().map(|row| seen(scene, row)).collect()
    }
}

/// One view.
#[derive(Clone, Copy, Debug)]
pub struct ViewPage {
    pub id: i64,
}

impl Look for ViewPage {
    type Seen = View;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<View> {
        let every = scene.by.role == Role::Administrator;
        let row = views::find(tx, member(scene)?, self.id, every)?.ok_or(Error::NotFound)?;
        seen(scene, row)
    }
}

fn seen(scene: &Scene, row: ViewRow) -> Result<View> {
    let broken = || Error::Broken(format!("view {}", row.id));
    let is_own = scene.by.member == Some(row.owner_id);
    Ok(View {
        id: row.id,
        noun: Noun::parse(&row.noun).ok_or_else(broken)?,
        shared: Shared::parse(&row.shared).ok_or_else(broken)?,
        may_change: is_own || scene.by.role == Role::Administrator,
        of: (!is_own).then_some(row.owner_name),
        title: row.title,
        as_board: row.as_board,
        query: row.query,
        is_first: row.is_first,
    })
}
