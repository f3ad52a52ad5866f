//! Faults of typed-in fields as a form shows them: beside each field, and together on top.

use sales::FieldError;

use crate::ui::{self, error_summary};
use crate::words::Speech;
use maud::Markup;

/// The faults of one refused form; empty when it is shown for the first time.
#[derive(Clone, Debug, Default)]
pub struct Faults(pub Vec<FieldError>);

impl Faults {
    /// The faults that an act named; anything else goes on as trouble.
    ///
    /// # Errors
    /// The error itself when it names no fields.
    pub fn of(error: desk::Error) -> Result<Faults, desk::Error> {
        match error {
            desk::Error::Invalid(faults) => Ok(Faults(faults)),
            other => Err(other),
        }
    }

    /// The sentence beside a field.
    pub fn at(&self, field: &str, speech: &Speech) -> Option<String> {
        self.0.iter().find(|fault| fault.field == field).map(|fault| sentence(fault, speech))
    }

    /// The summary on top. Each field's label stands under `field-<name>`, with dashes for underscores.
    pub fn summary(&self, speech: &Speech) -> Markup {
        let shown: Vec<ui::FieldError> = self
            .0
            .iter()
            .map(|fault| ui::FieldError {
                field: fault.field.clone(),
                label: speech.t(&format!("field-{}", fault.field.replace('_', "-"))),
                words: sentence(fault, speech),
            })
            .collect();
        error_summary(&shown, speech)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What is wrong and how to mend it.
pub fn sentence(fault: &FieldError, speech: &Speech) -> String {
    let detail = fault.fault.detail().unwrap_or_default();
    speech.t_with(&format!("fault-{}", fault.fault.key()), &[("detail", detail.into())])
}
