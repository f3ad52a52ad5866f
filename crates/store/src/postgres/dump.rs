//! Backup and restore with PostgreSQL's own tools.

use std::{
    ffi::OsStr,
    path::Path,
    process::{Command, Stdio},
};

use tokio_postgres::{Config, config::Host};

use crate::{DatabaseUrl, Error, Result, Store, StoreSettings, Tx, params};

/// Runs `pg_dump --format=custom` into a new file.
pub(crate) fn dump(url: &str, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(Error::Backup { what: format!("{} is there already; name a new file", to.display()) });
    }
    let mut command = tool("pg_dump", &read(url)?);
    command.args(["--format=custom", "--file"]).arg(to);
    run(command).inspect_err(|_| drop(std::fs::remove_file(to)))
}

/// Runs `pg_restore` into an empty database: all of it, or nothing.
pub(crate) fn restore(from: &Path, url: &str) -> Result<()> {
    let config = read(url)?;
    let settings = StoreSettings { lanes: 1, ..StoreSettings::default() };
    let store = Store::open(&DatabaseUrl::Postgres(url.to_owned()), settings)?;
    let tables = store.read_blocking(|tx| {
        tx.one::<(i64,)>("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()", params![])
    })?;
    if tables != (0,) {
        return Err(Error::Backup {
            what: "the database has tables, so it holds an installation already, and a restore never overwrites \
                   one: make an empty database (createdb) and name it"
                .into(),
        });
    }
    let mut command = tool("pg_restore", &config);
    command.args([
        "--single-transaction",
        "--exit-on-error",
        "--no-owner",
        "--no-privileges",
        "--no-comments",
    ]);
    command.arg("--dbname").arg(config.get_dbname().or(config.get_user()).unwrap_or("postgres")).arg(from);
    run(command)?;
    store.write_blocking(settle)
}

/// Another server counts its transactions anew: what is restored comes before all that will be written.
fn settle(tx: &mut Tx) -> Result<()> {
    let sql = "SELECT count(*) FROM information_schema.columns WHERE table_schema = current_schema() \
        AND table_name = 'events' AND column_name = 'xact'";
    if tx.one::<(i64,)>(sql, params![])? == (1,) {
        tx.run("UPDATE events SET xact = 0", params![])?;
    }
    tx.renew_statistics()
}

fn read(url: &str) -> Result<Config> {
    url.parse().map_err(|error| Error::Url { what: format!("{error}") })
}

fn run(mut command: Command) -> Result<()> {
    let program = command.get_program().display().to_string();
    let ended = command.output().map_err(|error| Error::Backup {
        what: format!(
            "can't run {program} ({error}): install PostgreSQL's client tools, of the server's version or newer"
        ),
    })?;
    if ended.status.success() {
        return Ok(());
    }
    Err(Error::Backup {
        what: format!("{program} failed: {}", String::from_utf8_lossy(&ended.stderr).trim()),
    })
}

/// The settings go by environment: a password among the arguments would show in the list of processes.
fn tool(program: &str, config: &Config) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null());
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
