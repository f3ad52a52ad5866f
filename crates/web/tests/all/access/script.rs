//! What somebody wrote is shown as it was written and runs nowhere (S4).

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, header};
use desk::import::{self, StepOutcome, step};
use serde_json::json;

use super::html::{dangers, tags};
use super::lines::{self, Sends, parts};
use super::rules::Way;
use super::world::{Person, World, hour, wait};
use crate::house::Answer;

/// Breaks out of an attribute in either quote, out of a tag, a title, a text area; and a template's calls.
const BREAKS: &str =
    "\"'></title></textarea><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}${7*7}<%=7*7%>";
const BOSS: Person = Person::Administrator;

/// A text of its own for each field, so that a page that does not show it is found out.
struct Pen {
    written: Vec<(String, &'static str)>,
}

impl Pen {
    fn write(&mut self, field: &'static str) -> String {
        let mark = format!("zq{:03}", self.written.len());
        self.written.push((mark.clone(), field));
        format!("{mark}{BREAKS}")
    }

    /// The same within the quotes of a definition.
    fn quote(&mut self, field: &'static str) -> String {
        format!("'{}'", self.write(field).replace('\'', "''"))
    }
}

/// Fills every text that anybody can fill.
fn fill(world: &mut World) -> Pen {
    let mut pen = Pen { written: Vec::new() };
    records(world, &mut pen);
    settings(world, &mut pen);
    files(world, &mut pen);
    pen
}

fn made(world: &mut World, name: &str, path: &str, body: serde_json::Value) -> i64 {
    let id = world.done(BOSS, "POST", path, body)["id"].as_i64().unwrap();
    world.things.insert(name.to_owned(), id.to_string());
    id
}

fn records(world: &mut World, pen: &mut Pen) {
    let company = json!({
        "name": pen.write("company.name"), "industry": pen.write("company.industry"), "address": pen.write("company.address"),
        "phones": [pen.write("company.phones")], "web": format!("javascript:{}", pen.write("company.web")),
        "description": pen.write("company.description"), "source_id": pen.write("company.source_id"),
    });
    let company = made(world, "company", "/companies", company);
    let daughter = json!({ "name": pen.write("daughter.name"), "parent_id": company });
    made(world, "daughter", "/companies", daughter);
    let human = json!({
        "name": pen.write("person.name"), "given": pen.write("person.given"), "family": pen.write("person.family"),
        "phones": [pen.write("person.phones")], "description": pen.write("person.description"),
        "mails": ["zqmail'onerror=alert(1)@example.com"],
        "posts": [{ "company_id": company, "role": pen.write("post.role") }],
    });
    let human = made(world, "person", "/people", human);
    let product = json!({ "name": pen.write("product.name"), "series": pen.write("product.series"), "currency": "EUR" });
    let product = made(world, "product", "/products", product);
    let deal = json!({
        "name": pen.write("deal.name"), "company_id": company, "person_id": human, "currency": "EUR", "source": "event",
        "campaign": pen.write("deal.campaign"), "competitor": pen.write("deal.competitor"),
        "description": pen.write("deal.description"), "lines": [{ "product_id": product }],
        "people": [{ "person_id": human, "role": pen.write("party.role") }],
    });
    let deal = made(world, "deal", "/deals", deal);
    let mut plan = hour("call", 24);
    plan["on"] = json!({ "deal": deal });
    plan["subject"] = json!(pen.write("activity.subject"));
    plan["words"] = json!(pen.write("activity.words"));
    made(world, "activity", "/activities", plan);
    let mut log = hour("meeting", 20);
    log["on"] = json!({ "deal": deal });
    log["words"] = json!(pen.write("log.words"));
    log["findings"] = json!(pen.write("log.findings"));
    log["subject"] = json!(pen.write("log.subject"));
    world.done(BOSS, "POST", "/activities/log", log);
    let task = json!({ "on": { "deal": deal }, "title": pen.write("task.title") });
    made(world, "task", "/tasks", task);
    let note = json!({ "on": { "deal": deal }, "body": pen.write("note.body") });
    made(world, "note", "/notes", note);
    let change = json!({ "name": pen.write("deal.name as changed"), "version": 1 });
    world.done(BOSS, "PATCH", &format!("/deals/{deal}"), change);
    let given = json!({ "name": pen.write("notified deal.name"), "company_id": company, "currency": "EUR" });
    let given = made(world, "given_deal", "/deals", given);
    for to in ["head", "administrator"] {
        let owner = json!({ "owner_id": world.id(to).parse::<i64>().unwrap() });
        let by = if to == "head" { BOSS } else { Person::Head };
        world.done(by, "PUT", &format!("/deals/{given}/owner"), owner);
    }
}

fn post(world: &World, path: &str, fields: &[(&str, &str)]) -> Answer {
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", crate::house::encoded(value)));
    let form = pairs.collect::<Vec<_>>().join("&");
    let token = &world.members[&BOSS].csrf;
    let request = world.page(Method::POST, BOSS, path);
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    world.send(request.body(Body::from(format!("{form}&_csrf={token}"))).unwrap())
}

fn settings(world: &World, pen: &mut Pen) {
    let texts: Vec<(&str, Vec<(&str, String)>)> = vec![
        (
            "/settings/teams",
            vec![("form", "add".into()), ("act", "add".into()), ("name", pen.write("team.name"))],
        ),
        (
            "/settings/lists/activity-type",
            vec![
                ("form", "add".into()),
                ("act", "add".into()),
                ("title_en", pen.write("choice.title")),
                ("title_ru", "Слово".into()),
            ],
        ),
        (
            "/settings/hours",
            vec![
                ("form", "add".into()),
                ("act", "add".into()),
                ("day", "2026-12-31".into()),
                ("holiday_title", pen.write("holiday.title")),
            ],
        ),
        (
            "/settings",
            vec![
                ("form", "company".into()),
                ("company_name", pen.write("company name of the installation")),
                ("base_currency", "EUR".into()),
                ("time_zone", "UTC".into()),
                ("language", "en".into()),
            ],
        ),
        ("/members", vec![("name", pen.write("member.name")), ("role", "rep".into())]),
        (
            "/profile",
            vec![("name", pen.write("own name")), ("language", "en".into()), ("theme", "auto".into())],
        ),
        (
            "/settings/tokens",
            vec![
                ("form", "add".into()),
                ("act", "add".into()),
                ("name", pen.write("token.name")),
                ("level", "read".into()),
                ("area", "deals".into()),
            ],
        ),
        ("/process/draft", vec![("act", "publish".into()), ("definition", definition(pen))]),
    ];
    for (path, fields) in texts {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = post(world, path, &fields);
        assert!(!answer.status.is_client_error(), "{path}: {} {}", answer.status, answer.text);
        assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
    }
}

/// The shipped funnel with other words.
fn definition(pen: &mut Pen) -> String {
    let mut text = crate::house::FUNNEL.to_owned();
    for (words, field) in [
        ("Six-stage sales funnel", "process.title"),
        ("Prospect", "stage.title"),
        ("Appointment booked", "move.title"),
        ("The site has not been visited yet.", "need.say"),
        ("any interest becomes a deal, and its first call is planned with time set aside", "story.name"),
    ] {
        assert!(text.contains(words), "{words}");
        text = text.replacen(words, &pen.quote(field), 1);
    }
    let help = "Any interest, however slight. Record where it came from, keep in touch, and book a first appointment.";
    assert!(text.contains(help));
    text.replacen(help, &pen.quote("stage.help"), 1)
}

/// A file whose name, header and cells are full of it: once as a draft, once imported with a row to mend.
fn files(world: &mut World, pen: &mut Pen) {
    let quoted = |text: String| format!("\"{}\"", text.replace('"', "\"\""));
    for (draft, thing) in [(true, "draft"), (false, "import")] {
        let file = format!(
            "Deal name,Company,Amount,{}\n{},{},many,{}\n",
            quoted(pen.write("header of a file")),
            quoted(pen.write("cell of a deal's name")),
            quoted(pen.write("cell of a company")),
            quoted(pen.write("cell of a column that nobody reads")),
        );
        let name = format!("{}.csv", pen.write("name of a file").replace(['/', '"'], ""));
        let token = world.members[&BOSS].csrf.clone();
        let request = world.page(Method::POST, BOSS, "/import");
        let request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=seam");
        let answer = world.send(request.body(Body::from(parts(&token, &name, &file))).unwrap());
        let address = answer.header(header::LOCATION).to_owned();
        let id = address.rsplit('/').next().unwrap().to_owned();
        assert!(id.parse::<i64>().is_ok(), "{} {}", answer.status, answer.text);
        world.things.insert(thing.to_owned(), id.clone());
        if !draft {
            post(world, &format!("{address}/start"), &[]);
            let id: i64 = id.parse().unwrap();
            wait(async { while let StepOutcome::More { .. } = step(&world.desk, id).await.unwrap() {} });
            let rows = import::ListMendRows { id, after: 0 };
            let system = sales::Actor::system(jiff::tz::TimeZone::UTC);
            let rows = wait(world.desk.read(&system, rows)).unwrap();
            world.things.insert("row".to_owned(), rows[0].id.to_string());
        }
    }
}

fn is_page(answer: &Answer) -> bool {
    answer.header(header::CONTENT_TYPE).starts_with("text/html")
}

/// A page runs nothing; anything else is no page for any browser.
fn judge(asked: &str, answer: &Answer, wrong: &mut Vec<String>) {
    let kind = answer.header(header::CONTENT_TYPE);
    if is_page(answer) {
        let found = dangers(&answer.text);
        if !found.is_empty() {
            wrong.push(format!("{asked}: {:.600}", found));
        }
        return;
    }
    let sniffed = answer.headers.get("x-content-type-options").is_none_or(|value| value != "nosniff");
    let attached = answer
        .headers
        .get(header::CONTENT_DISPOSITION)
        .is_some_and(|value| value.as_bytes().starts_with(b"attachment"));
    let data =
        ["application/json", "application/problem+json", "text/event-stream", "text/plain", "text/css"];
    let is_data = kind.is_empty() || data.iter().any(|data| kind.starts_with(data));
    if answer.text.contains("<script>alert") && (sniffed || !(attached || is_data)) {
        wrong.push(format!("{asked} answers {kind} that a browser may take for a page"));
    }
}

/// Pages of the matrix, then whatever they lead to.
fn walk(world: &World, mut see: impl FnMut(&str, &Answer)) {
    let pages = lines::all().filter(|line| line.method() == Method::GET && line.way() == Way::Page);
    let mut ahead: Vec<String> = pages.map(|line| world.filled(line.path)).collect();
    let mut seen: BTreeSet<String> = ahead.iter().cloned().collect();
    while let Some(path) = ahead.pop() {
        let full = world.get(BOSS, &path);
        see(&path, &full);
        let part = world.page(Method::GET, BOSS, &path).header("hx-request", "true");
        let part = world.send(part.body(Body::empty()).unwrap());
        see(&format!("{path} as a part"), &part);
        if !is_page(&full) || seen.len() > 800 {
            continue;
        }
        for tag in tags(&full.text) {
            let links = ["href", "data-hx-get"].into_iter().filter_map(|name| tag.get(name));
            for link in links.filter(|link| link.starts_with('/') && !link.starts_with("/assets/")) {
                let link = link.split('#').next().unwrap().to_owned();
                // Every choice of columns leads to as many others.
                let is_known = path.contains("columns=") && link.contains("columns=");
                if !is_known && seen.insert(link.clone()) {
                    ahead.push(link);
                }
            }
        }
    }
}

#[test]
fn what_was_written_runs_on_no_page() {
    let mut world = World::new();
    let pen = fill(&mut world);
    let (mut wrong, mut shown, mut pages) = (Vec::new(), BTreeSet::new(), 0);
    walk(&world, |path, answer| {
        pages += 1;
        judge(path, answer, &mut wrong);
        if is_page(answer) {
            shown.extend(
                pen.written.iter().filter(|(mark, _)| answer.text.contains(mark)).map(|(_, field)| *field),
            );
        }
    });
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
    let unseen: Vec<_> =
        pen.written.iter().map(|(_, field)| *field).filter(|field| !shown.contains(field)).collect();
    assert_eq!(unseen, UNSEEN, "what no page shows is not proven");
    assert!(pages > 200, "{pages}");
}

/// Of a long text that was changed the timeline shows the new one alone; the log keeps the old.
const UNSEEN: [&str; 1] = ["deal.name"];

/// What comes back in the answer to a form or an address is only what was typed.
#[test]
fn what_was_typed_runs_in_no_answer() {
    let world = World::new();
    let mut wrong = Vec::new();
    for line in lines::all().filter(|line| line.way() == Way::Form) {
        let Sends::Form(form) = line.sends else { continue };
        let fields: Vec<(&str, String)> = form
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name, world.filled(value)))
            .collect();
        for (place, (name, _)) in fields.iter().enumerate() {
            let value = |at: usize| if at == place { BREAKS } else { fields[at].1.as_str() };
            let sent: Vec<(&str, &str)> =
                fields.iter().enumerate().map(|(at, (name, _))| (*name, value(at))).collect();
            let answer = post(&world, &world.filled(line.path), &sent);
            judge(&format!("{} with {name}", line.route), &answer, &mut wrong);
            assert!(!answer.status.is_server_error(), "{} with {name}: {}", line.route, answer.status);
        }
    }
    let tail = crate::house::encoded(BREAKS);
    for line in lines::all().filter(|line| line.way() == Way::Page) {
        let path = world.filled(line.path);
        let bare = path.split('?').next().unwrap();
        for name in super::injection::PARAMETERS {
            let path = format!("{bare}?{name}={tail}");
            judge(&path, &world.get(BOSS, &path), &mut wrong);
        }
    }
    let told =
        world.page(Method::GET, BOSS, "/day").header(header::COOKIE, format!("dealwright_said=.{tail}"));
    let told = world.send(told.body(Body::empty()).unwrap());
    judge("what an act has said", &told, &mut wrong);
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
