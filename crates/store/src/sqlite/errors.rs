//! SQLite's errors in the store's words.

use std::cell::RefCell;

use rusqlite::{Connection, ErrorCode, ffi};

use super::{constraint, foreign_key};
use crate::{Error, Param, tx::gist};

/// Says what happened. Constraints still carry SQLite's words: see [`name`].
pub(super) fn explain(error: &rusqlite::Error, sql: &str) -> Error {
    let rusqlite::Error::SqliteFailure(code, message) = error else {
        return Error::Other { what: error.to_string(), sql: sql.to_owned() };
    };
    let what = message.clone().unwrap_or_else(|| code.to_string());
    match (code.code, code.extended_code) {
        (
            _,
            ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID,
        ) => Error::Unique { constraint: after_colon(&what) },
        (_, ffi::SQLITE_CONSTRAINT_CHECK) => Error::Check { constraint: after_colon(&what) },
        (_, ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Error::ForeignKey { constraint: String::new() },
        (_, ffi::SQLITE_CONSTRAINT_NOTNULL) => {
            let place = after_colon(&what);
            let (table, column) = place.split_once('.').unwrap_or(("", &place));
            Error::NotNull { table: table.to_owned(), column: column.to_owned() }
        }
        (_, ffi::SQLITE_CONSTRAINT_DATATYPE) | (ErrorCode::TypeMismatch, _) => Error::WrongType { what },
        (ErrorCode::ReadOnly, _) => Error::ReadOnly { what: gist(sql) },
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Error::Busy { what },
        (ErrorCode::OperationInterrupted, _) => Error::TooSlow { what: gist(sql) },
        // The file that connections share grows at the first look: only a full disk hinders it.
        (ErrorCode::DiskFull, _) | (_, ffi::SQLITE_IOERR_SHMSIZE) => Error::DiskFull { what },
        (ErrorCode::SystemIoFailure | ErrorCode::DatabaseCorrupt, _) if sql == "COMMIT" => {
            Error::OutcomeUnknown { what }
        }
        // SQLite says so of a disk that can't be read as well.
        (ErrorCode::DatabaseCorrupt, _) => Error::Unavailable {
            what: format!("{what}, or the disk can't be read: look at the disk, then run dealwright doctor"),
        },
        (ErrorCode::CannotOpen | ErrorCode::NotADatabase | ErrorCode::SystemIoFailure, _) => {
            Error::Unavailable { what }
        }
        _ => Error::Other { what, sql: sql.to_owned() },
    }
}

/// Gives a refused constraint the name PostgreSQL would give it.
pub(super) fn name(error: Error, connection: &RefCell<Connection>, sql: &str, params: &[Param]) -> Error {
    match error {
        Error::Unique { constraint } => {
            Error::Unique { constraint: constraint::unique(&connection.borrow(), &constraint) }
        }
        Error::ForeignKey { .. } => {
            Error::ForeignKey { constraint: foreign_key::find(connection, sql, params).unwrap_or_default() }
        }
        other => other,
    }
}

/// The part of `UNIQUE constraint failed: deals.name` that says which.
fn after_colon(message: &str) -> String {
    message.split_once(": ").map_or(message, |(_, rest)| rest).to_owned()
}
