//! What was typed into one of several forms of a page, and what is wrong with it.

use axum::http::StatusCode;
use axum::response::Response;
use maud::Markup;
use sales::FieldError as FaultOf;

use super::row::address_of;
use crate::answer::Trouble;
use crate::faults::{Faults, sentence};
use crate::pages::go_saying;
use crate::posted::Form;
use crate::ui::{Field, FieldError, error_summary};
use crate::visitor::Visitor;
use crate::words::Speech;

/// What an act did: the row to come back to, and the key of the sentence that says it.
pub struct Done {
    pub row: Option<i64>,
    pub said: &'static str,
}

impl Done {
    pub fn saved(row: Option<i64>) -> Done {
        Done { row, said: "said-saved" }
    }

    pub fn added(row: i64) -> Done {
        Done { row: Some(row), said: "settings-said-added" }
    }
}

/// The form that was refused; empty when a page is shown for the first time.
#[derive(Default)]
pub struct Typed {
    pub form: Form,
    pub faults: Faults,
    /// Why the record's state forbids it.
    pub conflict: Option<String>,
    /// What this page says of a field in words of its own.
    own: Vec<FieldError>,
}

impl Typed {
    /// What came of an act: back to the page when it was done, else the form to show again.
    ///
    /// # Errors
    /// What names neither fields nor a state.
    pub fn settle(
        done: desk::Result<Done>,
        form: Form,
        way: &str,
        visitor: &Visitor,
    ) -> Result<Result<Response, Typed>, Trouble> {
        match done {
            Ok(done) => Ok(Ok(go_saying(visitor, &address_of(way, done.row), done.said, &[]))),
            Err(desk::Error::Conflict(conflict)) => {
                let words = visitor.speech.t(&format!("conflict-{}", conflict.key()));
                Ok(Err(Typed { form, conflict: Some(words), ..Typed::default() }))
            }
            Err(error) => {
                let faults = Faults::of(error).map_err(|error| Trouble::from(error).told(visitor))?;
                Ok(Err(Typed { form, faults, ..Typed::default() }))
            }
        }
    }

    /// Says what is wrong with `field`, if something is, in these words.
    pub fn explain(mut self, field: &str, label: String, words: Option<String>, speech: &Speech) -> Typed {
        if let Some(fault) = self.faults.0.iter().find(|fault| fault.field == field) {
            let words = words.unwrap_or_else(|| sentence(fault, speech));
            self.own.push(FieldError { field: field.to_owned(), label, words });
        }
        self
    }

    pub fn status(&self) -> StatusCode {
        match (self.faults.is_empty(), &self.conflict) {
            (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
            (true, Some(_)) => StatusCode::CONFLICT,
            (true, None) => StatusCode::OK,
        }
    }

    /// What to put right, with links to the fields.
    pub fn summary(&self, speech: &Speech) -> Markup {
        if self.own.is_empty() {
            return self.faults.summary(speech);
        }
        let shown: Vec<FieldError> = self.faults.0.iter().map(|fault| self.said_of(fault, speech)).collect();
        error_summary(&shown, speech)
    }

    fn said_of(&self, fault: &FaultOf, speech: &Speech) -> FieldError {
        let own = self.own.iter().find(|own| own.field == fault.field).cloned();
        own.unwrap_or_else(|| FieldError {
            field: fault.field.clone(),
            label: speech.t(&format!("field-{}", fault.field.replace('_', "-"))),
            words: sentence(fault, speech),
        })
    }

    /// Whether this is the form that was refused.
    pub fn is(&self, which: &str) -> bool {
        self.form.text("form") == which
    }

    /// A field of the form `which`: what was typed if that was refused, else what stands.
    /// The summary links to the fields of the refused form, so their ids are their names.
    pub fn put(&self, which: &str, name: &str, field: Field, stands: &str, speech: &Speech) -> Markup {
        if self.is(which) {
            let value =
                if self.form.0.iter().any(|(key, _)| key == name) { self.form.text(name) } else { stands };
            return field.value(value).error(self.wrong(name, speech)).show(speech);
        }
        field.id(format!("{name}-{which}")).value(stands).show(speech)
    }

    /// The same where the head of the column says what it is.
    pub fn cell(&self, which: &str, name: &str, field: Field, stands: &str, speech: &Speech) -> Markup {
        self.put(which, name, field.label_unseen(), stands, speech)
    }

    fn wrong(&self, name: &str, speech: &Speech) -> Option<String> {
        let fault = self.faults.0.iter().find(|fault| fault.field == name)?;
        Some(self.said_of(fault, speech).words)
    }
}
