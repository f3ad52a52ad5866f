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
    let (fast, jobs) = unbounded();
    let (slow, slow_jobs) = unbounded();
    let mut threads = Vec::new();
    let shared = Shared { config, turnstile: Arc::default() };
    for number in 0..settings.lanes.max(1) {
        let (shared, limit, jobs, session) =
            (shared.clone(), settings.read_limit, jobs.clone(), first.take());
        let serve = move || Lane::new(shared, limit, session).serve(&jobs);
        threads.push(spawn(&format!("store-lane-{number}"), serve)?);
    }
    let limit = settings.report_limit;
    threads.push(spawn("store-slow", move || Lane::new(shared, limit, None).serve(&slow_jobs))?);
    let fast = crate::store::Queue::from(fast);
    Ok(Lanes { write: fast.clone(), read: fast, slow: slow.into(), threads })
}
