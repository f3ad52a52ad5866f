//! A backup taken while others write, and a restore that never overwrites.

use std::thread;
use std::time::Duration;

use crate::house::{House, complaint, said};
use crate::often;
use crate::story::{Written, found, writing};

#[test]
fn a_backup_under_load_is_one_moment_on_sqlite() {
    is_one_moment(House::on_sqlite(), House::on_sqlite);
}

#[test]
fn a_backup_under_load_is_one_moment_on_postgresql() {
    is_one_moment(House::on_postgres(), House::on_postgres);
}

/// What was told before it is there, what was sent after it is not, and of every story it holds the beginning.
fn is_one_moment(house: House, empty: impl Fn() -> House) {
    let house = house.settled();
    let server = house.serve();
    let mut before = Written::default();
    for round in 0..often("DEALWRIGHT_BACKUPS", 3) {
        let file = house.path(&format!("backup-{round}"));
        let during = writing(&format!("b{round}"), &server, || {
            said(house.command(&["backup"]).arg(&file));
        });
        let after = writing(&format!("a{round}"), &server, a_while);
        let copy = empty().like(&house);
        said(copy.command(&["restore"]).arg(&file));
        let copied = copy.serve();
        let mut client = copied.client();
        before.check(&mut client);
        assert!(during.stories.iter().all(|story| story.begins(&mut client)));
        assert!(after.stories.iter().all(|story| found(&story.name, &mut client).is_empty()));
        copy.is_sound();
        assert!(during.told() > 0 && after.told() > 0);
        before = before.and(during).and(after);
    }
}

#[test]
fn a_backup_holds_the_files_on_sqlite() {
    holds_the_files(House::on_sqlite(), House::on_sqlite());
}

#[test]
fn a_backup_holds_the_files_on_postgresql() {
    holds_the_files(House::on_postgres(), House::on_postgres());
}

/// Those that were attached before it began are all there, whatever comes and goes meanwhile.
fn holds_the_files(house: House, empty: House) {
    let house = house.settled();
    let server = house.serve();
    let mut client = server.client();
    let made = client.post("/api/v1/companies", r#"{"name":"Kestrel"}"#).unwrap();
    let files = format!("/api/v1/companies/{}/files", id(&made.body));
    let put = |client: &mut testkit::Client, words: &str| {
        let sent =
            client.ask("POST", &format!("{files}?name={words}.txt"), &[], &words.repeat(10_000)).unwrap();
        assert_eq!(sent.status, 201, "{}", sent.body);
        (format!("/api/v1/files/{}", id(&sent.body)), words.repeat(10_000))
    };
    let before: Vec<_> = (0..20).map(|number| put(&mut client, &format!("before{number}"))).collect();
    let file = house.path("backup");
    let mut backup = house.command(&["backup"]).arg(&file).spawn().unwrap();
    let mut number = 0;
    while backup.try_wait().unwrap().is_none() {
        put(&mut client, &format!("during{number}"));
        number += 1;
    }
    assert!(backup.wait().unwrap().success());
    let copy = empty.like(&house);
    said(copy.command(&["restore"]).arg(&file));
    copy.is_sound();
    let copied = copy.serve();
    let mut reader = copied.client();
    for (place, words) in before {
        assert!(reader.get(&place).unwrap().body == words, "{place}");
    }
    drop(copied);
    let hash = first_file(&copy.data().join("files"));
    std::fs::write(hash, "others").unwrap();
    let doctor = copy.command(&["doctor"]).output().unwrap();
    assert!(String::from_utf8_lossy(&doctor.stdout).contains("the bytes are others"), "{doctor:?}");
}

/// The number of what was made.
fn id(made: &str) -> i64 {
    serde_json::from_str::<serde_json::Value>(made).unwrap()["id"].as_i64().unwrap()
}

/// Some file that is kept.
fn first_file(files: &std::path::Path) -> std::path::PathBuf {
    let folders = std::fs::read_dir(files).unwrap().map(|entry| entry.unwrap().path());
    let mut kept = folders.filter(|folder| !folder.ends_with("incoming"));
    let mut inside = std::fs::read_dir(kept.next().unwrap()).unwrap();
    inside.next().unwrap().unwrap().path()
}

fn a_while() {
    thread::sleep(Duration::from_millis(200));
}

#[test]
fn a_restore_never_overwrites_on_sqlite() {
    never_overwrites(House::on_sqlite());
}

#[test]
fn a_restore_never_overwrites_on_postgresql() {
    never_overwrites(House::on_postgres());
}

fn never_overwrites(house: House) {
    let house = house.settled();
    let file = house.path("backup");
    said(house.command(&["backup"]).arg(&file));
    let server = house.serve();
    let written = writing("kept", &server, a_while);
    let refused = house.command(&["restore"]).arg(&file).output().unwrap();
    assert!(!refused.status.success());
    assert!(complaint(&refused).contains("holds an installation already"), "{}", complaint(&refused));
    written.check(&mut server.client());
}

#[test]
fn what_a_lost_database_left_behind_is_not_mixed_into_a_restored_one() {
    let house = House::on_sqlite().settled();
    let file = house.path("backup");
    said(house.command(&["backup"]).arg(&file));
    // Killed, the server leaves its log; then only the main file is lost.
    let server = house.serve();
    writing("lost", &server, || server.kill());
    std::fs::remove_file(house.data().join("dealwright.sqlite")).unwrap();
    let refused = house.command(&["restore"]).arg(&file).output().unwrap();
    assert!(complaint(&refused).contains("dealwright.sqlite-wal"), "{}", complaint(&refused));
}

#[test]
fn a_file_that_is_no_backup_is_refused_by_its_name() {
    let house = House::on_sqlite();
    let file = house.path("letter");
    std::fs::write(&file, "Dear Sir or Madam").unwrap();
    let refused = house.command(&["restore"]).arg(&file).output().unwrap();
    assert!(complaint(&refused).contains(&file.display().to_string()), "{}", complaint(&refused));
    assert!(!house.data().join("dealwright.sqlite").exists());
}
