//! Databases that live as long as a test.

use std::{
    fs,
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tempfile::TempDir;

use crate::postgres::{Durability, Server};

static SERVER: LazyLock<Server> = LazyLock::new(|| Server::start(Durability::Off));
static COUNT: AtomicU64 = AtomicU64::new(0);

/// A database of the test's own, removed when dropped. Close the store first: bind it after this.
#[derive(Debug)]
pub struct TempDatabase {
    url: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Folder(TempDir),
    Server(String),
}

impl TempDatabase {
    /// What to open.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A folder beside an SQLite database, for backups and the like; none on PostgreSQL.
    #[must_use]
    pub fn folder(&self) -> Option<&std::path::Path> {
        match &self.place {
            Place::Folder(folder) => Some(folder.path()),
            Place::Server(_) => None,
        }
    }
}

/// Where the files of a test's database lie: beside it, or for one on a server in a folder of its name.
///
/// # Panics
/// When the URL is no test's.
#[must_use]
pub fn files_of(url: &str) -> std::path::PathBuf {
    match url.strip_prefix("sqlite:") {
        Some(path) => std::path::Path::new(path).with_file_name("files"),
        None => {
            let name = url.split('?').next().and_then(|url| url.rsplit('/').next());
            let name = name.unwrap_or_else(|| panic!("{url} is no test's"));
            std::env::temp_dir().join(format!("dealwright-files-{name}"))
        }
    }
}

/// Waits for locks on a server, from [`TempDatabase::watch_locks`] on.
#[derive(Debug)]
pub struct LockWatch<'a> {
    database: &'a str,
    /// Where the server's log stood.
    from: usize,
    committed: usize,
}

impl TempDatabase {
    /// Has PostgreSQL tell each wait for a lock that is longer than a millisecond, to sessions that begin after this.
    /// Nothing to watch on SQLite.
    #[must_use]
    pub fn watch_locks(&self) -> Option<LockWatch<'_>> {
        let Place::Server(name) = &self.place else { return None };
        for setting in ["log_lock_waits = on", "deadlock_timeout = '1ms'"] {
            SERVER.say("postgres", &format!("ALTER DATABASE \"{name}\" SET {setting}"));
        }
        Some(LockWatch { database: name, from: SERVER.log().len(), committed: committed(name) })
    }
}

impl LockWatch<'_> {
    /// A time for each transaction since: how long it waited, zero for less than a millisecond. A wait of another
    /// test's on the same server counts too.
    #[must_use]
    pub fn waits(&self) -> Vec<Duration> {
        let log = SERVER.log();
        let told = log.get(self.from..).unwrap_or_default().lines().filter_map(wait);
        let mut waits: Vec<Duration> = told.collect();
        waits.resize(waits.len().max(committed(self.database) - self.committed), Duration::ZERO);
        waits
    }
}

fn committed(name: &str) -> usize {
    let sql = format!("SELECT xact_commit FROM pg_stat_database WHERE datname = '{name}'");
    SERVER.say("postgres", &sql).parse().unwrap_or_else(|_| panic!("{name} has no statistics"))
}

/// Such as `LOG:  process 7 acquired ShareLock on transaction 9 after 1.234 ms`.
fn wait(line: &str) -> Option<Duration> {
    let millis = line.contains(" acquired ").then(|| line.rsplit_once(" after "))??.1.strip_suffix(" ms")?;
    Some(Duration::from_secs_f64(millis.parse::<f64>().ok()? / 1000.0))
}

impl Drop for TempDatabase {
    fn drop(&mut self) {
        if let Place::Server(name) = &self.place {
            SERVER.remove(name);
            // Most tests have no files.
            let _ = fs::remove_dir_all(files_of(&self.url));
        }
    }
}

/// An empty SQLite database.
///
/// # Panics
/// When no temporary folder can be made.
#[must_use]
pub fn sqlite() -> TempDatabase {
    let folder = folder();
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    TempDatabase { url, place: Place::Folder(folder) }
}

/// An SQLite database as `prepare` leaves it. `prepare` runs once for each `key`, the rest are copies;
/// it gets the URL and must have closed the database when it returns.
///
/// # Panics
/// When no temporary folder can be made.
#[must_use]
pub fn sqlite_like(key: &str, prepare: impl FnOnce(&str)) -> TempDatabase {
    static TEMPLATES: LazyLock<std::sync::Mutex<std::collections::HashMap<String, TempDir>>> =
        LazyLock::new(Default::default);
    let mut templates = TEMPLATES.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let template = templates.entry(key.to_owned()).or_insert_with(|| {
        let folder = folder();
        prepare(&format!("sqlite:{}", folder.path().join("test.db").display()));
        settle(&folder.path().join("test.db-wal"));
        folder
    });
    let database = sqlite();
    if let Place::Folder(folder) = &database.place {
        let copied = fs::copy(template.path().join("test.db"), folder.path().join("test.db"));
        assert!(copied.is_ok(), "can't copy the template {key}: {copied:?}");
        let log = template.path().join("test.db-wal");
        if log.exists() {
            let copied = fs::copy(log, folder.path().join("test.db-wal"));
            assert!(copied.is_ok(), "can't copy the log of the template {key}: {copied:?}");
        }
        let copied = copy_folder(&template.path().join("files"), &folder.path().join("files"));
        assert!(copied.is_ok(), "can't copy the files of the template {key}: {copied:?}");
    }
    database
}

/// Copies what lies in a folder; one that is not there holds nothing.
fn copy_folder(from: &std::path::Path, to: &std::path::Path) -> std::io::Result<()> {
    if !from.exists() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Waits a little until the last connection, closing on a thread of its own, has folded its log into the file. A
/// reader that closes last leaves the log; it is copied then.
fn settle(log: &std::path::Path) {
    for _ in 0..60 {
        if !log.exists() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

/// An empty PostgreSQL database on a server of the tests' own.
///
/// # Panics
/// When PostgreSQL is not installed or does not start.
#[must_use]
pub fn postgres() -> TempDatabase {
    copy_of(None)
}

/// A PostgreSQL database as `prepare` leaves it. `prepare` runs once for each `key` (all test processes
/// together), the rest are copies; it gets the URL and must have closed the database when it returns.
///
/// # Panics
/// When PostgreSQL is not installed or does not start.
#[must_use]
pub fn postgres_like(key: &str, prepare: impl FnOnce(&str)) -> TempDatabase {
    let template = format!("like_{key}");
    let lock = SERVER.lock("template");
    if !SERVER.has(&template) {
        let unready = format!("{template}_unready");
        SERVER.remove(&unready);
        SERVER.create(&unready, None);
        prepare(&SERVER.url(&unready));
        SERVER.say("postgres", &format!("ALTER DATABASE \"{unready}\" RENAME TO \"{template}\""));
    }
    drop(lock);
    copy_of(Some(&template))
}

fn copy_of(template: Option<&str>) -> TempDatabase {
    let name = format!("t{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    SERVER.create(&name, template);
    TempDatabase { url: SERVER.url(&name), place: Place::Server(name) }
}

fn folder() -> TempDir {
    tempfile::Builder::new()
        .prefix("dealwright-")
        .tempdir()
        .unwrap_or_else(|error| panic!("no folder: {error}"))
}
