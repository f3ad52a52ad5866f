//! Why an act was not done. Nothing was changed when one of these comes back.

use sales::{Fault, FieldError};
use store::rows::events::Of;

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The actor may not do this.
    #[error("this is not yours to do")]
    Forbidden,
    /// There is no such record within the actor's reach.
    #[error("there is no such record, or it is out of your reach")]
    NotFound,
    /// Fields that were typed in are at fault; each is named.
    #[error("{} fields are at fault", .0.len())]
    Invalid(Vec<FieldError>),
    /// A text holds the character U+0000; nobody types it, and nothing keeps it.
    #[error("a text holds a zero character (U+0000), and none may")]
    ZeroCharacter,
    /// The process does not allow the move; each finding says what is missing and how to mend it.
    #[error("the process does not allow this")]
    Refused(Vec<process::Finding>),
    /// This was the record's last planned activity and a stage of its asks for a next step: give one with the same act.
    #[error("a next step is needed first")]
    NextStepRequired { of: Of },
    /// Somebody changed the record since it was read.
    #[error("somebody changed this since you opened it")]
    Stale,
    /// The record stands in a state in which the act makes no sense (already done, archived, used up).
    #[error("{0}")]
    Conflict(Conflict),
    /// Of acts done together, those that were refused, by their place from 0.
    #[error("{} rows are refused, and none was done", .0.len())]
    Rows(Vec<(usize, Error)>),
    /// The key of this request was used for another one.
    #[error("this key was used for another request")]
    KeyReused,
    /// Signing in failed, for whatever reason: nobody learns which.
    #[error("e-mail or password do not match")]
    SignIn,
    /// Too many failed attempts; wait so many seconds.
    #[error("too many attempts, wait {seconds} s")]
    TooManyAttempts { seconds: i64 },
    /// A one-time link that is used up, out of time or unknown.
    #[error("this link is used up or out of time")]
    LinkSpent,
    /// Files or a mapping that cannot be imported; it says what, where and how to mend it.
    #[error(transparent)]
    Import(#[from] crate::import::ImportFault),
    /// Others hold the database for the moment; nothing was written.
    #[error("the database is busy: {0}")]
    Busy(store::Error),
    /// The database is out of reach, or its disk fails; nothing was written.
    #[error("the database is out of reach: {0}")]
    Unavailable(store::Error),
    /// Disk or connection failed while committing: the change may or may not be there.
    #[error("a change may or may not be there: {0}")]
    OutcomeUnknown(store::Error),
    /// The look took longer than it may.
    #[error("a look was stopped: {0}")]
    TooSlow(store::Error),
    /// No room left on the disk; nothing was written.
    #[error("the disk is full: {0}")]
    DiskFull(store::Error),
    #[error(transparent)]
    Store(store::Error),
    /// A row contradicts an invariant; `dealwright doctor` names it.
    #[error("the data contradict themselves: {0}; run dealwright doctor")]
    Broken(String),
}

/// States that forbid an act; each has a sentence under `conflict-<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    #[error("it is archived; restore it first")]
    Archived,
    #[error("it is done already")]
    Done,
    #[error("it is in use")]
    InUse,
    #[error("there is an administrator already")]
    AlreadySetUp,
    #[error("somebody must remain administrator")]
    LastAdministrator,
    #[error("the import is not in a state for this")]
    ImportState,
    #[error("no move of its process leads there")]
    NoMove,
    /// Undo only.
    #[error("somebody has changed it since")]
    ChangedSince,
    #[error("it was too long ago")]
    TooLate,
    #[error("this can't be taken back")]
    NoWayBack,
}

impl Conflict {
    pub fn key(self) -> &'static str {
        match self {
            Conflict::Archived => "archived",
            Conflict::Done => "done",
            Conflict::InUse => "in-use",
            Conflict::AlreadySetUp => "already-set-up",
            Conflict::LastAdministrator => "last-administrator",
            Conflict::ImportState => "import-state",
            Conflict::NoMove => "no-move",
            Conflict::ChangedSince => "changed-since",
            Conflict::TooLate => "too-late",
            Conflict::NoWayBack => "no-way-back",
        }
    }
}

impl Error {
    /// One fault at one field.
    pub fn field(field: &str, fault: Fault) -> Error {
        Error::Invalid(vec![FieldError::new(field, fault)])
    }

    /// The same faults at the one field that they came from.
    pub(crate) fn at(self, field: &str) -> Error {
        let moved = |fault: FieldError| FieldError { field: field.to_owned(), ..fault };
        match self {
            Error::Invalid(faults) => Error::Invalid(faults.into_iter().map(moved).collect()),
            other => other,
        }
    }

    /// Whether the record, the fields or the actor stand against the act, so that others of many may still be done.
    pub(crate) fn is_refusal(&self) -> bool {
        matches!(
            self,
            Error::Forbidden
                | Error::NotFound
                | Error::Invalid(_)
                | Error::Refused(_)
                | Error::NextStepRequired { .. }
                | Error::Stale
                | Error::Conflict(_)
        )
    }

    /// `Ok` when nothing is at fault.
    pub fn unless_valid(faults: Vec<FieldError>) -> Result<()> {
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}

impl From<Conflict> for Error {
    fn from(conflict: Conflict) -> Error {
        Error::Conflict(conflict)
    }
}
