//! Changing one's own password; every other session ends.

use axum::extract::State;
use axum::response::IntoResponse;
use desk::member::{ChangePassword, change_password};

use super::show::{Refused, page};
use crate::answer::{Answer, Trouble, status};
use crate::app::App;
use crate::faults::sentence;
use crate::pages::go_saying;
use crate::posted::{Form, Posted};
use crate::ui::FieldError;
use crate::visitor::Visitor;
use crate::words::Speech;

pub async fn create(State(app): State<App>, Posted { visitor, form }: Posted) -> Answer {
    let wish = ChangePassword {
        old: raw(&form, "old"),
        new: raw(&form, "new"),
        session: Some(visitor.signed.session),
    };
    match change_password(&app.desk, visitor.actor(), wish).await {
        Ok(()) => Ok(go_saying(&visitor, "/profile", "profile-said-password", &[])),
        Err(error) => refused(&app, error, &visitor).await,
    }
}

async fn refused(app: &App, error: desk::Error, visitor: &Visitor) -> Answer {
    let status = status(&error);
    let speech = &visitor.speech;
    let wrong: Vec<FieldError> = match error {
        desk::Error::Invalid(faults) => faults.iter().map(|fault| said_of(fault, speech)).collect(),
        desk::Error::TooManyAttempts { seconds } => {
            let minutes = ((seconds + 59) / 60).into();
            vec![at("old", speech.t_with("sign-in-too-many", &[("minutes", minutes)]), speech)]
        }
        other => return Err(Trouble::from(other).told(visitor)),
    };
    let page = page(app, Some(Refused::Password(&wrong)), visitor).await?;
    Ok((status, visitor.page(&page)).into_response())
}

/// Of the present password only one thing can be wrong.
fn said_of(fault: &sales::FieldError, speech: &Speech) -> FieldError {
    let words = if fault.field == "old" { speech.t("password-old-wrong") } else { sentence(fault, speech) };
    at(&fault.field, words, speech)
}

fn at(field: &str, words: String, speech: &Speech) -> FieldError {
    FieldError { field: field.to_owned(), label: speech.t(&format!("field-{field}")), words }
}

/// A password keeps its spaces.
fn raw(form: &Form, name: &str) -> String {
    form.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
}
