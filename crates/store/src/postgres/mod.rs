//! PostgreSQL: what differs. A few lanes, each a thread with one connection and its prepared statements.

mod cell;
mod connect;
mod dump;
mod errors;
mod flight;
mod lane;
mod numeric;
mod param;
mod prepared;
mod session;
mod spelling;

use std::sync::Arc;

use crossbeam_channel::unbounded;

pub(crate) use dump::{dump, restore};

use self::lane::{Lane, Shared};
use crate::{
    Result, StoreSettings,
    store::{Lanes, spawn},
};

/// Reaches the server and starts the lanes. Only the first connects now, the others when they are needed.
pub(crate) fn open(url: &str, settings: &StoreSettings) -> Result<Lanes> {
    let config = connect::config(url, settings.lock_wait)?;
    let mut first = Some(connect::connect(&config)?);
    let (write, writes) = unbounded();
    let (read, reads) = unbounded();
    let (slow, slow_reads) = unbounded();
    let mut threads = Vec::new();
    let shared = Shared { config, turnstile: Arc::default() };
    // Whoever only reads does not wait for those who wait for each other's locks.
    for (name, jobs) in [("write", writes), ("read", reads)] {
        for number in 0..settings.lanes.max(1) {
            let (shared, limit, jobs, session) =
                (shared.clone(), settings.read_limit, jobs.clone(), first.take());
            let serve = move || Lane::new(shared, limit, session).serve(&jobs);
            threads.push(spawn(&format!("store-{name}-{number}"), serve)?);
        }
    }
    let limit = settings.report_limit;
    threads.push(spawn("store-slow", move || Lane::new(shared, limit, None).serve(&slow_reads))?);
    Ok(Lanes { write: write.into(), read: read.into(), slow: slow.into(), threads })
}
