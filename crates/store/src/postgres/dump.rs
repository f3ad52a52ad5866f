//! Backup with PostgreSQL's own tool.

use std::{
    ffi::OsStr,
    path::Path,
    process::{Command, Stdio},
};

use tokio_postgres::{Config, config::Host};

use crate::{Error, Result};

/// Runs `pg_dump --format=custom` into a new file.
pub(crate) fn dump(url: &str, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(Error::Backup { what: format!("{} is there already; name a new file", to.display()) });
    }
    let config: Config = url.parse().map_err(|error| Error::Url { what: format!("{error}") })?;
    let made = command(&config, to).output().map_err(|error| Error::Backup {
        what: format!(
            "can't run pg_dump ({error}): install PostgreSQL's client tools, of the server's version or newer"
        ),
    })?;
    if made.status.success() {
        return Ok(());
    }
    drop(std::fs::remove_file(to));
    Err(Error::Backup { what: format!("pg_dump failed: {}", String::from_utf8_lossy(&made.stderr).trim()) })
}

/// The settings go by environment: a password among the arguments would show in the list of processes.
fn command(config: &Config, to: &Path) -> Command {
    let mut command = Command::new("pg_dump");
    command.args(["--format=custom", "--file"]).arg(to).stdin(Stdio::null());
    let host: Option<&OsStr> = config.get_hosts().first().map(|host| match host {
        Host::Tcp(name) => OsStr::new(name),
        #[cfg(unix)]
        Host::Unix(folder) => folder.as_os_str(),
    });
    let password = config.get_password().and_then(|password| std::str::from_utf8(password).ok());
    let port = config.get_ports().first().map(ToString::to_string);
    let settings = [
        ("PGHOST", host),
        ("PGPORT", port.as_deref().map(OsStr::new)),
        ("PGUSER", config.get_user().map(OsStr::new)),
        ("PGDATABASE", config.get_dbname().map(OsStr::new)),
        ("PGPASSWORD", password.map(OsStr::new)),
    ];
    command.envs(settings.into_iter().filter_map(|(name, value)| Some((name, value?))));
    command
}
