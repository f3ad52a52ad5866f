//! The list of people, by keyset.

use store::Tx;
use store::rows::clients::{Filter, Order};
use store::rows::people::{self, PersonListRow};

use crate::look::Cursor;
use crate::{Look, Result, Scene};

/// Which people, after which row; by name, or the newest first.
#[derive(Clone, Debug, Default)]
pub struct ListPeople {
    /// The beginning of a name.
    pub text: String,
    pub owner: Option<i64>,
    pub archived: bool,
    pub newest: bool,
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// A page of the list; `next` leads to the one after it.
#[derive(Clone, Debug)]
pub struct People {
    pub rows: Vec<PersonListRow>,
    pub next: Option<Cursor>,
}

impl Look for ListPeople {
    type Seen = People;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<People> {
        let filter = Filter {
            text: self.text.clone(),
            owner: self.owner,
            archived: self.archived,
            order: if self.newest { Order::by_age(true) } else { Order::by_name(false) },
            after: self.after.as_ref().map(Cursor::read).transpose()?,
        };
        let limit = self.limit.clamp(1, 200);
        let mut rows = people::list(tx, &scene.by.reads, &filter, limit + 1)?;
        let next = Cursor::cut(&mut rows, limit, |row| (row.mark.clone(), row.id))?;
        Ok(People { rows, next })
    }
}
