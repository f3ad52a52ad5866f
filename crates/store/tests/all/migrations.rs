//! The schema, step by step.

use std::thread;

use jiff::Timestamp;
use sales::Scope;
use store::{
    Error, Store, StoreSettings,
    migrate::{self, Migration},
    params,
    rows::access,
};

use crate::fixture::{Fixture, SCHEMA};

const MORE: &[Migration] = &[
    SCHEMA[0],
    Migration { version: 2, name: "colours", sql: "CREATE TABLE colours (id {{id}}) {{strict}};" },
    Migration {
        version: 3,
        name: "shades",
        sql: "CREATE TABLE shades (id {{id}}, colour_id {{int}} REFERENCES colours (id)) {{strict}};
              INSERT INTO shades (colour_id) VALUES (NULL);",
    },
];

const BROKEN: &[Migration] = &[
    SCHEMA[0],
    Migration {
        version: 2,
        name: "half",
        sql: "CREATE TABLE half (id {{id}}) {{strict}}; INSERT INTO nowhere VALUES (1);",
    },
];

fn version(store: &Store) -> i64 {
    store.read_blocking(migrate::version).unwrap()
}

pub fn steps_run_once(fixture: &Fixture) {
    migrate::apply(&fixture.store, MORE).unwrap();
    migrate::apply(&fixture.store, MORE).unwrap();
    assert_eq!(version(&fixture.store), 3);
    let shades = fixture.read(|tx| tx.one::<(i64,)>("SELECT count(*) FROM shades", params![]));
    assert_eq!(shades, Ok((1,)));
}

pub fn a_newer_schema_is_refused(fixture: &Fixture) {
    migrate::apply(&fixture.store, MORE).unwrap();
    assert_eq!(migrate::apply(&fixture.store, SCHEMA), Err(Error::TooNew { found: 3, known: 1 }));
}

pub fn a_failed_step_leaves_nothing_behind(fixture: &Fixture) {
    let failed = migrate::apply(&fixture.store, BROKEN);
    assert!(
        matches!(&failed, Err(Error::Migration { version: 2, name, .. }) if name == "half"),
        "{failed:?}"
    );
    assert_eq!(version(&fixture.store), 1);
    let half = fixture.read(|tx| tx.one::<(i64,)>("SELECT count(*) FROM half", params![]));
    assert!(half.is_err());
}

pub fn two_programs_may_migrate_at_once(fixture: &Fixture) {
    thread::scope(|scope| {
        for _ in 0..4 {
            let store = fixture.again(StoreSettings { lanes: 1, readers: 1, ..StoreSettings::default() });
            scope.spawn(move || migrate::apply(&store, MORE).unwrap());
        }
    });
    assert_eq!(version(&fixture.store), 3);
    let shades = fixture.read(|tx| tx.one::<(i64,)>("SELECT count(*) FROM shades", params![]));
    assert_eq!(shades, Ok((1,)));
}

pub fn the_shipped_schema_applies(fixture: &Fixture) {
    let empty = fixture.empty();
    let store = Store::open(&empty.url().parse().unwrap(), StoreSettings::default()).unwrap();
    migrate::run(&store).unwrap();
    migrate::run(&store).unwrap();
    assert_eq!(Some(version(&store)), migrate::MIGRATIONS.last().map(|step| step.version));
    drop(store);
}

pub fn a_token_made_before_scopes_keeps_all_that_it_had(fixture: &Fixture) {
    let empty = fixture.empty();
    let store = Store::open(&empty.url().parse().unwrap(), StoreSettings::default()).unwrap();
    migrate::apply(&store, &migrate::MIGRATIONS[..8]).unwrap();
    store
        .write_blocking(|tx| {
            tx.run(
                "INSERT INTO members (name, name_key, role, language, single_keys, created_at) \
                 VALUES ('Ann', 'ann', 'rep', 'en', $1, $2)",
                params![true, Timestamp::UNIX_EPOCH],
            )?;
            tx.run(
                "INSERT INTO tokens (member_id, name, secret_hash, created_at) SELECT id, 'old', 'hash', $1 FROM members",
                params![Timestamp::UNIX_EPOCH],
            )
        })
        .unwrap();
    migrate::run(&store).unwrap();
    let token = store.read_blocking(|tx| access::find_token(tx, "hash")).unwrap().unwrap();
    assert_eq!(token.scope().unwrap(), Scope::whole());
    drop(store);
}

#[test]
fn versions_count_up_without_gaps() {
    let versions: Vec<_> = migrate::MIGRATIONS.iter().map(|step| step.version).collect();
    let counted: Vec<_> = (1..).take(versions.len()).collect();
    assert_eq!(versions, counted);
}
