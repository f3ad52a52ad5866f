//! Where a page ended, as text that nobody needs to read.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sales::Fault;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Error, Result};

/// An opaque place in an order: give it back to read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor(pub String);

impl Cursor {
    pub(crate) fn of(place: &impl Serialize) -> Result<Cursor> {
        let json = serde_json::to_vec(place).map_err(|error| Error::Broken(error.to_string()))?;
        Ok(Cursor(URL_SAFE_NO_PAD.encode(json)))
    }

    /// Cuts to a page the rows that were asked for with one more; where there was one, the cursor leads on to it.
    pub(crate) fn cut<R, P: Serialize>(
        rows: &mut Vec<R>,
        limit: i64,
        place: impl Fn(&R) -> P,
    ) -> Result<Option<Cursor>> {
        let limit = usize::try_from(limit).unwrap_or_default();
        let is_more = rows.len() > limit;
        rows.truncate(limit);
        rows.last().filter(|_| is_more).map(|last| Cursor::of(&place(last))).transpose()
    }

    /// The place, or a fault at the field `after` when somebody made the cursor up.
    pub(crate) fn read<P: DeserializeOwned>(&self) -> Result<P> {
        let odd = || Error::field("after", Fault::Unknown { value: self.0.clone() });
        let json = URL_SAFE_NO_PAD.decode(&self.0).map_err(|_| odd())?;
        serde_json::from_slice(&json).map_err(|_| odd())
    }
}

#[cfg(test)]
mod tests {
    use store::rows::deal_list::Mark;

    use super::*;

    #[test]
    fn a_place_comes_back_as_it_went() {
        for mark in [Mark::Empty, Mark::Int(-5), Mark::Text("Ёлка".into())] {
            let place = (mark, 42_i64);
            assert_eq!(Cursor::of(&place).unwrap().read::<(Mark, i64)>().unwrap(), place);
        }
    }

    #[test]
    fn a_cursor_that_somebody_made_up_is_a_fault_of_its_field() {
        for made_up in ["", "page 2", "WzFd"] {
            let read = Cursor(made_up.into()).read::<(Mark, i64)>();
            assert!(matches!(&read, Err(Error::Invalid(faults)) if faults[0].field == "after"), "{read:?}");
        }
    }
}
