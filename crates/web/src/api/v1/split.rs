//! A body that holds a record's fields beside words of the act's own, all on one level.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::Problem;
use super::extract::of_value;

/// Reads `own` keys as the act's words, and all the rest as the record's fields.
///
/// # Errors
/// A problem that names what does not fit.
pub(super) fn split<Own, Fields>(mut body: Map<String, Value>, own: &[&str]) -> Result<(Own, Fields), Problem>
where
    Own: DeserializeOwned,
    Fields: DeserializeOwned,
{
    let taken = own.iter().filter_map(|key| body.remove(*key).map(|value| ((*key).to_owned(), value)));
    let taken: Map<String, Value> = taken.collect();
    Ok((of_value(Value::Object(taken))?, of_value(Value::Object(body))?))
}
