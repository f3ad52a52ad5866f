//! Setting some fields of a record and leaving the others as they are: two who change different fields both get their way.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{Error, Result};

/// A field, as the API names it, with what it is to hold.
#[derive(Clone, Debug)]
pub struct Setting {
    pub field: String,
    pub value: Value,
    /// What stood there when the value was chosen; none where that does not matter.
    pub was: Option<Value>,
}

/// The fields with what is set in its place. `Stale` where somebody has changed one of them since, and not to the same.
pub(crate) fn set<T: Serialize + DeserializeOwned>(fields: &T, settings: &[Setting]) -> Result<T> {
    let broken = |error: serde_json::Error| Error::Broken(error.to_string());
    let mut fields = serde_json::to_value(fields).map_err(broken)?;
    for Setting { field, value, was } in settings {
        let stands = fields.get_mut(field).ok_or_else(|| Error::Broken(format!("no field {field}")))?;
        if was.as_ref().is_some_and(|was| stands != was) && stands != value {
            return Err(Error::Stale);
        }
        stands.clone_from(value);
    }
    serde_json::from_value(fields).map_err(broken)
}
