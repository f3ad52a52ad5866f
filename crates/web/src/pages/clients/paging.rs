//! Forward and back through a list by keyset: the address remembers where the pages before began.

use desk::look::Cursor;
use serde::Deserialize;

use crate::routes;
use crate::ui::Pager;
use crate::words::Speech;

/// Rows of a page.
pub(in crate::pages) const ROWS: i64 = 50;

/// The first page, which begins after nothing.
const FIRST: &str = "-";

/// Where the page begins, as its address says it: `after` a cursor, `back` those of the pages before, in order.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct At {
    after: String,
    back: String,
}

impl At {
    pub(in crate::pages) fn place(&self) -> Place {
        Place::of(&self.after, &self.back)
    }
}

/// Where this page begins and where those before it did.
#[derive(Clone, Debug, Default)]
pub(in crate::pages) struct Place {
    after: String,
    back: Vec<String>,
}

impl Place {
    fn of(after: &str, back: &str) -> Place {
        let back = back.split('~').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        Place { after: after.trim_start_matches(FIRST).to_owned(), back }
    }

    pub(in crate::pages) fn after(&self) -> Option<Cursor> {
        Some(Cursor(self.after.clone())).filter(|cursor| !cursor.0.is_empty())
    }

    /// Links to the neighbours; `asked` is the rest of the address.
    pub(in crate::pages) fn pager(
        &self,
        address: &str,
        asked: &[(&str, &str)],
        rows: usize,
        next: Option<&Cursor>,
        speech: &Speech,
    ) -> Pager {
        let link = |after: &str, back: &[String]| {
            let back = back.join("~");
            routes::query(address, &[asked, &[("after", after), ("back", &back)]].concat())
        };
        let before = self.back.len();
        let previous = self.back.split_last().map(|(last, rest)| link(last.trim_start_matches(FIRST), rest));
        let here = if self.after.is_empty() { FIRST } else { &self.after };
        let onward = [self.back.as_slice(), &[here.to_owned()]].concat();
        let from = before as i64 * ROWS + 1;
        let to = from + rows as i64 - 1;
        Pager {
            previous,
            next: next.map(|cursor| link(&cursor.0, &onward)),
            showing: speech.t_with("list-rows", &[("from", from.into()), ("to", to.into())]),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, tz::TimeZone};

    use super::*;
    use crate::words::Lang;

    #[test]
    fn going_on_and_back_ends_where_it_began() {
        let speech = Speech::new(Lang::En, TimeZone::UTC, Timestamp::UNIX_EPOCH);
        let first = Place::of("", "");
        let pages = first.pager("/companies", &[("q", "a")], 50, Some(&Cursor("X".into())), &speech);
        assert_eq!((pages.previous, pages.next.as_deref()), (None, Some("/companies?q=a&after=X&back=-")));
        let second = Place::of("X", "-").pager("/companies", &[("q", "a")], 7, None, &speech);
        assert_eq!((second.previous.as_deref(), second.next), (Some("/companies?q=a"), None));
        assert_eq!(second.showing, "51 to 57");
    }
}
