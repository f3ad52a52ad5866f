//! What a handler answers when an act was not done: a status, a sentence, and what to do.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::ui::{Button, ErrorPage, Theme, bare_layout, error_page};
use crate::visitor::Visitor;
use crate::words::{Lang, Speech};

pub type Answer = Result<Response, Trouble>;

/// Why a page could not be shown as asked.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error(transparent)]
    Desk(desk::Error),
    /// The request did not come from one of our pages.
    #[error("the form did not come from this site, or its session has ended")]
    Forged,
    /// With the reader known, the page speaks their language.
    #[error("{error}")]
    Told { error: Box<Trouble>, speech: Box<Speech> },
}

impl From<desk::Error> for Trouble {
    fn from(error: desk::Error) -> Trouble {
        Trouble::Desk(error)
    }
}

impl Trouble {
    /// The same in the reader's language.
    pub fn told(self, visitor: &Visitor) -> Trouble {
        Trouble::Told { error: Box::new(self), speech: Box::new(visitor.speech.clone()) }
    }

    fn status(&self) -> StatusCode {
        match self {
            Trouble::Forged => StatusCode::FORBIDDEN,
            Trouble::Told { error, .. } => error.status(),
            Trouble::Desk(error) => status(error),
        }
    }

    /// The keys of the page's title and of its explanation.
    fn keys(&self) -> (&'static str, &'static str) {
        match self {
            Trouble::Told { error, .. } => return error.keys(),
            Trouble::Desk(desk::Error::Unavailable(_)) => return ("error-away", "error-away-detail"),
            Trouble::Desk(desk::Error::OutcomeUnknown(_)) => {
                return ("error-unknown", "error-unknown-detail");
            }
            Trouble::Desk(desk::Error::TooSlow(_)) => return ("error-too-slow", "error-too-slow-detail"),
            _ => {}
        }
        match self.status() {
            StatusCode::NOT_FOUND => ("error-not-found", "error-not-found-detail"),
            StatusCode::FORBIDDEN => ("error-forbidden", "error-forbidden-detail"),
            StatusCode::CONFLICT => ("error-conflict", "error-conflict-detail"),
            StatusCode::UNPROCESSABLE_ENTITY => ("error-invalid", "error-invalid-detail"),
            StatusCode::SERVICE_UNAVAILABLE => ("error-busy", "error-busy-detail"),
            StatusCode::INSUFFICIENT_STORAGE => ("error-disk-full", "error-disk-full-detail"),
            _ => ("error-internal", "error-internal-detail"),
        }
    }
}

/// The HTTP status of an error, the same for pages and API.
pub fn status(error: &desk::Error) -> StatusCode {
    match error {
        desk::Error::Forbidden => StatusCode::FORBIDDEN,
        desk::Error::NotFound | desk::Error::LinkSpent => StatusCode::NOT_FOUND,
        desk::Error::Invalid(_)
        | desk::Error::ZeroCharacter
        | desk::Error::Refused(_)
        | desk::Error::NextStepRequired { .. }
        | desk::Error::KeyReused
        | desk::Error::Rows(_)
        | desk::Error::Import(_) => StatusCode::UNPROCESSABLE_ENTITY,
        desk::Error::Stale | desk::Error::Conflict(_) => StatusCode::CONFLICT,
        desk::Error::SignIn => StatusCode::UNAUTHORIZED,
        desk::Error::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
        desk::Error::Busy(_)
        | desk::Error::Unavailable(_)
        | desk::Error::OutcomeUnknown(_)
        | desk::Error::TooSlow(_) => StatusCode::SERVICE_UNAVAILABLE,
        desk::Error::DiskFull(_) => StatusCode::INSUFFICIENT_STORAGE,
        desk::Error::Store(_) | desk::Error::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(error = %self, "a request failed");
        }
        let speech = match &self {
            Trouble::Told { speech, .. } => (**speech).clone(),
            _ => Speech::new(Lang::default(), TimeZone::UTC, Timestamp::UNIX_EPOCH),
        };
        let (title, detail) = self.keys();
        let page = ErrorPage {
            title: speech.t(title),
            detail: speech.t(detail),
            quote: None,
            acts: vec![Button::main(speech.t("go-to-day")).href("/day")],
        };
        (status, bare_layout(&speech.t(title), Theme::Auto, &error_page(&page), &speech)).into_response()
    }
}
