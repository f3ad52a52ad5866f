//! What was typed into one of several forms of a page, and what is wrong with it.

use axum::http::StatusCode;
use maud::{Markup, html};

use crate::answer::Trouble;
use crate::faults::Faults;
use crate::posted::Form;
use crate::ui::{Button, Field};
use crate::visitor::Visitor;
use crate::words::Speech;

/// The form that was refused; empty when a page is shown for the first time.
#[derive(Default)]
pub struct Typed {
    pub form: Form,
    pub faults: Faults,
    /// Why the record's state forbids it.
    pub conflict: Option<String>,
}

impl Typed {
    /// What came of an act: nothing when it was done.
    ///
    /// # Errors
    /// What names neither fields nor a state.
    pub fn of<T>(done: desk::Result<T>, form: Form, visitor: &Visitor) -> Result<Option<Typed>, Trouble> {
        match done {
            Ok(_) => Ok(None),
            Err(desk::Error::Conflict(conflict)) => {
                let words = visitor.speech.t(&format!("conflict-{}", conflict.key()));
                Ok(Some(Typed { form, conflict: Some(words), ..Typed::default() }))
            }
            Err(error) => {
                let faults = Faults::of(error).map_err(|error| Trouble::from(error).told(visitor))?;
                Ok(Some(Typed { form, faults, conflict: None }))
            }
        }
    }

    pub fn status(&self) -> StatusCode {
        match (self.faults.is_empty(), &self.conflict) {
            (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
            (true, Some(_)) => StatusCode::CONFLICT,
            (true, None) => StatusCode::OK,
        }
    }

    /// Whether this is the form that was refused.
    fn is(&self, which: &str) -> bool {
        self.form.text("form") == which
    }

    /// A field of the form `which`: what was typed if that was refused, else what stands.
    /// The summary links to the fields of the refused form, so their ids are their names.
    pub fn put(&self, which: &str, name: &str, field: Field, stands: &str, speech: &Speech) -> Markup {
        if self.is(which) {
            let value =
                if self.form.0.iter().any(|(key, _)| key == name) { self.form.text(name) } else { stands };
            return field.value(value).error(self.faults.at(name, speech)).show(speech);
        }
        field.id(format!("{name}-{which}")).value(stands).show(speech)
    }
}

/// A form of a page with several; `which` names it among them.
pub fn form(which: &str, address: &str, visitor: &Visitor, inner: &Markup) -> Markup {
    html! {
        form.fields-row method="post" action=(address) {
            (visitor.token())
            input type="hidden" name="form" value=(which);
            (inner)
        }
    }
}

/// A small button that sends its form as `act`.
pub fn act(key: &str, act: &str, visitor: &Visitor) -> Markup {
    Button::plain(visitor.speech.t(key)).small().submit_as("act", act).show()
}
