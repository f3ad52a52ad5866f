//! Saved views: what a member looks at often, by a name, kept alone or shared.

mod change_view;
mod delete_view;
mod list_views;
mod save_view;

pub use change_view::ChangeView;
pub use delete_view::DeleteView;
pub use list_views::{ListViews, View, ViewPage};
pub use save_view::SaveView;

use sales::Role;
use sales::field::{NAME_MOST, check_text};
use store::Tx;
use store::rows::views::{self, ViewFacts, ViewRow};

use crate::{Error, Result, Scene};

/// Characters of a query.
pub const QUERY_MOST: usize = 2000;

/// What a view is a view of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    Deal,
    Company,
    Person,
}

impl Noun {
    pub const ALL: [Noun; 3] = [Noun::Deal, Noun::Company, Noun::Person];

    pub fn key(self) -> &'static str {
        match self {
            Noun::Deal => "deal",
            Noun::Company => "company",
            Noun::Person => "person",
        }
    }

    pub fn parse(key: &str) -> Option<Noun> {
        Noun::ALL.into_iter().find(|noun| noun.key() == key)
    }
}

/// Who finds a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shared {
    #[default]
    Own,
    /// The owner's team, and those below it.
    Team,
    All,
}

impl Shared {
    pub const ALL: [Shared; 3] = [Shared::Own, Shared::Team, Shared::All];

    pub fn key(self) -> &'static str {
        match self {
            Shared::Own => "own",
            Shared::Team => "team",
            Shared::All => "all",
        }
    }

    pub fn parse(key: &str) -> Option<Shared> {
        Shared::ALL.into_iter().find(|shared| shared.key() == key)
    }
}

/// What a member says of a view.
#[derive(Clone, Debug, Default)]
pub struct ViewFields {
    pub title: String,
    pub shared: Shared,
    /// Deals only: columns of cards instead of rows.
    pub as_board: bool,
    /// Filters, order and columns, as the address of the list says them: `owner=me&sort=name`.
    pub query: String,
}

impl ViewFields {
    fn facts(&self) -> Result<ViewFacts<'_>> {
        let mut faults = Vec::new();
        check_text(&mut faults, "view", &self.title, true, NAME_MOST);
        check_text(&mut faults, "query", &self.query, false, QUERY_MOST);
        Error::unless_valid(faults)?;
        let title = self.title.trim();
        Ok(ViewFacts { title, shared: self.shared.key(), as_board: self.as_board, query: &self.query })
    }
}

/// The member whose views these are.
fn member(scene: &Scene) -> Result<i64> {
    scene.by.member.ok_or(Error::Forbidden)
}

/// A view that the actor may change: their own, and an administrator's every one.
fn own(tx: &mut Tx, scene: &Scene, id: i64) -> Result<ViewRow> {
    let member = member(scene)?;
    let every = scene.by.role == Role::Administrator;
    let view = views::find(tx, member, id, every)?.ok_or(Error::NotFound)?;
    if every || view.owner_id == member { Ok(view) } else { Err(Error::Forbidden) }
}
