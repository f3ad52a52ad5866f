//! The way in: a database opened, and acts run in transactions on its threads.

mod lanes;
mod settings;
mod url;

use std::{path::Path, sync::Arc, time::Instant};

use tokio::sync::oneshot;

pub(crate) use lanes::{Job, Lanes, spawn};
pub use settings::StoreSettings;
pub use url::DatabaseUrl;

use crate::{Error, Result, Tx, postgres, sqlite, tx::Access};

/// An open database. Clones are cheap and share its threads; the last one dropped closes it.
#[derive(Clone)]
pub struct Store {
    url: Arc<DatabaseUrl>,
    lanes: Arc<Lanes>,
}

impl Store {
    /// Opens the database, making the file when it is a path that does not exist. It changes no schema: see
    /// [`migrate::run`](crate::migrate::run).
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it can't be opened or reached.
    pub fn open(url: &DatabaseUrl, settings: StoreSettings) -> Result<Self> {
        let lanes = match url {
            DatabaseUrl::Sqlite(path) => sqlite::open(path, &settings)?,
            DatabaseUrl::Postgres(text) => postgres::open(text, &settings)?,
        };
        Ok(Self { url: Arc::new(url.clone()), lanes: Arc::new(lanes) })
    }

    /// Where the database is.
    pub fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    /// Runs `f` in a transaction that commits when it returns `Ok`, durably before the answer comes.
    ///
    /// `f` may run more than once (a conflict, a lost connection), so it reads no clock and makes no ids.
    /// An answer nobody waits for any more: a queued act is dropped, a started one commits.
    ///
    /// # Errors
    /// What `f` returns; or what the commit says, with nothing written unless it is [`Error::OutcomeUnknown`].
    pub async fn write<F, T, E>(&self, f: F) -> Result<T, E>
    where
        F: Fn(&mut Tx) -> Result<T, E> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        answer(self.send(Lane::Write, f)).await
    }

    /// Runs `f` over one snapshot of the database; it can't change anything.
    ///
    /// # Errors
    /// What `f` returns; [`Error::TooSlow`] beyond [`StoreSettings::read_limit`].
    pub async fn read<F, T, E>(&self, f: F) -> Result<T, E>
    where
        F: Fn(&mut Tx) -> Result<T, E> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        answer(self.send(Lane::Read, f)).await
    }

    /// [`Store::read`] for reports and exports: on a lane of their own, so that pages never wait behind them.
    ///
    /// # Errors
    /// What `f` returns; [`Error::TooSlow`] beyond [`StoreSettings::report_limit`].
    pub async fn slow_read<F, T, E>(&self, f: F) -> Result<T, E>
    where
        F: Fn(&mut Tx) -> Result<T, E> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        answer(self.send(Lane::Slow, f)).await
    }

    /// [`Store::write`] for the command line: blocks the calling thread.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write_blocking<F, T, E>(&self, f: F) -> Result<T, E>
    where
        F: Fn(&mut Tx) -> Result<T, E> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        futures::executor::block_on(self.write(f))
    }

    /// [`Store::read`] for the command line: blocks the calling thread.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn read_blocking<F, T, E>(&self, f: F) -> Result<T, E>
    where
        F: Fn(&mut Tx) -> Result<T, E> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        futures::executor::block_on(self.read(f))
    }

    fn send<F, T, E>(&self, lane: Lane, f: F) -> oneshot::Receiver<Result<T, E>>
    where
        F: Fn(&mut Tx) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (work, receiver) = crate::tx::act(f);
        let (queue, access) = match lane {
            Lane::Write => (&self.lanes.write, Access::Write),
            Lane::Read => (&self.lanes.read, Access::Read),
            Lane::Slow => (&self.lanes.slow, Access::Read),
        };
        queue.send(Job { work, access, sent: Instant::now() });
        receiver
    }
}

enum Lane {
    Write,
    Read,
    Slow,
}

async fn answer<T, E: From<Error>>(receiver: oneshot::Receiver<Result<T, E>>) -> Result<T, E> {
    receiver.await.unwrap_or_else(|_| Err(E::from(Error::Closed)))
}

/// Copies the whole database, as it is at one moment, into a new file while others go on writing: for SQLite a
/// database of its own, for PostgreSQL what `pg_dump --format=custom` writes. The schema stays as it is.
///
/// # Errors
/// [`Error::Backup`] when there is no database, the file exists or can't be written, or `pg_dump` is missing.
pub fn backup(from: &DatabaseUrl, to: &Path) -> Result<()> {
    match from {
        DatabaseUrl::Sqlite(path) => sqlite::backup(path, to),
        DatabaseUrl::Postgres(url) => postgres::dump(url, to),
    }
}

/// Makes a database of a backup: a new file, or the tables of an empty PostgreSQL database.
///
/// # Errors
/// [`Error::Backup`] when `to` holds anything, or the backup can't be read or is damaged; [`Error::TooNew`].
pub fn restore(from: &Path, to: &DatabaseUrl) -> Result<()> {
    match to {
        DatabaseUrl::Sqlite(path) => sqlite::restore(from, path),
        DatabaseUrl::Postgres(url) => postgres::restore(from, url),
    }
}
