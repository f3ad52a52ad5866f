//! The list of companies, by keyset.

use sales::fold::fold;
use store::rows::companies::{self, CompanyListRow, Filter, SortBy};
use store::{Param, Tx};

use crate::look::Cursor;
use crate::{Look, Result, Scene};

/// Which companies, in which order, after which row.
#[derive(Clone, Debug, Default)]
pub struct ListCompanies {
    /// The beginning of a name.
    pub text: String,
    pub owner: Option<i64>,
    pub archived: bool,
    pub sort: SortBy,
    pub desc: bool,
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// A page of the list; `next` leads to the one after it.
#[derive(Clone, Debug)]
pub struct Companies {
    pub rows: Vec<CompanyListRow>,
    pub next: Option<Cursor>,
}

impl Look for ListCompanies {
    type Seen = Companies;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Companies> {
        let text = fold(&self.text);
        let filter = Filter {
            text: (!text.is_empty()).then_some(text),
            owner: self.owner,
            archived: self.archived,
            sort: self.sort,
            desc: self.desc,
            after: match &self.after {
                Some(cursor) => {
                    let (text, number, id): Place = cursor.read()?;
                    Some((sort_value(text.as_deref(), number), id))
                }
                None => None,
            },
        };
        let limit = self.limit.clamp(1, 200);
        let mut rows = companies::list(tx, &scene.by.reads, &filter, limit + 1)?;
        let more = rows.len() as i64 > limit;
        rows.truncate(limit as usize);
        let last = rows.last().filter(|_| more);
        let next = last.map(|row| Cursor::of(&(&row.sort_text, row.sort_number, row.id))).transpose()?;
        Ok(Companies { rows, next })
    }
}

/// Where a page ended: the text or number it was sorted by, and the row.
pub(crate) type Place = (Option<String>, Option<i64>, i64);

/// What the row was sorted by.
pub(crate) fn sort_value(text: Option<&str>, number: Option<i64>) -> Param {
    text.map_or_else(|| Param::from(number), Param::from)
}
