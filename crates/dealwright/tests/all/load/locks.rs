//! How long acts waited for a lock of the database.

use std::process::Command;
use std::time::Duration;

use testkit::LockWatch;

use crate::house::{House, Server};

/// Where such waits are told.
pub enum Locks<'a> {
    /// By the program: it asks for SQLite's lock once for each group of acts.
    Log,
    Server(LockWatch<'a>),
}

impl<'a> Locks<'a> {
    pub fn of(house: &'a House) -> Locks<'a> {
        house.database().and_then(|database| database.watch_locks()).map_or(Locks::Log, Locks::Server)
    }

    /// The command, made to tell.
    pub fn told(&self, mut command: Command) -> Command {
        if matches!(self, Locks::Log) {
            command.env("DEALWRIGHT_LOG", "warn,store::sqlite::writer=debug").env("NO_COLOR", "1");
        }
        command
    }

    pub fn waits(&self, server: &Server) -> Vec<Duration> {
        match self {
            Locks::Log => numbers(&server.log(), "lock="),
            Locks::Server(watch) => watch.waits(),
        }
    }

    /// What acts waited until the thread that writes to SQLite took them, group by group; nothing on PostgreSQL.
    pub fn queue(&self, server: &Server) -> Vec<Duration> {
        match self {
            Locks::Log => numbers(&server.log(), "queue="),
            Locks::Server(_) => Vec::new(),
        }
    }
}

/// Microseconds in a log.
fn numbers(log: &str, before: &str) -> Vec<Duration> {
    let told = log.split(before).skip(1).filter_map(|rest| rest.split_whitespace().next());
    told.filter_map(|micros| micros.parse().ok()).map(Duration::from_micros).collect()
}
