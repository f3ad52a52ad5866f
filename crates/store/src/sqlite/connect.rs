//! A connection as this store wants it.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use super::errors::explain;
use crate::{Error, Result, tx::Access};

/// Statements kept prepared per connection.
const PREPARED: usize = 256;

/// WAL, so that readers never wait; synchronous FULL, so that an answered act survives a power cut. The log is
/// folded back every 4,000 pages (16 MB) and kept at 64 MB at most.
const SETTINGS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA cache_size = -16000;
    PRAGMA temp_store = MEMORY;
";

/// Opens the file, or says why it can't.
pub(super) fn connect(path: &Path, access: Access, lock_wait: Duration) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || -> rusqlite::Result<Connection> {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(lock_wait)?;
        connection.set_prepared_statement_cache_capacity(PREPARED);
        // Without it a bound value may make SQLite plan the statement anew, up to 40 % of a small query.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.execute_batch(SETTINGS)?;
        connection.execute_batch(if access == Access::Read { "PRAGMA query_only = ON" } else { "" })?;
        Ok(connection)
    };
    open().map_err(|error| match explain(&error, "") {
        busy @ (Error::Busy { .. } | Error::DiskFull { .. }) => busy,
        other => Error::Unavailable { what: format!("{}: {other}", path.display()) },
    })
}
