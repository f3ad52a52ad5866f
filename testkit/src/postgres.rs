//! One PostgreSQL server for all test processes of a user: started by the first, stopped when none is left.
//! Never the packaged cluster: a folder of its own, a socket only, thrown away afterwards.

use std::{
    fs::{self, File},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::command::{postgres_programs, run, unprivileged, user};

/// What the server does when it commits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Nothing is forced to disk: for tests.
    Off,
    /// As in earnest: for measuring.
    On,
}

/// A running server. Keep it for as long as its databases are used.
#[derive(Debug)]
pub struct Server {
    folder: PathBuf,
    programs: PathBuf,
    /// Held shared for the life of this process; the watchdog stops the server once it gets it whole.
    _in_use: File,
}

impl Server {
    /// Joins the running server, or starts it.
    ///
    /// # Panics
    /// When PostgreSQL is not installed or does not start.
    #[must_use]
    pub fn start(durability: Durability) -> Self {
        Self::start_in(durability, &std::env::temp_dir())
    }

    /// [`Server::start`] with its folder below another: for measuring, on a disk rather than in memory.
    ///
    /// # Panics
    /// As [`Server::start`].
    #[must_use]
    pub fn start_in(durability: Durability, parent: &Path) -> Self {
        let kind = if durability == Durability::On { "durable" } else { "quick" };
        let folder = parent.join(format!("dealwright-postgres-{}-{kind}", user()));
        let programs = postgres_programs();
        let in_use = lock_file(&folder, "in-use");
        in_use.lock_shared().unwrap_or_else(|error| panic!("can't lock {}: {error}", folder.display()));
        let starting = lock_file(&folder, "starting");
        starting.lock().unwrap_or_else(|error| panic!("can't lock {}: {error}", folder.display()));
        let server = Self { folder, programs, _in_use: in_use };
        if !server.is_up() {
            server.set_up(durability);
            server.watch();
        }
        server
    }

    /// Makes an empty database, or a copy of another.
    ///
    /// # Panics
    /// When the server refuses.
    pub fn create(&self, name: &str, template: Option<&str>) {
        let template = template.unwrap_or("template0");
        self.say(
            "postgres",
            &format!("CREATE DATABASE \"{name}\" TEMPLATE \"{template}\" STRATEGY FILE_COPY"),
        );
    }

    /// Removes a database, whoever is connected to it.
    pub fn remove(&self, name: &str) {
        self.say("postgres", &format!("DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)"));
    }

    /// True when there is such a database.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.say("postgres", &format!("SELECT 1 FROM pg_database WHERE datname = '{name}'")) == "1"
    }

    /// Runs SQL with psql and gives what it prints.
    ///
    /// # Panics
    /// When the statement fails.
    pub fn say(&self, database: &str, sql: &str) -> String {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args([
            "-X",
            "-q",
            "-A",
            "-t",
            "-v",
            "ON_ERROR_STOP=1",
            "-U",
            "postgres",
            "-d",
            database,
            "-c",
            sql,
        ]);
        run(psql.arg("-h").arg(&self.folder))
    }

    /// What the server has logged so far.
    ///
    /// # Panics
    /// When its log cannot be read.
    #[must_use]
    pub fn log(&self) -> String {
        let log = fs::read(self.folder.join("log")).unwrap_or_else(|error| panic!("no log: {error}"));
        String::from_utf8_lossy(&log).into_owned()
    }

    /// The URL of a database.
    #[must_use]
    pub fn url(&self, name: &str) -> String {
        format!("postgres:///{name}?host={}&user=postgres", self.folder.display())
    }

    /// Holds every other test process off while a template is made.
    pub(crate) fn lock(&self, what: &str) -> File {
        let lock = lock_file(&self.folder, what);
        lock.lock().unwrap_or_else(|error| panic!("can't lock {what}: {error}"));
        lock
    }

    fn is_up(&self) -> bool {
        let mut asked = Command::new(self.programs.join("pg_isready"));
        asked.arg("-q").arg("-h").arg(&self.folder).stdout(Stdio::null()).stderr(Stdio::null());
        self.folder.join("data/postmaster.pid").exists()
            && asked.status().is_ok_and(|status| status.success())
    }

    fn set_up(&self, durability: Durability) {
        drop(fs::remove_dir_all(&self.folder));
        fs::create_dir_all(&self.folder).unwrap_or_else(|error| panic!("can't make a folder: {error}"));
        if user() == 0 {
            run(Command::new("chown").arg("postgres:postgres").arg(&self.folder));
        }
        let data = self.folder.join("data");
        let mut initdb = unprivileged(self.programs.join("initdb"));
        // With plain C, pg_trgm makes no trigrams of Cyrillic.
        initdb.args([
            "--no-sync",
            "--auth=trust",
            "--username=postgres",
            "--locale=C.UTF-8",
            "--encoding=UTF8",
        ]);
        run(initdb.arg("--pgdata").arg(&data).current_dir(&self.folder));
        let mut options = format!(
            "-c listen_addresses= -c unix_socket_directories={} -c max_connections=300 -c shared_buffers=128MB",
            self.folder.display()
        );
        if durability == Durability::Off {
            options.push_str(" -c fsync=off -c full_page_writes=off -c synchronous_commit=off");
        }
        let mut start = unprivileged(self.programs.join("pg_ctl"));
        start.args(["start", "--wait", "--silent", "--options", &options]).arg("--pgdata").arg(&data);
        start.arg("--log").arg(self.folder.join("log")).current_dir(&self.folder);
        // The server inherits these and outlives us: a pipe would never close.
        let started = start.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        assert!(
            started.is_ok_and(|status| status.success()),
            "PostgreSQL did not start: see {}/log",
            self.folder.display()
        );
    }

    /// Leaves a small process behind that stops the server and removes its folder once nobody uses it.
    fn watch(&self) {
        let mut stop = unprivileged(self.programs.join("pg_ctl"));
        stop.args(["stop", "--mode=immediate", "--silent"]).arg("--pgdata").arg(self.folder.join("data"));
        let words = std::iter::once(stop.get_program()).chain(stop.get_args());
        let stop: Vec<String> = words.map(|word| format!("'{}'", word.to_string_lossy())).collect();
        let folder = self.folder.display();
        let script = format!(
            "cd /; while sleep 10; do flock -n -x '{folder}.in-use' -c \"{} ; rm -rf '{folder}'\" && exit; done",
            stop.join(" ")
        );
        let mut watchdog = Command::new("sh");
        watchdog.args(["-c", &script]).process_group(0);
        let watchdog = watchdog.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        assert!(watchdog.is_ok(), "can't start the watchdog of the test server");
    }
}

/// Beside the folder, not in it: the folder comes and goes.
fn lock_file(folder: &Path, what: &str) -> File {
    let mut path = folder.as_os_str().to_owned();
    path.push(format!(".{what}"));
    File::create(&path).unwrap_or_else(|error| panic!("can't make {}: {error}", path.display()))
}
