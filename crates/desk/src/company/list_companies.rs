//! The list of companies, by keyset.

use store::Tx;
use store::rows::clients::Filter;
use store::rows::companies::{self, CompanyListRow, SortBy};

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
        let filter = Filter {
            text: self.text.clone(),
            owner: self.owner,
            archived: self.archived,
            order: self.sort.order(self.desc),
            after: self.after.as_ref().map(Cursor::read).transpose()?,
        };
        let limit = self.limit.clamp(1, 200);
        let mut rows = companies::list(tx, &scene.by.reads, &filter, limit + 1)?;
        let next = Cursor::cut(&mut rows, limit, |row| (row.mark.clone(), row.id))?;
        Ok(Companies { rows, next })
    }
}
