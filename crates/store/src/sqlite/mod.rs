//! SQLite: what differs. One thread writes, in groups that share a commit; several read.

mod backup;
mod bind;
mod connect;
mod constraint;
mod errors;
mod foreign_key;
mod reader;
mod session;
mod spelling;
mod writer;

use std::path::Path;

use crossbeam_channel::unbounded;

pub(crate) use backup::{backup, restore};

use crate::{
    Result, StoreSettings,
    store::{Lanes, spawn},
    tx::Access,
};

/// Opens the file and starts its threads.
pub(crate) fn open(path: &Path, settings: &StoreSettings) -> Result<Lanes> {
    let (write, writes) = unbounded();
    let (read, reads) = unbounded();
    let (slow, slows) = unbounded();
    let writer = connect::connect(path, Access::Write, settings.lock_wait)?;
    let group = settings.group;
    let mut threads = vec![spawn("store-write", move || writer::serve(writer, &writes, group))?];
    for number in 0..settings.readers.max(1) {
        let connection = connect::connect(path, Access::Read, settings.lock_wait)?;
        let (reads, limit) = (reads.clone(), settings.read_limit);
        threads
            .push(spawn(&format!("store-read-{number}"), move || reader::serve(connection, &reads, limit))?);
    }
    let (connection, limit) =
        (connect::connect(path, Access::Read, settings.lock_wait)?, settings.report_limit);
    threads.push(spawn("store-slow", move || reader::serve(connection, &slows, limit))?);
    Ok(Lanes { write: write.into(), read: read.into(), slow: slow.into(), threads })
}
