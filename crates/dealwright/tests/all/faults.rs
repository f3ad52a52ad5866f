//! A disk that fails under the server: what was acknowledged is stored, what was not is said, and it goes on afterwards.

use std::thread;
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::json;
use testkit::{Answer, DiskFault, FaultyDisk};

use crate::house::{House, Server, complaint};
use crate::often;
use crate::story::{Written, of, writing};

const FAULTS: [DiskFault; 5] =
    [DiskFault::Full, DiskFault::FlushFails, DiskFault::Torn, DiskFault::WriteFails, DiskFault::ReadFails];

/// The server over a disk that can fail.
fn serve(house: &House, disk: &FaultyDisk) -> Server {
    let mut command = house.command(&["serve"]);
    disk.under(&mut command, &house.data());
    house.serve_by(command)
}

#[test]
fn what_was_acknowledged_is_stored_whatever_the_disk_does() {
    let house = House::on_sqlite().settled();
    let disk = FaultyDisk::new();
    let mut chance = StdRng::seed_from_u64(11);
    let mut server = serve(&house, &disk);
    let mut written = Written::default();
    let (times, mut failed) = (often("DEALWRIGHT_FAULTS", 20), 0);
    for time in 0..times {
        let fault = FAULTS[time % FAULTS.len()];
        // One in two passes by itself, the others stay until somebody mends the disk.
        let lasts = if chance.random_bool(0.5) { chance.random_range(1..4) } else { -1 };
        let now = writing(&format!("f{time}"), &server, || {
            disk.fail(fault, chance.random_range(0..40), lasts);
            thread::sleep(Duration::from_millis(150));
            failed += disk.failed().min(1);
            disk.heal();
            recovers(&server);
        });
        for refused in &now.refused {
            says_so(refused, &server.log());
        }
        assert!(server.is_up(), "it ended under {fault:?}: {}", server.log());
        now.check(&mut server.client());
        if time % 4 == 3 {
            // What the memory of the process holds is no proof: only the file is.
            server.kill();
            server = serve(&house, &disk);
            now.check(&mut server.client());
        }
        written = written.and(now);
    }
    written.check(&mut server.client());
    drop(server);
    house.is_sound();
    is_intact(&house);
    println!(
        "{failed} of {times} orders met the disk, {} acts acknowledged, {} refused",
        written.told(),
        written.refused.len()
    );
    assert!(failed as usize > times / 2, "only {failed} of {times} faults were met");
}

/// Within seconds after the disk is mended, an act goes through.
fn recovers(server: &Server) {
    let began = Instant::now();
    let note = json!({ "name": format!("Well again {:?}", server.address()) }).to_string();
    while server.client().post("/api/v1/companies", &note).unwrap().status != 201 {
        assert!(began.elapsed() < Duration::from_secs(10), "it does not recover: {}", server.log());
    }
}

/// Every refusal is a problem that says what became of the act.
fn says_so(refused: &Answer, log: &str) {
    assert_eq!(refused.header("content-type"), Some("application/problem+json"), "{refused:?}: {log}");
    let says = of(refused)["detail"].as_str().unwrap().to_owned();
    let clear = ["Nothing was written", "Nothing was changed", "may or may not"];
    assert!(
        [503, 507].contains(&refused.status) && clear.iter().any(|words| says.contains(words)),
        "{refused:?}: {log}"
    );
}

/// SQLite's own examination of the file.
fn is_intact(house: &House) {
    let file = rusqlite::Connection::open(house.data().join("dealwright.sqlite")).unwrap();
    let verdict: String = file.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(verdict, "ok");
}

#[test]
fn a_full_disk_refuses_writes_and_goes_on_reading() {
    let house = House::on_sqlite().settled();
    let disk = FaultyDisk::new();
    let server = serve(&house, &disk);
    let mut client = server.client();
    let company = json!({ "name": "Larch & Sons" }).to_string();
    disk.fail_on(DiskFault::Full);
    let refused = client.post("/api/v1/companies", &company).unwrap();
    assert_eq!(refused.status, 507);
    assert_eq!(of(&refused)["type"], "urn:dealwright:problem:disk-full");
    says_so(&refused, &server.log());
    assert_eq!(client.get("/api/v1/companies").unwrap().status, 200);
    assert!(server.log().contains("the disk is full"), "{}", server.log());
    disk.heal();
    assert_eq!(client.post("/api/v1/companies", &company).unwrap().status, 201);
    assert!(server.stop().success());
}

#[test]
fn a_page_on_a_full_disk_says_that_nothing_is_lost() {
    let house = House::on_sqlite().settled();
    let disk = FaultyDisk::new();
    let server = serve(&house, &disk);
    let (mut browser, csrf) = server.browser();
    disk.fail_on(DiskFault::Full);
    let page = browser.submit("/companies", &[("_csrf", &csrf), ("name", "Larch & Sons")]).unwrap();
    assert_eq!(page.status, 507, "{}", page.body);
    assert!(
        page.body.contains("The server's disk is full") || page.body.contains("disk is full"),
        "{}",
        page.body
    );
    assert!(page.body.contains("nothing is lost"), "{}", page.body);
    assert_eq!(browser.get("/companies").unwrap().status, 200);
    disk.heal();
    let made = browser.submit("/companies", &[("_csrf", &csrf), ("name", "Larch & Sons")]).unwrap();
    assert_eq!(made.status, 303, "{}", made.body);
}

#[test]
fn a_server_on_a_full_disk_does_not_begin_and_says_why() {
    let house = House::on_sqlite().settled();
    let disk = FaultyDisk::new();
    disk.fail_on(DiskFault::Full);
    let mut command = house.command(&["doctor"]);
    disk.under(&mut command, &house.data());
    let ended = command.output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert!(complaint(&ended).contains("the disk is full"), "{}", complaint(&ended));
}

#[test]
fn a_backup_that_finds_no_room_leaves_no_half_file() {
    let house = House::on_sqlite().settled();
    let disk = FaultyDisk::new();
    disk.fail(DiskFault::Full, 10, -1);
    let file = house.path("backup");
    let mut command = house.command(&["backup"]);
    disk.under(command.arg(&file), &house.path(""));
    let ended = command.output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert!(complaint(&ended).contains("full"), "{}", complaint(&ended));
    let left: Vec<_> =
        std::fs::read_dir(house.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("backup")), "{left:?}");
}

#[test]
fn a_database_that_another_program_keeps_locked_is_named() {
    let house = House::on_sqlite().settled();
    let path = house.data().join("dealwright.sqlite");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    let says = house.refusal();
    assert_eq!(says.lines().count(), 1, "{says}");
    assert!(says.contains("locked") && says.contains("another process"), "{says}");
}
