//! The way to a newer schema: killed anywhere, it is finished by the next start; what is newer still is refused.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::thread;
use std::time::Duration;

use store::migrate::{self, MIGRATIONS};
use store::{DatabaseUrl, Store, StoreSettings, params};
use testkit::{DiskFault, FaultyDisk};

use crate::house::{House, complaint};
use crate::often;

/// Brings the database to a schema of the past; 0 leaves it empty.
fn age(url: &DatabaseUrl, version: usize) -> Store {
    let store = Store::open(url, StoreSettings::default()).unwrap();
    if version > 0 {
        migrate::apply(&store, &MIGRATIONS[..version]).unwrap();
    }
    store
}

/// An installation whose upgrade was cut off is whole after the next start, with all that a new one has.
fn is_whole(house: &House) {
    house.is_sound();
    let store = Store::open(&house.url(), StoreSettings::default()).unwrap();
    let has = store.read_blocking(|tx| {
        tx.one::<(i64, i64)>(
            "SELECT (SELECT count(*) FROM installation), (SELECT count(*) FROM process_versions)",
            params![],
        )
    });
    assert_eq!(has, Ok((1, 8)));
    assert_eq!(store.read_blocking(migrate::version).ok(), MIGRATIONS.last().map(|step| step.version));
}

#[test]
fn an_upgrade_killed_at_any_write_is_finished_by_the_next_start() {
    let disk = FaultyDisk::new();
    let (times, mut killed) = (often("DEALWRIGHT_UPGRADES", 10) as i64, 0);
    for version in 0..MIGRATIONS.len() {
        let (_, writes, _) = killed_after(i64::MAX, version, &disk);
        for time in 0..times {
            let (house, _, is_killed) = killed_after(writes * time / times, version, &disk);
            is_whole(&house);
            killed += usize::from(is_killed);
        }
    }
    // The writes of two upgrades differ by a few, so that the last moment may lie behind the end.
    assert!(killed * 10 >= MIGRATIONS.len() * (times as usize) * 8, "only {killed} were killed");
}

/// An old installation whose upgrade is killed after so many writes, how many there were, and whether it was killed.
fn killed_after(writes: i64, version: usize, disk: &FaultyDisk) -> (House, i64, bool) {
    let house = House::on_sqlite();
    fs::create_dir_all(house.data()).unwrap();
    drop(age(&house.url(), version));
    let mut upgrade = house.command(&["doctor"]);
    disk.under(&mut upgrade, &house.data());
    disk.fail(DiskFault::Death, writes, 1);
    let ended = upgrade.output().unwrap();
    let is_killed = ended.status.signal() == Some(9);
    assert!(is_killed || ended.status.success(), "{}", complaint(&ended));
    (house, disk.seen(), is_killed)
}

#[test]
fn an_upgrade_killed_at_any_moment_is_finished_by_the_next_start_on_postgresql() {
    for moment in 0..often("DEALWRIGHT_UPGRADES", 10) as u64 {
        let house = House::on_postgres();
        let mut upgrade = house.command(&["doctor"]).spawn().unwrap();
        thread::sleep(Duration::from_millis(25 * moment));
        upgrade.kill().and_then(|()| upgrade.wait()).unwrap();
        is_whole(&house);
    }
}

#[test]
fn a_newer_schema_is_refused_and_left_as_it_was_on_sqlite() {
    is_left_alone(&House::on_sqlite().settled());
}

#[test]
fn a_newer_schema_is_refused_and_left_as_it_was_on_postgresql() {
    is_left_alone(&House::on_postgres().settled());
}

fn is_left_alone(house: &House) {
    let store = Store::open(&house.url(), StoreSettings::default()).unwrap();
    let insert = "INSERT INTO schema_versions (version, name) VALUES (9999, 'of tomorrow')";
    store.write_blocking(|tx| tx.run(insert, params![])).unwrap();
    let says = house.refusal();
    assert_eq!(says.lines().count(), 1, "{says}");
    assert!(says.contains("schema 9999") && says.contains("run the newer program"), "{says}");
    let newest = store.read_blocking(migrate::version);
    assert_eq!(newest, Ok(9999));
}
