//! PostgreSQL's errors in the store's words.

use std::error::Error as _;

use tokio_postgres::error::{DbError, SqlState};

use crate::{Error, tx::gist};

/// Says what happened. [`Error::Contended`] asks for a rerun, [`Error::Unavailable`] for a new connection.
pub(super) fn explain(error: &tokio_postgres::Error, sql: &str) -> Error {
    if let Some(said) = error.as_db_error() {
        return refused(said, sql);
    }
    if error.is_closed() {
        return Error::Unavailable { what: "the connection to PostgreSQL is closed".into() };
    }
    let cause = error.source().map(ToString::to_string).unwrap_or_default();
    match error.source().and_then(|source| source.downcast_ref::<std::io::Error>()) {
        Some(_) => Error::Unavailable { what: format!("{error}: {cause}") },
        None => Error::WrongType { what: format!("{error}: {cause}, in: {}", gist(sql)) },
    }
}

fn refused(said: &DbError, sql: &str) -> Error {
    let constraint = || said.constraint().unwrap_or_default().to_owned();
    let what = said.message().to_owned();
    match said.code() {
        &SqlState::UNIQUE_VIOLATION => Error::Unique { constraint: constraint() },
        &SqlState::CHECK_VIOLATION => Error::Check { constraint: constraint() },
        &SqlState::FOREIGN_KEY_VIOLATION => Error::ForeignKey { constraint: constraint() },
        &SqlState::NOT_NULL_VIOLATION => Error::NotNull {
            table: said.table().unwrap_or_default().to_owned(),
            column: said.column().unwrap_or_default().to_owned(),
        },
        &SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED => {
            Error::Contended { reruns: 0, what }
        }
        // A migration changed a table under a prepared statement: prepared anew, it will do.
        &SqlState::FEATURE_NOT_SUPPORTED if what.contains("cached plan") => {
            Error::Contended { reruns: 0, what }
        }
        &SqlState::LOCK_NOT_AVAILABLE => Error::Busy { what },
        &SqlState::QUERY_CANCELED => Error::TooSlow { what: gist(sql) },
        &SqlState::READ_ONLY_SQL_TRANSACTION => Error::ReadOnly { what: gist(sql) },
        &SqlState::DISK_FULL => Error::DiskFull { what },
        code => by_class(code.code(), what, sql),
    }
}

fn by_class(code: &str, what: String, sql: &str) -> Error {
    match code.get(..2).unwrap_or_default() {
        _ if matches!(code, "42804" | "42846") => Error::WrongType { what },
        "22" => Error::WrongType { what },
        "08" | "28" | "3D" | "53" => Error::Unavailable { what },
        "57" => Error::Unavailable { what },
        _ => Error::Other { what: format!("{what} ({code})"), sql: sql.to_owned() },
    }
}
