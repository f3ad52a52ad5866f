//! A served installation of the test's own: the shipped funnel, an administrator, a rep, a reader, one company.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use dealwright_web as web;
use desk::access::{
    ActorOf, BecomeAdministrator, CreateToken, InitialLink, SessionActor, become_administrator, visitor,
};
use desk::company::CreateCompany;
use desk::member::{AcceptLink, CreateMember, InviteMember, accept_link};
use desk::process::PublishProcess;
use desk::{Desk, World, settings};
use jiff::tz::TimeZone;
use process::Lang;
use sales::company::CompanyFields;
use sales::{Actor, Role, Scope};
use serde_json::Value;
use store::{Files, Store, StoreSettings, migrate};
use testkit::{Clock, TempDatabase};
use tower::ServiceExt;

pub const FUNNEL: &str = include_str!("../../../../processes/six-stage-funnel/process.yaml");
pub const PASSWORD: &str = "correct horse battery";
/// Bytes that a file may have in these houses.
pub const FILE_MOST: u64 = 1 << 20;
const NOW: &str = "2026-11-23T09:00:00Z";

struct TestWorld {
    clock: Clock,
    count: AtomicU64,
}

impl World for TestWorld {
    fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }

    /// Another one each time, the same in every run.
    fn secret(&self) -> [u8; 32] {
        let mut secret = [7; 32];
        secret[..8].copy_from_slice(&self.count.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        secret
    }
}

/// A member with their ways in.
#[derive(Clone, Debug)]
pub struct Member {
    pub id: i64,
    /// The session's secret, as the cookie holds it.
    pub session: String,
    /// What every form of theirs carries.
    pub csrf: String,
    /// For the API.
    pub token: String,
}

#[derive(Clone, Debug)]
struct Family {
    boss: Member,
    rep: Member,
    reader: Member,
    company: i64,
}

/// The desk stands before the database so that it closes first.
pub struct House {
    pub router: Router,
    pub desk: Desk,
    pub clock: Clock,
    /// `boss@example.com`, administrator.
    pub boss: Member,
    /// `rep@example.com`, sees and changes their own.
    pub rep: Member,
    /// `reader@example.com`, sees all and changes nothing.
    pub reader: Member,
    /// Kestrel Logistics, shared by all.
    pub company: i64,
    _database: TempDatabase,
}

/// An answer, read whole.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub text: String,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// Runs a test in a house of its own.
pub fn run(test: impl AsyncFnOnce(House)) {
    block_on(test(House::new()));
}

/// Runs a test in a house on SQLite, and then in one on PostgreSQL.
pub fn run_on_both(test: impl AsyncFn(House)) {
    block_on(test(House::new()));
    block_on(test(House::on_postgres()));
}

/// Runs a test of what only PostgreSQL can do: several writers at once.
pub fn run_on_postgres(test: impl AsyncFnOnce(House)) {
    block_on(test(House::on_postgres()));
}

fn block_on(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test);
}

impl House {
    pub fn new() -> House {
        static FAMILY: OnceLock<Family> = OnceLock::new();
        let database = testkit::sqlite_like("web", |url| drop(FAMILY.set(move_in(url))));
        House::of(FAMILY.get().unwrap().clone(), database)
    }

    pub fn on_postgres() -> House {
        let database = testkit::postgres();
        House::of(move_in(database.url()), database)
    }

    fn of(family: Family, database: TempDatabase) -> House {
        let Family { boss, rep, reader, company } = family;
        let (desk, clock) = desk(database.url(), 1 << 32);
        let app = web::App { desk: desk.clone(), settings: Arc::default(), live: web::live::Live::default() };
        House { router: web::router(app), desk, clock, boss, rep, reader, company, _database: database }
    }

    /// The server itself.
    pub fn system(&self) -> Actor {
        Actor::system(TimeZone::UTC)
    }

    /// The actor that a member is now.
    pub async fn actor(&self, member: &Member) -> Actor {
        self.desk.read(&self.system(), ActorOf { member: member.id }).await.unwrap()
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, text }
    }

    /// Opens a page as a signed-in member.
    pub async fn get(&self, member: &Member, path: &str) -> Answer {
        let request = self.page(Method::GET, member, path).body(Body::empty()).unwrap();
        self.send(request).await
    }

    /// Sends a form of a page as a signed-in member, with the session's token.
    pub async fn post(&self, member: &Member, path: &str, form: &[(&str, &str)]) -> Answer {
        let pair = |(key, value): &(&str, &str)| format!("{}={}", encoded(key), encoded(value));
        let mut fields: Vec<String> = form.iter().map(pair).collect();
        fields.push(format!("{}={}", web::security::CSRF_FIELD, encoded(&member.csrf)));
        let request = self
            .page(Method::POST, member, path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(fields.join("&")))
            .unwrap();
        self.send(request).await
    }

    pub fn page(&self, method: Method, member: &Member, path: &str) -> axum::http::request::Builder {
        let cookie = format!("{}={}", web::visitor::COOKIE, member.session);
        let request = Request::builder().method(method).uri(path).header(header::HOST, "crm.example");
        request.header(header::COOKIE, cookie).header("sec-fetch-site", "same-origin")
    }

    /// Asks the API as a program with the member's token. Paths stand below `/api/v1`.
    pub async fn api(&self, member: &Member, method: &str, path: &str, body: Option<Value>) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {}", member.token));
        let request = match body {
            Some(body) => {
                request.header(header::CONTENT_TYPE, "application/json").body(Body::from(body.to_string()))
            }
            None => request.body(Body::empty()),
        };
        self.send(request.unwrap()).await
    }
}

pub fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

pub fn desk(url: &str, secrets_from: u64) -> (Desk, Clock) {
    let clock = Clock::at(NOW);
    let world = TestWorld { clock: clock.clone(), count: AtomicU64::new(secrets_from) };
    let store = Store::open(&url.parse().unwrap(), StoreSettings::default()).unwrap();
    let files = Files::new(testkit::files_of(url), FILE_MOST);
    (Desk::new(store, files, Arc::new(world)), clock)
}

/// Prepares the database that each house has a copy of.
fn move_in(url: &str) -> Family {
    let (desk, _) = desk(url, 1);
    migrate::run(desk.store()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let system = Actor::system(TimeZone::UTC);
        desk.write(&system, settings::Prepare).await.unwrap();
        let publish = PublishProcess { definition: FUNNEL.to_owned(), active: true };
        desk.write(&system, publish).await.unwrap();
        let link = desk.write(&system, InitialLink).await.unwrap().unwrap();
        let session = become_administrator(&desk, setup(link)).await.unwrap();
        let (boss, actor) = member(&desk, session.secret).await;
        let rep = colleague(&desk, &actor, "Robin Reed", "rep@example.com", Role::Rep).await;
        let reader = colleague(&desk, &actor, "Rita Roe", "reader@example.com", Role::Reader).await;
        let fields = CompanyFields { name: "Kestrel Logistics".into(), ..CompanyFields::default() };
        let company = CreateCompany { fields, shared: true, source_id: None };
        let company = desk.write(&actor, company).await.unwrap();
        Family { boss, rep, reader, company }
    })
}

pub fn setup(link: String) -> BecomeAdministrator {
    BecomeAdministrator {
        link,
        name: "Ada Boss".to_owned(),
        email: "boss@example.com".to_owned(),
        password: PASSWORD.to_owned(),
        company_name: "Krechet".to_owned(),
        base_currency: "EUR".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        language: Lang::En,
    }
}

pub async fn colleague(desk: &Desk, boss: &Actor, name: &str, email: &str, role: Role) -> Member {
    let act = CreateMember { name: name.to_owned(), email: Some(email.to_owned()), role, team: None };
    let id = desk.write(boss, act).await.unwrap();
    let secret = desk.write(boss, InviteMember { id }).await.unwrap();
    let session = accept_link(desk, AcceptLink { secret, password: PASSWORD.to_owned() }).await.unwrap();
    member(desk, session.secret).await.0
}

pub async fn member(desk: &Desk, session: String) -> (Member, Actor) {
    let signed = desk.read(&visitor(), SessionActor { secret: session.clone() }).await.unwrap().unwrap();
    let actor = signed.actor;
    let token = token_of(desk, &actor, Scope::whole()).await;
    (Member { id: actor.member.unwrap(), session, csrf: signed.csrf, token }, actor)
}

/// A token of the member that covers this.
pub async fn token_of(desk: &Desk, actor: &Actor, scope: Scope) -> String {
    desk.write(actor, CreateToken { name: "tests".to_owned(), scope }).await.unwrap().secret
}
