//! PostgreSQL: what differs.

use crate::{Error, Result, StoreSettings, store::Lanes};

pub(crate) fn open(_: &str, _: &StoreSettings) -> Result<Lanes> {
    Err(Error::Unavailable { what: "under construction".into() })
}
