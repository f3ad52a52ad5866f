//! How many durable small transactions a second: the store on both engines, and beside them what the bare library
//! gives. Figures and conclusions: `docs/decisions/0001-one-tx-two-engines.md`.
//!
//! `cargo run --release -p dealwright-bench --bin tx [SECONDS]`

mod floor;
mod load;

use std::time::Duration;

use store::{Store, StoreSettings, migrate, migrate::Migration};
use testkit::{Durability, Server};

const CLIENTS: [usize; 3] = [1, 16, 64];

const SCHEMA: &[Migration] = &[Migration {
    version: 1,
    name: "bench",
    sql: "CREATE TABLE deals (id {{id}}, stage {{text}} NOT NULL, amount {{int}} NOT NULL) {{strict}};
          CREATE TABLE events (id {{id}}, deal_id {{int}} NOT NULL REFERENCES deals (id), kind {{text}} NOT NULL)
              {{strict}};
          CREATE INDEX events_deal ON events (deal_id);",
}];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let seconds = std::env::args().nth(1).map_or(Ok(5), |text| text.parse())?;
    let length = Duration::from_secs(seconds);
    // Not the system's temporary folder: that may live in memory, where being durable costs nothing.
    let disk = std::env::current_dir()?.join("target/tx");
    std::fs::create_dir_all(&disk)?;
    let folder = tempfile::tempdir_in(&disk)?;

    println!("{:<28} {:>8} {:>8} {:>8}", "transactions a second", CLIENTS[0], CLIENTS[1], CLIENTS[2]);
    let alone = floor::moves(&folder.path().join("floor.db"), length)?;
    println!("{:<28} {alone:>8.0} {:>8} {:>8}", "bare rusqlite, move", "", "");
    report("SQLite", &format!("sqlite:{}", folder.path().join("store.db").display()), length)?;

    let server = Server::start_in(Durability::On, &disk);
    server.create("bench", None);
    let ended = report("PostgreSQL", &server.url("bench"), length);
    server.remove("bench");
    ended
}

fn report(engine: &str, url: &str, length: Duration) -> Result<(), Box<dyn std::error::Error>> {
    let store = Store::open(&url.parse()?, StoreSettings::default())?;
    migrate::apply(&store, SCHEMA)?;
    store.write_blocking(load::fill)?;
    let (mut moves, mut reads) = (Vec::new(), Vec::new());
    for clients in CLIENTS {
        moves.push(load::rate(&store, clients, length, load::Kind::Move)?);
        reads.push(load::rate(&store, clients, length, load::Kind::Read)?);
    }
    for (kind, rates) in [("move", moves), ("read", reads)] {
        println!("{:<28} {:>8.0} {:>8.0} {:>8.0}", format!("{engine}, {kind}"), rates[0], rates[1], rates[2]);
    }
    Ok(())
}
