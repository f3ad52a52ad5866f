//! Backup and restore.

use std::fs;

use store::{DatabaseUrl, Error, Store, StoreSettings, migrate, params};

use crate::fixture::{Fixture, add_team};

pub fn a_backup_holds_the_rows(fixture: &Fixture) {
    fixture.write(|tx| add_team(tx, "Север")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup");
    store::backup(fixture.store.url(), &file).unwrap();
    let empty = fixture.empty();
    let url: DatabaseUrl = empty.url().parse().unwrap();
    store::restore(&file, &url).unwrap();
    let store = Store::open(&url, StoreSettings::default()).unwrap();
    let names = store.read_blocking(|tx| tx.all::<(String,)>("SELECT name FROM teams", params![]));
    assert_eq!(names, Ok::<_, Error>(vec![("Север".to_owned(),)]));
}

pub fn a_backup_never_overwrites(fixture: &Fixture) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("precious");
    fs::write(&file, "mine").unwrap();
    assert!(matches!(store::backup(fixture.store.url(), &file), Err(Error::Backup { .. })));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
}

pub fn a_restore_never_overwrites(fixture: &Fixture) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup");
    store::backup(fixture.store.url(), &file).unwrap();
    fixture.write(|tx| add_team(tx, "Юг")).unwrap();
    assert!(matches!(store::restore(&file, fixture.store.url()), Err(Error::Backup { .. })));
    assert_eq!(fixture.teams(), ["Юг"]);
}

#[test]
fn a_damaged_backup_is_not_restored() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("damaged");
    fs::write(&file, "this was never a database, whatever it is called".repeat(100)).unwrap();
    let restored = DatabaseUrl::Sqlite(folder.path().join("restored.db"));
    assert!(matches!(store::restore(&file, &restored), Err(Error::Backup { .. })));
    assert!(!folder.path().join("restored.db").exists());
}

#[test]
fn what_another_server_wrote_stands_before_all_that_this_one_will() {
    let (from, to) = (testkit::postgres(), testkit::postgres());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup");
    let open = |url: &str| Store::open(&url.parse().unwrap(), StoreSettings::default()).unwrap();
    let store = open(from.url());
    migrate::run(&store).unwrap();
    let far =
        "INSERT INTO events (at, actor, kind, body, xact) VALUES (0, 'system', 'restored', '{}', 9000000000)";
    store.write_blocking(move |tx| tx.run(far, params![])).unwrap();
    store::backup(store.url(), &file).unwrap();
    store::restore(&file, &to.url().parse().unwrap()).unwrap();
    let xacts = open(to.url()).read_blocking(|tx| tx.all::<(i64,)>("SELECT xact FROM events", params![]));
    assert_eq!(xacts, Ok::<_, Error>(vec![(0,)]));
}
