//! What went wrong, in one form for every path: RFC 9457, `application/problem+json`.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sales::Need;
use serde::Serialize;
use utoipa::ToSchema;

use super::finding::Finding;
use super::timeline::Entry;
use crate::answer::status;
use crate::faults::sentence;
use crate::words::{Lang, Speech};

const ZERO_CHARACTER: &str = "Take out the U+0000; no text may hold it.";

/// Why a request was not done.
#[derive(Debug)]
pub struct Problem(Box<ProblemBody>);

/// Why a request was not done; nothing was changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody {
    /// `urn:dealwright:problem:` and a word: `invalid`, `refused`, `next-step-required`, `stale`, `not-found` ...
    #[serde(rename = "type")]
    kind: String,
    title: String,
    status: u16,
    detail: String,
    /// What the token lacks, as the operation names it: `deals:write`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false, nullable = false)]
    scope: Option<String>,
    /// The fields at fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<FieldFault>,
    /// What the process misses for the move, and how to mend it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    findings: Vec<Finding>,
    /// What others have changed of the record since it was read, the newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    changes: Vec<Entry>,
    /// The rows of a batch that were refused, and with them all others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false, no_recursion)]
    rows: Vec<RowProblem>,
}

/// Why a row of a batch was refused.
#[derive(Debug, Serialize, ToSchema)]
pub struct RowProblem {
    /// Its place, from 0.
    row: usize,
    #[schema(no_recursion)]
    problem: ProblemBody,
}

/// A fault at one field.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldFault {
    /// As the request names it; within another by dots, such as `next_steps.0.ends_at`.
    pub field: String,
    /// A word for programs: `required`, `unknown-field`, `wrong-type`, `not-a-date` ...
    pub fault: String,
    /// A sentence for people.
    pub says: String,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, word: &str, title: &str, detail: &str) -> Problem {
        Problem(Box::new(ProblemBody {
            kind: format!("urn:dealwright:problem:{word}"),
            title: title.to_owned(),
            status: status.as_u16(),
            detail: detail.to_owned(),
            scope: None,
            errors: Vec::new(),
            findings: Vec::new(),
            changes: Vec::new(),
            rows: Vec::new(),
        }))
    }

    /// Tells an error of the desk. The one place where the two are matched.
    pub(super) fn of(error: desk::Error, speech: &Speech) -> Problem {
        let status = status(&error);
        if status.is_server_error() {
            tracing::error!(error = %error, "a request of the API failed");
        }
        let (word, title) = word_and_title(&error);
        let mut problem = Problem::new(status, word, title, &detail(&error, speech));
        match error {
            desk::Error::Invalid(faults) => {
                problem.0.errors = faults
                    .iter()
                    .map(|fault| FieldFault {
                        field: api_name(&fault.field),
                        fault: fault.fault.key().to_owned(),
                        says: sentence(fault, speech),
                    })
                    .collect();
            }
            desk::Error::Refused(findings) => {
                problem.0.findings = findings.into_iter().map(Finding::from).collect()
            }
            desk::Error::NextStepRequired { .. } => problem.0.errors.push(FieldFault {
                field: "next_step".to_owned(),
                fault: "required".to_owned(),
                says: "Say what is done next and when.".to_owned(),
            }),
            _ => {}
        }
        problem
    }

    /// The token is good and made for less than this.
    pub(super) fn scope_missing(need: Need) -> Problem {
        let scope = need.name();
        let detail = format!(
            "This asks for a token that covers {scope}. What a token covers is chosen when it is made, under Settings, \
             API tokens."
        );
        let mut problem =
            Problem::new(StatusCode::FORBIDDEN, "scope-missing", "The token does not cover this", &detail);
        problem.0.scope = Some(scope);
        problem
    }

    /// Fields that do not fit the request's form.
    pub(super) fn of_fields(errors: Vec<FieldFault>) -> Problem {
        let mut problem = Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "invalid",
            "Fields are at fault",
            "See errors for each.",
        );
        problem.0.errors = errors;
        problem
    }

    /// A word of the query that the list does not know: asked without it, the answer would be wider than was meant.
    pub(super) fn of_unknown_filter(filter: FieldFault) -> Problem {
        let mut problem =
            Problem::new(StatusCode::BAD_REQUEST, "unknown-filter", "There is no such filter", &filter.says);
        problem.0.errors.push(filter);
        problem
    }

    /// Rows of a batch that is done whole or not at all.
    pub(super) fn of_rows(refused: impl Iterator<Item = (usize, Problem)>) -> Problem {
        let detail = "See rows for each; nothing was done.";
        let mut problem =
            Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "rows-refused", "Rows are refused", detail);
        problem.0.rows =
            refused.map(|(row, problem)| RowProblem { row, problem: problem.into_body() }).collect();
        problem
    }

    /// As it stands in the answer of a batch.
    pub(super) fn into_body(self) -> ProblemBody {
        *self.0
    }

    /// The same as 413: what was sent has more bytes than it may.
    #[must_use]
    pub(super) fn too_large(mut self) -> Problem {
        self.0.status = StatusCode::PAYLOAD_TOO_LARGE.as_u16();
        self
    }

    pub(super) fn is_stale(&self) -> bool {
        self.0.kind.ends_with(":stale")
    }

    /// The same with what was changed meanwhile; 412 where the request named its condition.
    #[must_use]
    pub(super) fn with_changes(mut self, changes: Vec<Entry>, is_condition: bool) -> Problem {
        self.0.changes = changes;
        if is_condition {
            self.0.status = StatusCode::PRECONDITION_FAILED.as_u16();
        }
        self
    }

    /// No text may hold U+0000: PostgreSQL keeps none.
    pub(super) fn zero_character() -> Problem {
        let (word, title) = word_and_title(&desk::Error::ZeroCharacter);
        Problem::new(status(&desk::Error::ZeroCharacter), word, title, ZERO_CHARACTER)
    }

    pub(super) fn no_token() -> Problem {
        Problem::new(
            StatusCode::UNAUTHORIZED,
            "no-token",
            "A token is needed",
            "Send a token that is still good: Authorization: Bearer dw_...",
        )
    }
}

/// The desk names a link by what it leads to; the API's fields hold the id.
fn api_name(field: &str) -> String {
    match field {
        "title_en" => "title.en".to_owned(),
        "title_ru" => "title.ru".to_owned(),
        "company" | "engineer" | "head" | "owner" | "parent" | "person" | "product" | "team" => {
            format!("{field}_id")
        }
        other => other.to_owned(),
    }
}

fn word_and_title(error: &desk::Error) -> (&'static str, &'static str) {
    match error {
        desk::Error::Forbidden => ("forbidden", "Not yours to do"),
        desk::Error::NotFound | desk::Error::LinkSpent => ("not-found", "Nothing here within your reach"),
        desk::Error::Invalid(_) => ("invalid", "Fields are at fault"),
        desk::Error::ZeroCharacter => ("zero-character", "A text holds a zero character"),
        desk::Error::Refused(_) => ("refused", "The process does not allow this"),
        desk::Error::NextStepRequired { .. } => ("next-step-required", "A next step is needed"),
        desk::Error::Stale => ("stale", "Somebody changed this since you read it"),
        desk::Error::Import(_) => ("unreadable-import", "This cannot be imported"),
        desk::Error::Conflict(_) => ("conflict", "The record is not in a state for this"),
        desk::Error::Rows(_) => ("rows-refused", "Rows are refused"),
        desk::Error::KeyReused => ("key-reused", "This key was used for another request"),
        desk::Error::SignIn => ("no-token", "A token is needed"),
        desk::Error::TooManyAttempts { .. } => ("too-many-attempts", "Too many attempts"),
        desk::Error::Busy(_) => ("busy", "The database is busy"),
        desk::Error::Unavailable(_) => ("unavailable", "The database is out of reach"),
        desk::Error::OutcomeUnknown(_) => ("outcome-unknown", "The change may or may not be there"),
        desk::Error::TooSlow(_) => ("too-slow", "This takes longer than it may"),
        desk::Error::DiskFull(_) => ("disk-full", "The disk is full"),
        desk::Error::Store(_) | desk::Error::Broken(_) => ("internal", "The server failed"),
    }
}

fn detail(error: &desk::Error, speech: &Speech) -> String {
    match error {
        desk::Error::Invalid(_) => "See errors for each.".to_owned(),
        desk::Error::Refused(_) => "See findings for what is missing and how to mend it.".to_owned(),
        desk::Error::NextStepRequired { .. } => "Give next_step with the same request.".to_owned(),
        desk::Error::ZeroCharacter => ZERO_CHARACTER.to_owned(),
        desk::Error::KeyReused => "Make a new key for each request; send the same one only with the same body.".to_owned(),
        desk::Error::Stale => "Read it again and change what you have then.".to_owned(),
        desk::Error::Conflict(conflict) => speech.t(&format!("conflict-{}", conflict.key())),
        desk::Error::Import(fault) => match speech.lang {
            Lang::En => fault.says().en,
            Lang::Ru => fault.says().ru,
        },
        desk::Error::Busy(_) => "Nothing was changed. Try again in a moment.".to_owned(),
        desk::Error::Unavailable(_) => {
            "Nothing was changed. Try again in a moment; the log of the server says what failed.".to_owned()
        }
        desk::Error::OutcomeUnknown(_) => {
            "The server's disk or database failed while it kept the change, which may or may not be there: look \
             before you do it again."
                .to_owned()
        }
        desk::Error::TooSlow(_) => "Nothing was changed. Ask for less: narrow what is looked for.".to_owned(),
        desk::Error::DiskFull(_) => "Nothing was written. Make room and try again.".to_owned(),
        // What failed inside stays in the log.
        desk::Error::Store(_) | desk::Error::Broken(_) => {
            "The log of the server says what failed.".to_owned()
        }
        other => other.to_string(),
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut answer = (status, Json(self.0)).into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        answer
    }
}

/// An address that this API does not have.
pub(super) async fn not_found() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "not-found",
        "There is no such address",
        "GET /api/v1/openapi.json lists what there is.",
    )
}

/// An address asked by a method that it does not know.
pub(super) async fn method_not_allowed() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "method-not-allowed",
        "This address does not know the method",
        "GET /api/v1/openapi.json lists what there is.",
    )
}
