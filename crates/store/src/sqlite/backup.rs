//! Backup and restore by SQLite's own copier: whole, consistent, while others write.

use std::{fs, path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags, backup::Backup};

use crate::{Error, Result};

/// How long the copier waits for a lock before it says so.
const PATIENCE: Duration = Duration::from_secs(30);

/// Copies the open database to a new file.
pub(crate) fn backup(from: &Path, to: &Path) -> Result<()> {
    copy(from, to)
}

/// Makes a database of a backup, after checking it. Refuses to overwrite.
pub(crate) fn restore(from: &Path, to: &Path) -> Result<()> {
    check(from)?;
    copy(from, to)
}

/// Copies under another name first, so that a half-made file never looks like a whole one.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(trouble(format!("{} is there already; name a new file", to.display())));
    }
    let mut name = to.as_os_str().to_owned();
    name.push(".partial");
    let partial = Path::new(&name);
    remove(partial)?;
    let copied = pages(from, partial).and_then(|()| {
        let file = fs::File::open(partial).and_then(|file| file.sync_all());
        file.and_then(|()| fs::hard_link(partial, to))
            .map_err(|error| trouble(format!("can't write {}: {error}", to.display())))
    });
    remove(partial)?;
    copied
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

fn check(path: &Path) -> Result<()> {
    let run = || -> rusqlite::Result<String> {
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?.query_row(
            "PRAGMA quick_check(1)",
            [],
            |row| row.get(0),
        )
    };
    match run() {
        Ok(verdict) if verdict == "ok" => Ok(()),
        Ok(verdict) => Err(trouble(format!("the backup {} is damaged: {verdict}", path.display()))),
        Err(error) => Err(trouble(format!("can't read the backup {}: {error}", path.display()))),
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
