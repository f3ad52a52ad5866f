//! What a unique index refuses, said of the field that was typed in.

use sales::Fault;

use crate::{Error, Result};

/// Turns a breach of `constraint` into a fault of `field`; `value` is what was typed.
pub(crate) fn taken<T>(answer: store::Result<T>, constraint: &str, field: &str, value: &str) -> Result<T> {
    answer.map_err(|error| match &error {
        store::Error::Unique { constraint: broken } if broken == constraint => {
            Error::field(field, Fault::Taken { by: value.to_owned() })
        }
        _ => error.into(),
    })
}
