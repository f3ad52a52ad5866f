//! Backup and restore by SQLite's own copier: whole, consistent, while others write.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, backup::Backup};

use crate::{Error, Result, migrate};

/// How long the copier waits for a lock before it says so.
const PATIENCE: Duration = Duration::from_secs(30);

/// Copies the database, open or not, to a new file.
pub(crate) fn backup(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(trouble(format!("{} is there already; name a new file", to.display())));
    }
    copy(from, to)
}

/// Makes a database of a backup, after checking it. Refuses to overwrite, and to leave a stranger's log beside it.
pub(crate) fn restore(from: &Path, to: &Path) -> Result<()> {
    let files = ["", "-wal", "-shm", "-journal"].map(|ending| beside(to, ending));
    if let Some(there) = files.iter().find(|file| file.exists()) {
        return Err(trouble(format!(
            "{} is there, so the place holds an installation already, and a restore never overwrites one: \
             name an empty place, or move that file away",
            there.display()
        )));
    }
    check(from)?;
    copy(from, to)
}

/// Copies under another name first, so that a half-made file never looks like a whole one.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let partial = beside(to, ".partial");
    remove(&partial)?;
    let copied = pages(from, &partial).and_then(|()| {
        let kept = fs::File::open(&partial).and_then(|file| file.sync_all());
        let named = kept.and_then(|()| fs::hard_link(&partial, to)).and_then(|()| sync_folder(to));
        named.map_err(|error| trouble(format!("can't write {}: {error}", to.display())))
    });
    remove(&partial)?;
    copied
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A file's name outlives a power cut only when its folder is on the disk too.
fn sync_folder(file: &Path) -> std::io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    fs::File::open(folder.unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all())
}

fn pages(from: &Path, to: &Path) -> Result<()> {
    let run = || -> rusqlite::Result<()> {
        let source = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        source.busy_timeout(PATIENCE)?;
        let mut target = Connection::open(to)?;
        // All pages in one step hold one snapshot; in several, every write of others would start it over.
        Backup::new(&source, &mut target)?.step(-1)?;
        target.close().map_err(|(_, error)| error)
    };
    run().map_err(|error| trouble(format!("can't copy {} to {}: {error}", from.display(), to.display())))
}

/// A whole database, of Dealwright, that this program can read.
fn check(path: &Path) -> Result<()> {
    let run = || -> rusqlite::Result<(String, i64)> {
        let backup = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let verdict = backup.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        let version = backup.query_row("SELECT max(version) FROM schema_versions", [], |row| row.get(0))?;
        Ok((verdict, version))
    };
    let known = migrate::MIGRATIONS.last().map_or(0, |step| step.version);
    match run() {
        Ok((verdict, _)) if verdict != "ok" => {
            Err(trouble(format!("the backup {} is damaged: {verdict}", path.display())))
        }
        Ok((_, found)) if found > known => Err(Error::TooNew { found, known }),
        Ok(_) => Ok(()),
        Err(error) => Err(trouble(format!("{} can't be read as a backup: {error}", path.display()))),
    }
}

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(trouble(format!("can't remove {}: {error}", path.display())))
        }
        _ => Ok(()),
    }
}

fn trouble(what: String) -> Error {
    Error::Backup { what }
}
