//! A desk over a prepared database of the test's own, with a clock and secrets that the test rules.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use desk::access::{
    ActorOf, BecomeAdministrator, InitialLink, Session, SessionActor, SignIn, Signed, become_administrator,
    sign_in,
};
use desk::member::{AcceptLink, CreateMember, InviteMember, accept_link};
use desk::{Desk, Error, World, settings};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use process::Lang;
use sales::{Actor, Role};
use store::{Cell, Files, FromCell, FromRow, Row, Store, StoreSettings, migrate, params};
use testkit::{Clock, TempDatabase};

/// The tables of the whole schema, to see that nothing changed.
const SCHEMA: &str = concat!(
    include_str!("../../../store/src/migrations/0001_foundation.sql"),
    include_str!("../../../store/src/migrations/0007_files.sql"),
);

pub const PASSWORD: &str = "correct horse battery";

struct TestWorld {
    clock: Clock,
    count: AtomicU64,
}

impl World for TestWorld {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Another one each time, the same in every run.
    fn secret(&self) -> [u8; 32] {
        let mut secret = [7; 32];
        secret[..8].copy_from_slice(&self.count.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        secret
    }
}

/// The desk stands before the database so that it closes first.
pub struct Room {
    pub desk: Desk,
    pub clock: Clock,
    _database: TempDatabase,
}

/// Makes the room on the first engine, then on the second: `on_both! { async fn a_sentence(room: &Room) { .. } }`.
#[macro_export]
macro_rules! on_both {
    ($(async fn $name:ident($room:ident: &Room) $body:block)*) => {$(
        mod $name {
            use super::*;

            async fn check($room: &$crate::room::Room) $body

            #[test]
            fn on_sqlite() {
                $crate::room::run($crate::room::Room::sqlite(), async |room| check(&room).await);
            }

            #[test]
            fn on_postgres() {
                $crate::room::run($crate::room::Room::postgres(), async |room| check(&room).await);
            }
        }
    )*};
}

pub fn run(room: Room, test: impl AsyncFnOnce(Room)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(test(room));
}

impl Room {
    pub fn sqlite() -> Room {
        Room::over(testkit::sqlite_like(&template(), make))
    }

    pub fn postgres() -> Room {
        Room::over(testkit::postgres_like(&template(), make))
    }

    fn over(database: TempDatabase) -> Room {
        let clock = Clock::at("2026-11-23T09:00:00Z");
        let world = TestWorld { clock: clock.clone(), count: AtomicU64::new(1) };
        Room {
            desk: Desk::new(open(database.url()), files(database.url()), Arc::new(world)),
            clock,
            _database: database,
        }
    }

    /// A desk over the same database that knows nothing of what this one has in hand.
    pub fn restarted(&self) -> Desk {
        let world = TestWorld { clock: self.clock.clone(), count: AtomicU64::new(1 << 32) };
        Desk::new(self.desk.store().clone(), self.desk.files().clone(), Arc::new(world))
    }

    /// The server itself.
    pub fn system(&self) -> Actor {
        Actor::system(TimeZone::UTC)
    }

    /// The first administrator, `boss@example.com`, freshly signed in.
    pub async fn first(&self) -> Session {
        let link = self.desk.write(&self.system(), InitialLink).await.unwrap().unwrap();
        become_administrator(&self.desk, setup(link)).await.unwrap()
    }

    /// The first administrator as an actor.
    pub async fn boss(&self) -> Actor {
        let session = self.first().await;
        self.signed(&session.secret).await.unwrap().actor
    }

    /// A new member's id; they have no e-mail.
    pub async fn member(&self, boss: &Actor, name: &str, role: Role, team: Option<i64>) -> i64 {
        let act = CreateMember { name: name.to_owned(), email: None, role, team };
        self.desk.write(boss, act).await.unwrap()
    }

    /// A new member who signs in with [`PASSWORD`].
    pub async fn colleague(&self, boss: &Actor, email: &str, role: Role) -> Session {
        let act = CreateMember { name: email.to_owned(), email: Some(email.to_owned()), role, team: None };
        let id = self.desk.write(boss, act).await.unwrap();
        let secret = self.desk.write(boss, InviteMember { id }).await.unwrap();
        accept_link(&self.desk, AcceptLink { secret, password: PASSWORD.to_owned() }).await.unwrap()
    }

    /// The actor that a member is now.
    pub async fn actor(&self, member: i64) -> Actor {
        self.desk.read(&self.system(), ActorOf { member }).await.unwrap()
    }

    pub async fn signed(&self, secret: &str) -> Option<Signed> {
        let look = SessionActor { secret: secret.to_owned() };
        self.desk.read(&desk::access::visitor(), look).await.unwrap()
    }

    pub async fn sign_in(&self, email: &str, password: &str, address: &str) -> Result<Session, Error> {
        let attempt =
            SignIn { email: email.to_owned(), password: password.to_owned(), address: address.to_owned() };
        sign_in(&self.desk, attempt).await
    }

    /// Every row of every table, as text.
    pub async fn rows(&self) -> Vec<String> {
        let read = |tx: &mut store::Tx| -> store::Result<Vec<String>> {
            let mut all = Vec::new();
            for table in tables() {
                let rows: Vec<AnyRow> = tx.all(&format!("SELECT * FROM {table}"), params![])?;
                all.extend(rows.into_iter().map(|row| format!("{table} {}", row.0)));
            }
            all.sort();
            Ok(all)
        };
        self.desk.store().read(read).await.unwrap()
    }
}

/// What the first administrator types in.
pub fn setup(link: String) -> BecomeAdministrator {
    BecomeAdministrator {
        link,
        name: "Boss".to_owned(),
        email: "Boss@Example.com".to_owned(),
        password: PASSWORD.to_owned(),
        company_name: "Krechet".to_owned(),
        base_currency: "EUR".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        language: Lang::En,
    }
}

fn tables() -> impl Iterator<Item = &'static str> {
    SCHEMA.lines().filter_map(|line| line.strip_prefix("CREATE TABLE ")?.split(' ').next())
}

struct AnyRow(String);

struct AnyCell(String);

impl FromCell for AnyCell {
    fn from_cell(cell: Cell<'_>) -> Result<Self, &'static str> {
        Ok(AnyCell(format!("{cell:?}")))
    }
}

impl FromRow for AnyRow {
    fn from_row(row: &Row<'_>) -> store::Result<Self> {
        let cells: Vec<String> =
            (0..).map_while(|at| row.get::<AnyCell>(at).ok()).map(|cell| cell.0).collect();
        Ok(AnyRow(cells.join(" ")))
    }
}

fn template() -> String {
    format!("desk_{}", migrate::fingerprint(migrate::MIGRATIONS))
}

fn open(url: &str) -> Store {
    Store::open(&url.parse().unwrap(), StoreSettings::default()).unwrap()
}

/// The files of a database; each may have a megabyte.
fn files(url: &str) -> Files {
    Files::new(testkit::files_of(url), 1 << 20)
}

fn make(url: &str) {
    let store = open(url);
    migrate::run(&store).unwrap();
    let world = TestWorld { clock: Clock::at("2026-11-23T09:00:00Z"), count: AtomicU64::new(0) };
    let desk = Desk::new(store, files(url), Arc::new(world));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(desk.write(&Actor::system(TimeZone::UTC), settings::Prepare)).unwrap();
}
