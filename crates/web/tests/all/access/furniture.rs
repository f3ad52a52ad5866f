//! What stands in the company: teams, what all share, a few records of each rep, and one of each kind of the owner.

use std::collections::BTreeMap;

use axum::Router;
use desk::access::{ActorOf, RevokeToken, SessionActor, SignOut, TouchToken, visitor};
use desk::file::{AttachFile, Paper, Receiving};
use desk::look::Of;
use desk::member::{ArchiveMember, ChangeMember, CreateMember, CreateTeam, InviteMember};
use desk::settings::{AddChoice, AddHoliday, AddProduct, ProductFields};
use desk::view::{Noun, SaveView, ViewFields};
use desk::{Desk, import};
use process::Words;
use sales::{Actor, Role};
use serde_json::{Value, json};

use super::world::{Person, Things, api, hour};
use crate::house::Member;

/// Stands in every text of the owner's, and nowhere else.
pub const CANARY: &str = "qzcanary";

/// Two rows: the second says an amount that is none. The dates leave open which part is the month.
const FILE: &str = "Deal name,Company,Amount,Close date\nRacks qzcanary,Common Ground,1200,03/04/2027\n\
    Cables qzcanary,Common Ground,many,05/06/2027\n";

/// A process of companies.
fn on_companies(key: &str) -> String {
    format!(
        r#"
process: {key}
title: {{ en: Care, ru: Забота }}
runs_on: company
starts: {{ in: new }}
parts: {{ seller: company.owner }}
stages:
  new: {{ title: {{ en: New, ru: Новая }}, next_step: not asked }}
  kept: {{ title: {{ en: Kept, ru: Своя }}, ends: won }}
  gone: {{ title: {{ en: Gone, ru: Ушла }}, ends: lost }}
moves:
  keep: {{ title: {{ en: Keep, ru: Удержать }}, from: new, to: kept }}
  lose: {{ title: {{ en: Lose, ru: Потерять }}, kind: refusal, from: new, to: gone }}
"#
    )
}

pub struct Room<'a> {
    pub router: Router,
    pub desk: &'a Desk,
    pub members: BTreeMap<Person, Member>,
    pub things: Things,
}

impl Room<'_> {
    fn put(&mut self, name: &str, id: impl ToString) {
        let there = self.things.insert(name.to_owned(), id.to_string());
        assert_eq!(there, None, "{name} is there twice");
    }

    fn id(&self, name: &str) -> i64 {
        self.things[name].parse().unwrap()
    }

    async fn actor(&self, person: Person) -> Actor {
        let look = SessionActor { secret: self.members[&person].session.clone() };
        self.desk.read(&visitor(), look).await.unwrap().unwrap().actor
    }

    async fn api(&self, person: Person, method: &str, path: &str, body: Value) -> Value {
        let body = Some(body).filter(|body| !body.is_null());
        let path = format!("/api/v1{path}");
        let answer = api(&self.router, self.members.get(&person), method, &path, body).await;
        assert!(answer.status.is_success(), "{method} {path}: {} {}", answer.status, answer.text);
        if answer.text.is_empty() { Value::Null } else { answer.json() }
    }

    /// Makes something and keeps its id under a name.
    async fn make(&mut self, name: &str, person: Person, path: &str, body: Value) -> i64 {
        let id = self.api(person, "POST", path, body).await["id"].as_i64().unwrap();
        self.put(name, id);
        id
    }

    /// Teams, and what belongs to everybody.
    pub async fn shared(&mut self) {
        let boss = self.actor(Person::Administrator).await;
        for (person, member) in self.members.clone() {
            self.put(&format!("{person:?}").to_lowercase(), member.id);
        }
        for (team, name, head) in [("alpha", "Alpha", Person::Head), ("beta", "Beta", Person::OtherHead)] {
            let head = Some(self.members[&head].id);
            let make = CreateTeam { name: name.to_owned(), parent: None, head };
            let id = self.desk.write(&boss, make).await.unwrap();
            self.put(team, id);
        }
        let empty = CreateTeam { name: "Omega".to_owned(), parent: None, head: None };
        let empty = self.desk.write(&boss, empty).await.unwrap();
        self.put("empty_team", empty);
        for (person, team) in [
            (Person::OtherTeam, "beta"),
            (Person::OtherHead, "beta"),
            (Person::Peer, "alpha"),
            (Person::Owner, "alpha"),
            (Person::Head, "alpha"),
        ] {
            self.join(&boss, person, team).await;
        }
        let fields =
            ProductFields { name: "Firewall".into(), currency: "EUR".into(), ..ProductFields::default() };
        let product = self.desk.write(&boss, AddProduct { fields }).await.unwrap();
        self.put("product", product);
        let title = Words::new("Moved away", "Переехали");
        let choice = AddChoice { list: "reason".into(), key: None, title };
        let choice = self.desk.write(&boss, choice).await.unwrap();
        self.put("choice", choice);
        let holiday = AddHoliday { day: jiff::civil::date(2026, 12, 25), title: "Christmas".into() };
        let holiday = self.desk.write(&boss, holiday).await.unwrap();
        self.put("holiday", holiday);
        for key in ["care", "terms"] {
            let publish = desk::process::PublishProcess { definition: on_companies(key), active: true };
            self.desk.write(&boss, publish).await.unwrap();
        }
        let common = json!({ "name": "Common Ground", "shared": true });
        self.make("shared_company", Person::Administrator, "/companies", common).await;
        let common = json!({ "name": "Everyman Jack", "shared": true });
        self.make("shared_person", Person::Administrator, "/people", common).await;
        self.newcomers(&boss).await;
    }

    async fn join(&self, boss: &Actor, person: Person, team: &str) {
        let id = self.members[&person].id;
        let row = self.desk.read(boss, desk::member::ListMembers).await.unwrap();
        let row = row.into_iter().find(|row| row.id == id).unwrap();
        let role = Role::parse(&row.role).unwrap();
        let change = ChangeMember { id, name: row.name, email: row.email, role, team: Some(self.id(team)) };
        self.desk.write(boss, change).await.unwrap();
    }

    /// One who was invited, and one who was put away; neither signs in.
    async fn newcomers(&mut self, boss: &Actor) {
        for name in ["newcomer", "leaver"] {
            let email = Some(format!("{name}@example.com"));
            let make = CreateMember { name: name.to_owned(), email, role: Role::Rep, team: None };
            let id = self.desk.write(boss, make).await.unwrap();
            self.put(name, id);
        }
        let invite = self.desk.write(boss, InviteMember { id: self.id("newcomer") }).await.unwrap();
        self.put("invite", invite);
        self.desk.write(boss, ArchiveMember { id: self.id("leaver") }).await.unwrap();
    }

    /// What a rep has of their own.
    pub async fn records_of(&mut self, person: Person) {
        let whose = format!("{person:?}").to_lowercase();
        let name = |what: &str| format!("{whose}_{what}");
        let company = json!({ "name": format!("Works of {whose}"), "phones": ["+49 30 1234567"] });
        let company = self.make(&name("company"), person, "/companies", company).await;
        let human = json!({ "name": format!("Friend of {whose}"), "posts": [{ "company_id": company }] });
        let human = self.make(&name("person"), person, "/people", human).await;
        let deal = json!({
            "name": format!("Project of {whose}"), "company_id": company, "person_id": human, "amount": 70_000,
            "currency": "EUR", "source": "event",
        });
        let deal = self.make(&name("deal"), person, "/deals", deal).await;
        let task = json!({ "on": { "deal": deal }, "title": format!("Chore of {whose}") });
        self.make(&name("task"), person, "/tasks", task).await;
        let note = json!({ "on": { "deal": deal }, "body": format!("Word of {whose}") });
        self.make(&name("note"), person, "/notes", note).await;
        self.attach(&name("file"), person, Of::Deal(deal), "draft.txt").await;
    }

    /// A file whose words are its name.
    async fn attach(&mut self, name: &str, person: Person, of: Of, called: &str) {
        let mut receiving = Receiving::begin(self.desk).await.unwrap();
        receiving.write(called.as_bytes()).await.unwrap();
        let kept = receiving.keep().await.unwrap();
        let by = self.actor(person).await;
        let id = self
            .desk
            .write(&by, AttachFile { of, name: called.to_owned(), paper: Paper::default(), kept })
            .await
            .unwrap();
        self.put(name, id);
    }

    /// One record of each kind of the owner's, and what the head has brought in.
    pub async fn owners(&mut self) {
        self.clients().await;
        self.deal().await;
        self.work().await;
        self.view().await;
        self.archived().await;
        self.told().await;
        self.imports().await;
        for (name, path) in [("company", "companies"), ("person", "people"), ("deal", "deals")] {
            let seen =
                self.api(Person::Owner, "GET", &format!("/{path}/{}", self.id(name)), Value::Null).await;
            self.put(&format!("{name}_version"), &seen["version"]);
        }
        self.put("definition", crate::house::FUNNEL.replace("Six-stage sales funnel", "Another funnel"));
        let token =
            desk::access::CreateToken { name: format!("phone {CANARY}"), scope: sales::Scope::whole() };
        let token = self.desk.write(&self.actor(Person::Owner).await, token).await.unwrap();
        self.put("token", token.id);
    }

    async fn clients(&mut self) {
        let company = json!({
            "name": format!("Harbour {CANARY}"), "industry": format!("Ships {CANARY}"), "employees": 1912,
            "address": format!("Quay {CANARY}"), "phones": ["+49 40 7654321"], "web": format!("https://{CANARY}.example"),
            "description": format!("Deep water {CANARY}"), "annual_revenue": 900_000, "currency": "EUR",
        });
        let company = self.make("company", Person::Owner, "/companies", company).await;
        let start = format!("/companies/{company}/cases");
        self.api(Person::Owner, "POST", &start, json!({ "process": "care" })).await;
        let berth = json!({ "name": format!("Berth {CANARY}"), "parent_id": company });
        self.make("daughter", Person::Owner, "/companies", berth).await;
        let human = json!({
            "name": format!("Pilot {CANARY}"), "mails": [format!("{CANARY}@example.com")], "phones": ["+49 40 7654322"],
            "description": format!("Early riser {CANARY}"),
            "posts": [{ "company_id": company, "role": format!("Captain {CANARY}") }],
        });
        self.make("person", Person::Owner, "/people", human).await;
        self.put("company_name", format!("Harbour {CANARY}"));
    }

    async fn deal(&mut self) {
        let (company, human, product) = (self.id("company"), self.id("person"), self.id("product"));
        let deal = json!({
            "name": format!("Lighthouse {CANARY}"), "company_id": company, "person_id": human, "amount": 123_400,
            "currency": "EUR", "source": "event", "campaign": format!("Spring {CANARY}"),
            "competitor": format!("Beacon {CANARY}"), "description": format!("Bright {CANARY}"),
            "lines": [{ "product_id": product, "quantity": 2, "unit_price": 61_700 }],
            "people": [{ "person_id": human, "role": format!("decides {CANARY}") }],
            "source_id": format!("old:{CANARY}"),
        });
        let deal = self.make("deal", Person::Owner, "/deals", deal).await;
        let seen = self.api(Person::Owner, "GET", &format!("/deals/{deal}"), Value::Null).await;
        self.put("activity", &seen["next_step"]["activity_id"]);
    }

    /// A view that the owner keeps alone.
    async fn view(&mut self) {
        let fields =
            ViewFields { title: format!("Mine {CANARY}"), query: "owner=me".into(), ..ViewFields::default() };
        let owner = self.actor(Person::Owner).await;
        let id = self.desk.write(&owner, SaveView { noun: Noun::Deal, fields, first: false }).await.unwrap();
        self.put("view", id);
    }

    async fn work(&mut self) {
        let (deal, company, human) = (self.id("deal"), self.id("company"), self.id("person"));
        for (name, on) in [("company_activity", json!({ "company": company })), ("own_activity", Value::Null)]
        {
            let mut plan = hour("call", 26);
            plan["on"] = on;
            plan["subject"] = json!(format!("Ask {CANARY}"));
            plan["words"] = json!(format!("Softly {CANARY}"));
            self.make(name, Person::Owner, "/activities", plan).await;
        }
        for (name, on) in [
            ("task", json!({ "deal": deal })),
            ("done_task", json!({ "deal": deal })),
            ("own_task", Value::Null),
        ] {
            let task = json!({ "on": on, "title": format!("Paint {CANARY}") });
            self.make(name, Person::Owner, "/tasks", task).await;
        }
        let done = format!("/tasks/{}/complete", self.id("done_task"));
        self.api(Person::Owner, "POST", &done, Value::Null).await;
        for (name, on) in [
            ("note", json!({ "deal": deal })),
            ("company_note", json!({ "company": company })),
            ("person_note", json!({ "person": human })),
        ] {
            let note = json!({ "on": on, "body": format!("Remember {CANARY}") });
            self.make(name, Person::Owner, "/notes", note).await;
        }
        let company = self.id("company");
        for (name, of) in [
            ("file", Of::Deal(deal)),
            ("company_file", Of::Company(company)),
            ("person_file", Of::Person(human)),
        ] {
            self.attach(name, Person::Owner, of, &format!("{CANARY}.txt")).await;
        }
        let timeline = self.api(Person::Owner, "GET", &format!("/deals/{deal}/timeline"), Value::Null).await;
        let written =
            timeline["items"].as_array().unwrap().iter().find(|entry| entry["event"] == "note-written");
        self.put("act", written.unwrap()["act"].as_str().unwrap());
        let mut log = hour("first-appointment", 20);
        log["on"] = json!({ "deal": deal });
        log["words"] = json!(format!("They said {CANARY}"));
        log["findings"] = json!(format!("Found {CANARY}"));
        self.api(Person::Owner, "POST", "/activities/log", log).await;
    }

    async fn archived(&mut self) {
        let company = self.id("company");
        for (name, path, body) in [
            ("archived_company", "/companies", json!({ "name": format!("Wreck {CANARY}") })),
            ("archived_person", "/people", json!({ "name": format!("Ghost {CANARY}") })),
            (
                "archived_deal",
                "/deals",
                json!({ "name": format!("Sunk {CANARY}"), "company_id": company, "currency": "EUR" }),
            ),
        ] {
            let id = self.make(name, Person::Owner, path, body).await;
            self.api(Person::Owner, "POST", &format!("{path}/{id}/archive"), Value::Null).await;
        }
    }

    /// The head gives the owner a deal, of which the owner is told.
    async fn told(&mut self) {
        let company = self.id("company");
        let deal = json!({ "name": format!("Gift {CANARY}"), "company_id": company, "currency": "EUR", "amount": 1 });
        let deal = self.make("given_deal", Person::Head, "/deals", deal).await;
        let owner = json!({ "owner_id": self.id("owner") });
        self.api(Person::Head, "PUT", &format!("/deals/{deal}/owner"), owner).await;
        let told = self.api(Person::Owner, "GET", "/notifications", Value::Null).await;
        self.put("notice", &told["items"][0]["id"]);
    }

    /// An import of the head's as a draft, one under way, and one that is over with a row to mend.
    async fn imports(&mut self) {
        let head = self.actor(Person::Head).await;
        for name in ["draft", "running", "import"] {
            let files =
                vec![(format!("{CANARY}.csv"), FILE.replace("qz", &format!("{name} qz")).into_bytes())];
            let new = import::CreateImport { title: format!("Log {CANARY}"), mapping: String::new(), files };
            let id = self.desk.write(&head, new).await.unwrap();
            self.put(name, id);
        }
        let draft = import::PreviewImport { id: self.id("draft") };
        let mut questions = self.desk.read(&head, draft).await.unwrap().questions.into_iter();
        let question =
            questions.find(|question| matches!(question, intake::Question::DateForm { .. })).unwrap();
        self.put("question", serde_json::to_string(&question).unwrap());
        for name in ["running", "import"] {
            let id = self.id(name);
            let preview = self.desk.read(&head, import::PreviewImport { id }).await.unwrap();
            let dates = preview.questions.into_iter();
            let dates = dates.filter(|question| matches!(question, intake::Question::DateForm { .. }));
            let answer = |question| intake::Answer { question, choice: "day/month/year".to_owned() };
            let answers = dates.map(answer).collect();
            self.desk.write(&head, import::AnswerImport { id, answers }).await.unwrap();
            self.desk.write(&head, import::StartImport { id }).await.unwrap();
        }
        let id = self.id("import");
        while let import::StepOutcome::More { .. } = import::step(self.desk, id).await.unwrap() {}
        let rows = import::ListMendRows { id, after: 0 };
        let rows = self.desk.read(&head, rows).await.unwrap();
        self.put("row", rows[0].id);
        let seen = self.desk.read(&head, import::ImportPage { id }).await.unwrap();
        let why = &seen.report.why[0].why;
        let code = serde_json::to_value(why.code).unwrap();
        let column = why.column.clone().unwrap_or_default();
        self.put("why", format!("{}:{}:{column}", why.file, code.as_str().unwrap()));
    }

    /// Some leave, and every token was used a moment ago, so that reading writes nothing.
    pub async fn leave(&mut self) {
        let boss = self.actor(Person::Administrator).await;
        let revoked = &self.members[&Person::Revoked];
        let system = Actor::system(jiff::tz::TimeZone::UTC);
        let actor = self.desk.read(&system, ActorOf { member: revoked.id }).await.unwrap();
        let tokens = self.desk.read(&actor, desk::access::ListTokens::default()).await.unwrap();
        self.desk.write(&boss, RevokeToken { id: tokens[0].id }).await.unwrap();
        self.desk.write(&boss, SignOut { secret: revoked.session.clone() }).await.unwrap();
        let leaver = ArchiveMember { id: self.members[&Person::Archived].id };
        self.desk.write(&boss, leaver).await.unwrap();
        for member in self.members.values() {
            self.desk.write(&boss, TouchToken { secret: member.token.clone() }).await.unwrap();
        }
    }
}
