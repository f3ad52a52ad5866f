//! A store over a small schema.

use store::{
    DatabaseUrl, Error, Store, StoreSettings, Tx,
    migrate::{self, Migration},
    params,
};
use testkit::TempDatabase;

pub const SCHEMA: &[Migration] = &[Migration { version: 1, name: "deals", sql: include_str!("schema.sql") }];

/// The store stands before the database so that it closes first.
pub struct Fixture {
    pub store: Store,
    pub database: TempDatabase,
}

impl Fixture {
    pub fn sqlite() -> Self {
        Self::over(testkit::sqlite_like(&migrate::fingerprint(SCHEMA), prepare))
    }

    pub fn postgres() -> Self {
        Self::over(testkit::postgres_like(&migrate::fingerprint(SCHEMA), prepare))
    }

    fn over(database: TempDatabase) -> Self {
        Self { store: open(database.url(), StoreSettings::default()), database }
    }

    /// A second store over the same database, as another process would have.
    pub fn again(&self, settings: StoreSettings) -> Store {
        open(self.database.url(), settings)
    }

    /// A database of the same kind without a schema.
    pub fn empty(&self) -> TempDatabase {
        if self.is_sqlite() { testkit::sqlite() } else { testkit::postgres() }
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self.store.url(), DatabaseUrl::Sqlite(_))
    }

    pub fn write<T: Send + 'static>(
        &self,
        f: impl Fn(&mut Tx) -> Result<T, Error> + Send + Sync + 'static,
    ) -> Result<T, Error> {
        self.store.write_blocking(f)
    }

    pub fn read<T: Send + 'static>(
        &self,
        f: impl Fn(&mut Tx) -> Result<T, Error> + Send + Sync + 'static,
    ) -> Result<T, Error> {
        self.store.read_blocking(f)
    }

    /// The names of all teams, in order.
    pub fn teams(&self) -> Vec<String> {
        let rows = self.read(|tx| tx.all::<(String,)>("SELECT name FROM teams ORDER BY name", params![]));
        rows.unwrap().into_iter().map(|(name,)| name).collect()
    }
}

fn open(url: &str, settings: StoreSettings) -> Store {
    Store::open(&url.parse().unwrap(), settings).unwrap()
}

fn prepare(url: &str) {
    store::migrate::apply(&open(url, StoreSettings::default()), SCHEMA).unwrap();
}

/// Adds a team and gives its id.
pub fn add_team(tx: &mut Tx, name: &str) -> Result<i64, Error> {
    tx.insert("INSERT INTO teams (name) VALUES ($1) RETURNING id", params![name])
}

/// Adds a deal and gives its id.
pub fn add_deal(tx: &mut Tx, team: i64, name: &str, amount: i64) -> Result<i64, Error> {
    tx.insert(
        "INSERT INTO deals (team_id, name, amount, hot) VALUES ($1, $2, $3, $4) RETURNING id",
        params![team, name, amount, false],
    )
}
