//! What the clients do: move a deal (one row read and held, one changed, two written), or read one.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use store::{Error, Store, Tx, params};

/// Deals to choose from.
pub const DEALS: i64 = 10_000;

#[derive(Clone, Copy)]
pub enum Kind {
    Move,
    Read,
}

/// Writes the deals.
pub fn fill(tx: &mut Tx) -> Result<(), Error> {
    for id in 1..=DEALS {
        tx.later("INSERT INTO deals (id, stage, amount) VALUES ($1, 'new', 100)", params![id])?;
    }
    Ok(())
}

/// Transactions a second with so many clients, each waiting for its answer before it asks again.
pub fn rate(store: &Store, clients: usize, length: Duration, kind: Kind) -> Result<f64, Error> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(|error| Error::Unavailable { what: error.to_string() })?;
    let done = Arc::new(AtomicU64::new(0));
    let started = Instant::now();
    let tasks: Vec<_> = (0..clients as i64)
        .map(|client| {
            let (store, done) = (store.clone(), Arc::clone(&done));
            runtime.spawn(async move {
                for turn in 0.. {
                    if started.elapsed() > length {
                        break;
                    }
                    // A stride prime to the number of deals, so that clients seldom meet.
                    let deal = (client * 157 + turn * 7_919) % DEALS + 1;
                    match kind {
                        Kind::Move => store.write(move |tx| move_deal(tx, deal)).await?,
                        Kind::Read => store.read(move |tx| read_deal(tx, deal)).await?,
                    }
                    done.fetch_add(1, Ordering::Relaxed);
                }
                Ok::<_, Error>(())
            })
        })
        .collect();
    for task in tasks {
        runtime.block_on(task).map_err(|error| Error::Panicked { what: error.to_string() })??;
    }
    Ok(done.load(Ordering::Relaxed) as f64 / started.elapsed().as_secs_f64())
}

fn move_deal(tx: &mut Tx, deal: i64) -> Result<(), Error> {
    let (_, amount) =
        tx.one_to_change::<(String, i64)>("SELECT stage, amount FROM deals WHERE id = $1", params![deal])?;
    tx.later("UPDATE deals SET stage = $2, amount = $3 WHERE id = $1", params![deal, "offer", amount + 1])?;
    tx.later("INSERT INTO events (deal_id, kind) VALUES ($1, $2)", params![deal, "moved"])?;
    tx.later("INSERT INTO events (deal_id, kind) VALUES ($1, $2)", params![deal, "told"])
}

fn read_deal(tx: &mut Tx, deal: i64) -> Result<(), Error> {
    tx.one::<(String, i64)>("SELECT stage, amount FROM deals WHERE id = $1", params![deal]).map(drop)
}
