//! A small company to try every right in: two teams with their heads, a peer, a reader, an administrator, and an owner
//! who has one record of each kind.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, header};
use dealwright_web as web;
use desk::Desk;
use sales::Role;
use serde_json::{Value, json};
use store::migrate;
use testkit::{Clock, TempDatabase};
use tower::ServiceExt;

use super::furniture;
use crate::house::{Answer, Member, colleague, desk, encoded, member, setup};

/// Everybody who may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Person {
    Anonymous,
    /// Signed out, and their token revoked.
    Revoked,
    /// Put away while signed in.
    Archived,
    /// A rep of the other team.
    OtherTeam,
    /// Heads the other team.
    OtherHead,
    /// A rep of the owner's team.
    Peer,
    Reader,
    Owner,
    /// Heads the owner's team.
    Head,
    Administrator,
}

use Person::*;

impl Person {
    pub const ALL: [Person; 10] =
        [Anonymous, Revoked, Archived, OtherTeam, OtherHead, Peer, Reader, Owner, Head, Administrator];

    /// Signed in, and the owner's records are out of their sight.
    pub const LESSER: [Person; 3] = [OtherTeam, OtherHead, Peer];
}

/// Ids by the words that addresses and bodies say in angle brackets: `/deals/<deal>`.
pub type Things = BTreeMap<String, String>;

#[derive(Clone, Debug)]
struct Family {
    members: BTreeMap<Person, Member>,
    things: Things,
}

/// The desk stands before the database so that it closes first.
pub struct World {
    pub router: Router,
    pub desk: Desk,
    pub clock: Clock,
    pub members: BTreeMap<Person, Member>,
    pub things: Things,
    _database: TempDatabase,
}

/// What the test waits on. A store opens its threads outside of it.
pub fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

impl World {
    pub fn new() -> World {
        static FAMILY: OnceLock<Family> = OnceLock::new();
        let make = |url: &str| drop(FAMILY.set(move_in(url, true)));
        let database = testkit::sqlite_like("access", make);
        World::over(database, FAMILY.get().unwrap().clone())
    }

    /// The same over the other database.
    pub fn on_postgres() -> World {
        let database = testkit::postgres();
        let family = move_in(database.url(), true);
        World::over(database, family)
    }

    /// The same company before the owner, the head and the administrator had any record. It names their things all the
    /// same, as somebody does who guesses.
    pub fn without_the_owners() -> World {
        static FAMILY: OnceLock<Family> = OnceLock::new();
        let make = |url: &str| drop(FAMILY.set(move_in(url, false)));
        let database = testkit::sqlite_like("access-bare", make);
        let mut bare = World::over(database, FAMILY.get().unwrap().clone());
        let full = World::new();
        for (name, id) in bare.things.iter().filter(|(name, _)| *name != "invite") {
            assert_eq!(full.things.get(name), Some(id), "{name}");
        }
        bare.things = full.things.clone();
        bare
    }

    fn over(database: TempDatabase, family: Family) -> World {
        let (desk, clock) = desk(database.url(), 1 << 32);
        let router = router(&desk);
        World { router, desk, clock, members: family.members, things: family.things, _database: database }
    }

    /// The same with a router that knows its own address.
    pub fn at_origin(mut self, origin: &str) -> World {
        let settings = web::Settings { origin: Some(origin.to_owned()), secure: true };
        let app = web::App { settings: Arc::new(settings), ..app(&self.desk) };
        self.router = web::router(app);
        self
    }

    /// The text with ids in place of the words in angle brackets.
    pub fn filled(&self, text: &str) -> String {
        let mut parts = text.split('<');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('>').unwrap();
            filled += self.id(name);
            filled += rest;
        }
        filled
    }

    /// A form, `name=value` parted by `&`, as a browser encodes it.
    pub fn form(&self, text: &str) -> String {
        let pairs = text.split('&').filter(|pair| !pair.is_empty());
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap();
            format!("{name}={}", encoded(&self.filled(value)))
        };
        pairs.map(pair).collect::<Vec<_>>().join("&")
    }

    pub fn id(&self, thing: &str) -> &str {
        self.things.get(thing).unwrap_or_else(|| panic!("nobody knows what {thing} is"))
    }

    /// Sends a request. A stream of events is left unread, for it does not end.
    pub fn send(&self, request: Request<Body>) -> Answer {
        wait(send(&self.router, request))
    }

    /// A page as the person opens it.
    pub fn get(&self, person: Person, path: &str) -> Answer {
        self.send(self.page(Method::GET, person, path).body(Body::empty()).unwrap())
    }

    /// A form as the person sends it, `name=value` parted by `&`, with the session's token.
    pub fn post(&self, person: Person, path: &str, form: &str) -> Answer {
        let token = self.members.get(&person).map_or("none", |member| &member.csrf);
        self.send_form(person, path, &format!("{form}&{}={token}", web::security::CSRF_FIELD))
    }

    /// The same as it is.
    pub fn send_form(&self, person: Person, path: &str, form: &str) -> Answer {
        let request = self.page(Method::POST, person, path);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(self.form(form))).unwrap())
    }

    pub fn page(&self, method: Method, person: Person, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path).header(header::HOST, "crm.example");
        let request = request.header("sec-fetch-site", "same-origin");
        match self.members.get(&person) {
            Some(member) => {
                request.header(header::COOKIE, format!("{}={}", web::visitor::COOKIE, member.session))
            }
            None => request,
        }
    }

    /// A request of the API, paths from the root.
    pub fn api(&self, person: Person, method: &str, path: &str, body: Option<Value>) -> Answer {
        wait(api(&self.router, self.members.get(&person), method, path, body))
    }

    /// Asks the API and wants it done.
    pub fn done(&self, person: Person, method: &str, path: &str, body: Value) -> Value {
        let body = Some(body).filter(|body| !body.is_null());
        let answer = self.api(person, method, &format!("/api/v1{path}"), body);
        assert!(answer.status.is_success(), "{method} {path}: {} {}", answer.status, answer.text);
        if answer.text.is_empty() { Value::Null } else { answer.json() }
    }
}

fn app(desk: &Desk) -> web::App {
    web::App { desk: desk.clone(), settings: Arc::default(), live: web::live::Live::default() }
}

fn router(desk: &Desk) -> Router {
    web::router(app(desk))
}

async fn send(router: &Router, request: Request<Body>) -> Answer {
    let answer = router.clone().oneshot(request).await.unwrap();
    let (parts, body) = answer.into_parts();
    let streams = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
    let bytes = if streams {
        axum::body::Bytes::new()
    } else {
        axum::body::to_bytes(body, usize::MAX).await.unwrap()
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Answer { status: parts.status, headers: parts.headers, text }
}

/// Asks the API as a member, or without a token.
pub async fn api(
    router: &Router,
    member: Option<&Member>,
    method: &str,
    path: &str,
    body: Option<Value>,
) -> Answer {
    let mut request = Request::builder().method(method).uri(path).header(header::HOST, "crm.example");
    if let Some(member) = member {
        request = request.header(header::AUTHORIZATION, format!("Bearer {}", member.token));
    }
    let request = match body {
        Some(body) => {
            request.header(header::CONTENT_TYPE, "application/json").body(Body::from(body.to_string()))
        }
        None => request.body(Body::empty()),
    };
    send(router, request.unwrap()).await
}

/// Makes the company: its members and what everybody sees, the records of peers and others, and last what the owner has.
fn move_in(url: &str, with_owners: bool) -> Family {
    let (desk, _) = desk(url, 1);
    migrate::run(desk.store()).unwrap();
    wait(async {
        let members = hire(&desk).await;
        let mut room = furniture::Room { router: router(&desk), desk: &desk, members, things: Things::new() };
        room.shared().await;
        for person in Person::LESSER {
            room.records_of(person).await;
        }
        if with_owners {
            room.owners().await;
        }
        room.leave().await;
        Family { members: room.members, things: room.things }
    })
}

async fn hire(desk: &Desk) -> BTreeMap<Person, Member> {
    use desk::access::{InitialLink, become_administrator};
    let system = sales::Actor::system(jiff::tz::TimeZone::UTC);
    desk.write(&system, desk::settings::Prepare).await.unwrap();
    let publish = desk::process::PublishProcess { definition: crate::house::FUNNEL.to_owned(), active: true };
    desk.write(&system, publish).await.unwrap();
    let link = desk.write(&system, InitialLink).await.unwrap().unwrap();
    let session = become_administrator(desk, setup(link)).await.unwrap();
    let (boss, actor) = member(desk, session.secret).await;
    let mut members = BTreeMap::from([(Administrator, boss)]);
    for (person, name, role) in [
        (Revoked, "Remy", Role::Rep),
        (Archived, "Arno", Role::Rep),
        (OtherTeam, "Olaf", Role::Rep),
        (OtherHead, "Hilda", Role::Manager),
        (Peer, "Petra", Role::Rep),
        (Reader, "Rita", Role::Reader),
        (Owner, "Oona", Role::Rep),
        (Head, "Hugo", Role::Manager),
    ] {
        let mail = format!("{}@example.com", name.to_lowercase());
        members.insert(person, colleague(desk, &actor, name, &mail, role).await);
    }
    members
}

/// An activity of an hour on a day of November 2026, as the API takes it.
pub fn hour(kind: &str, day: u32) -> Value {
    let day = format!("2026-11-{day}");
    json!({ "type": kind, "starts_at": format!("{day}T10:00:00Z"), "ends_at": format!("{day}T11:00:00Z") })
}
