//! The list of people, by keyset.

use sales::fold::fold;
use store::Tx;
use store::rows::people::{self, Filter, PersonListRow};

use crate::company::{Place, sort_value};
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
        let text = fold(&self.text);
        let filter = Filter {
            text: (!text.is_empty()).then_some(text),
            owner: self.owner,
            archived: self.archived,
            newest: self.newest,
            after: match &self.after {
                Some(cursor) => {
                    let (text, number, id): Place = cursor.read()?;
                    Some((sort_value(text.as_deref(), number), id))
                }
                None => None,
            },
        };
        let limit = self.limit.clamp(1, 200);
        let mut rows = people::list(tx, &scene.by.reads, &filter, limit + 1)?;
        let more = rows.len() as i64 > limit;
        rows.truncate(limit as usize);
        let last = rows.last().filter(|_| more);
        let next = last.map(|row| Cursor::of(&(&row.sort_text, row.sort_number, row.id))).transpose()?;
        Ok(People { rows, next })
    }
}
