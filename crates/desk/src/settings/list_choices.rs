//! The maintained lists.

use sales::Fault;
use store::Tx;
use store::rows::choices::{self, ChoiceRow};

use crate::access::known_only;
use crate::{Error, Look, Result, Scene};

/// The lists there are.
pub const LISTS: [&str; 5] = ["activity-type", "deal-type", "source", "reason", "document-kind"];

/// One list, or all, each in its order, retired words too.
#[derive(Clone, Debug, Default)]
pub struct ListChoices {
    pub list: Option<String>,
}

impl Look for ListChoices {
    type Seen = Vec<ChoiceRow>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<ChoiceRow>> {
        known_only(scene)?;
        match &self.list {
            None => Ok(choices::list_all(tx)?),
            Some(list) => {
                check_list(list)?;
                Ok(choices::list_of(tx, list)?)
            }
        }
    }
}

/// Refuses a list that there is not.
pub(super) fn check_list(list: &str) -> Result<()> {
    let known = LISTS.contains(&list);
    if known { Ok(()) } else { Err(Error::field("list", Fault::Unknown { value: list.to_owned() })) }
}
