//! All at once: sixteen clients with random acts, imports, backups, and people who look at board and list.

mod acts;
mod import;
mod locks;
mod pace;

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::house::{House, said};
use crate::often;
use acts::{Shared, Tried};
use locks::Locks;
use pace::Pace;

const CLIENTS: usize = 16;
const BOARD: &str = "/api/v1/deals/board?process=six-stage-funnel&limit=20";
const LIST: &str = "/api/v1/deals?limit=50";

#[test]
fn everything_at_once_leaves_the_invariants_whole_on_sqlite() {
    stays_whole(House::on_sqlite());
}

#[test]
fn everything_at_once_leaves_the_invariants_whole_on_postgresql() {
    stays_whole(House::on_postgres());
}

fn stays_whole(house: House) {
    let house = house.settled();
    let tokens = [("Mo", "manager"), ("Rhys", "rep"), ("Rae", "rep"), ("Ruth", "reader")]
        .map(|(name, role)| house.joined(&format!("{name}@example.org"), name, role));
    let locks = Locks::of(&house);
    let server = house.serve_by(locks.told(house.command(&["serve"])));
    let shared = Shared::new(often("DEALWRIGHT_LOAD_ACTS", 1_000));
    let stop = AtomicBool::new(false);
    let looking = |path| (path, pace::look(path, &server, &stop));
    let (tried, rows, copies, paces) = thread::scope(|scope| {
        let act = |number: usize| {
            // Most are the head: somebody must be able to do all that is tried.
            let token = tokens.get(number).map_or(house.token(), String::as_str);
            let (client, shared) = (server.client_of(token), &shared);
            scope.spawn(move || acts::random(number as u64, client, shared))
        };
        let clients: Vec<_> = (0..CLIENTS).map(act).collect();
        let import = scope.spawn(|| import::again_and_again(&server, &stop));
        let backup = scope.spawn(|| back_up_again_and_again(&house, &stop));
        let readers = ["/healthz", BOARD, LIST].map(|path| scope.spawn(move || looking(path)));
        let tried =
            clients.into_iter().map(|client| client.join().unwrap()).fold(Tried::default(), Tried::and);
        stop.store(true, Ordering::Relaxed);
        let paces = readers.map(|reader| reader.join().unwrap());
        (tried, import.join().unwrap(), backup.join().unwrap(), paces)
    });
    println!("{tried}; {rows} rows imported, {copies} backups");
    for (path, pace) in &paces {
        println!("{path}: {pace}, {} of /healthz", pace.beside(&paces[0].1));
    }
    println!("in the queue: {}", Pace::of(locks.queue(&server)));
    println!("for a lock: {}", Pace::of(locks.waits(&server)));
    assert!(rows > 0 && copies > 0);
    tried.are_enough();
    house.is_sound();
}

fn back_up_again_and_again(house: &House, stop: &AtomicBool) -> usize {
    let file = house.path("backup");
    for copies in 1.. {
        said(house.command(&["backup"]).arg(&file));
        fs::remove_file(&file).unwrap();
        let files = file.with_extension("files");
        if files.exists() {
            fs::remove_dir_all(files).unwrap();
        }
        if stop.load(Ordering::Relaxed) {
            return copies;
        }
        thread::sleep(Duration::from_millis(500));
    }
    0
}
