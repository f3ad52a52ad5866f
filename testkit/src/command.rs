//! Programs that tests run; a failing one fails the test with its own words.

use std::{
    path::PathBuf,
    process::{Command, Stdio},
};

/// Runs it to its end and gives its output.
///
/// # Panics
/// When it can't be started or fails.
pub(crate) fn run(command: &mut Command) -> String {
    let output = command
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("can't start {}: {error}", command.get_program().display()));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{} failed: {errors}", command.get_program().display());
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The folder of PostgreSQL's programs: as `pg_config` says, Debian's, or wherever `PATH` finds them.
pub(crate) fn postgres_programs() -> PathBuf {
    let said = Command::new("pg_config").arg("--bindir").output().ok();
    let said = said.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut debian: Vec<_> = debian.map(|version| version.path().join("bin")).collect();
    debian.sort();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = said
        .into_iter()
        .chain(debian.into_iter().rev())
        .chain(std::env::split_paths(&path))
        .find(|folder| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file());
    found.unwrap_or_else(|| panic!("no PostgreSQL found: install it (Debian: postgresql), it need not run"))
}

/// The number of this process's user; 0 is root, whom PostgreSQL refuses to serve.
pub(crate) fn user() -> u32 {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").map_or_else(|_| 1000, |own| own.uid())
}

/// A program run as the user `postgres` when we are root, as ourselves otherwise.
pub(crate) fn unprivileged(program: PathBuf) -> Command {
    if user() != 0 {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(program);
    command
}
