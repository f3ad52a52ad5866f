//! Text stays text: in statements, addresses, names of files and cells of a spreadsheet (S6).

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use desk::import::{self, StepOutcome, step};
use serde_json::{Value, json};

use super::furniture::CANARY;
use super::lines::{self, Sends, parts};
use super::rules::Way;
use super::world::{Person, World, wait};
use crate::house::{Answer, encoded};

/// Whatever a page's address is asked by.
#[rustfmt::skip]
pub const PARAMETERS: [&str; 34] = [
    "q", "owner", "team", "type", "next", "status", "stage", "source", "process", "company", "person", "sort", "desc", "after", "back",
    "before", "kind", "name", "at", "by", "member", "all", "deal", "mode", "client", "contact", "parent", "topics", "show", "why",
    "columns", "to", "with", "period",
];

/// What is sent instead of what is asked for.
#[rustfmt::skip]
const HOSTILE: [&str; 24] = [
    "'", "\"", "\\", "%", "' OR '1'='1", "' OR 1=1 --", "1; DROP TABLE deals; --", "') UNION SELECT password_hash FROM members --",
    "1 AND 1=CAST((SELECT version()) AS int)", "%' ESCAPE '", "NEAR(\"a\" \"b\")* OR words:x", "\0", "a\0b", "../../../../etc/passwd",
    "..\\..\\x", "9223372036854775808", "-9223372036854775808", "-1", "NaN", "\r\nx-injected: yes", "\u{feff}\u{202e}\u{1f600}",
    "{{7*7}}${7*7}", "2026-02-30", "[]",
];

/// Those of them that two engines may read differently: quotes, escapes, casts, zero characters, numbers too large.
const READ_DIFFERENTLY: [&str; 7] = [
    "'",
    "\\",
    "1 AND 1=CAST((SELECT version()) AS int)",
    "%' ESCAPE '",
    "a\0b",
    "9223372036854775808",
    "NaN",
];

/// What a statement or a header lets through where it should not.
fn judge(asked: &str, answer: &Answer, sees: bool, wrong: &mut Vec<String>) {
    if answer.status.is_server_error() {
        wrong.push(format!("{asked}: {} {:.200}", answer.status, answer.text));
    }
    if answer.headers.contains_key("x-injected") {
        wrong.push(format!("{asked} puts in a header"));
    }
    if !sees && answer.text.contains(CANARY) {
        wrong.push(format!("{asked} shows what is out of reach"));
    }
    if answer.text.contains("$argon2")
        || answer.text.contains("syntax error")
        || answer.text.contains("no such column")
    {
        wrong.push(format!("{asked} tells of the database: {:.200}", answer.text));
    }
}

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn addresses(world: &World, hostiles: &[&str]) {
    let mut wrong = Vec::new();
    for line in lines::all().filter(|line| line.method() == Method::GET) {
        let path = world.filled(line.path);
        let bare = path.split('?').next().unwrap();
        let names = if line.way() == Way::Api {
            api_parameters(world, line)
        } else {
            PARAMETERS.map(str::to_owned).to_vec()
        };
        for (place, hostile) in hostiles.iter().enumerate() {
            let value = encoded(hostile);
            // All at once; the API refuses what it does not know, and is asked by each.
            let queries: Vec<String> = match line.way() {
                Way::Api => names.iter().map(|name| format!("{name}={value}")).collect(),
                _ => vec![names.iter().map(|name| format!("{name}={value}")).collect::<Vec<_>>().join("&")],
            };
            // Alone, a parameter is not overshadowed by another that is refused first.
            let alone = names
                .iter()
                .filter(|_| line.way() == Way::Page && place < 3)
                .map(|name| format!("{name}={value}"));
            for query in queries.into_iter().chain(alone) {
                let path = format!("{bare}?{query}");
                let answer = ask(world, line.way(), &path);
                judge(&path, &answer, false, &mut wrong);
            }
        }
        for (at, _) in line.route.match_indices('{') {
            let part = line.route[..at].matches('/').count();
            for hostile in hostiles {
                let mut parts: Vec<String> = bare.split('/').map(str::to_owned).collect();
                parts[part] = encoded(hostile);
                let path = parts.join("/");
                judge(&path, &ask(world, line.way(), &path), false, &mut wrong);
            }
        }
    }
    none(&wrong);
}

/// The peer asks: of the owner's records they see nothing.
fn ask(world: &World, way: Way, path: &str) -> Answer {
    if way == Way::Api { world.api(Person::Peer, "GET", path, None) } else { world.get(Person::Peer, path) }
}

fn api_parameters(world: &World, line: &lines::Line) -> Vec<String> {
    let document = world.api(Person::Anonymous, "GET", "/api/v1/openapi.json", None).json();
    let address = line.route.split(' ').nth(1).unwrap().strip_prefix("/api/v1").unwrap();
    let asked = document["paths"][address]["get"]["parameters"].as_array().cloned().unwrap_or_default();
    let asked = asked.iter().filter(|parameter| parameter["in"] == "query");
    asked.map(|parameter| parameter["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn no_address_makes_the_server_fail() {
    addresses(&World::new(), &HOSTILE);
}

#[test]
fn no_address_makes_the_server_fail_over_postgres() {
    addresses(&World::on_postgres(), &READ_DIFFERENTLY);
}

/// Each field of each form, and each value of each body, is given everything.
fn bodies(world: &World, hostiles: &[&str]) {
    let mut wrong = Vec::new();
    for line in lines::all() {
        let person = Person::Administrator;
        match line.sends {
            Sends::Form(form) => {
                let fields: Vec<(&str, String)> = form
                    .split('&')
                    .filter_map(|pair| pair.split_once('='))
                    .map(|(name, value)| (name, world.filled(value)))
                    .filter(|(name, _)| !["password", "old", "new"].contains(name))
                    .collect();
                for place in 0..fields.len() {
                    for hostile in hostiles {
                        let value = |at: usize| if at == place { hostile } else { fields[at].1.as_str() };
                        let pairs = fields
                            .iter()
                            .enumerate()
                            .map(|(at, (name, _))| format!("{name}={}", encoded(value(at))));
                        let token = world.members.get(&person).map_or("", |member| &member.csrf);
                        let body = pairs.chain([format!("_csrf={token}")]).collect::<Vec<_>>().join("&");
                        let request = world.page(Method::POST, person, &world.filled(line.path));
                        let request =
                            request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                        let answer = world.send(request.body(Body::from(body)).unwrap());
                        judge(
                            &format!("{} with {} {hostile:?}", line.route, fields[place].0),
                            &answer,
                            true,
                            &mut wrong,
                        );
                    }
                }
            }
            Sends::Json(text) => {
                let body: Value = serde_json::from_str(&world.filled(text)).unwrap();
                let mut spots = Vec::new();
                values(&body, "", &mut spots);
                for spot in &spots {
                    let odd = [
                        json!(null),
                        json!(i64::MIN),
                        json!(1e300),
                        json!([[]]),
                        json!({ "x": 1 }),
                        json!(true),
                    ];
                    for hostile in hostiles.iter().map(|text| json!(text)).chain(odd) {
                        let mut sent = body.clone();
                        *sent.pointer_mut(spot).unwrap() = hostile.clone();
                        let answer =
                            world.api(person, line.method().as_str(), &world.filled(line.path), Some(sent));
                        judge(&format!("{} with {spot} {hostile}", line.route), &answer, true, &mut wrong);
                    }
                }
            }
            _ => {}
        }
    }
    none(&wrong);
}

fn values(body: &Value, at: &str, found: &mut Vec<String>) {
    match body {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, inner)| values(inner, &format!("{at}/{name}"), found))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, item)| values(item, &format!("{at}/{place}"), found));
        }
        _ => found.push(at.to_owned()),
    }
}

#[test]
fn no_body_makes_the_server_fail() {
    bodies(&World::new(), &HOSTILE);
}

#[test]
fn no_body_makes_the_server_fail_over_postgres() {
    bodies(&World::on_postgres(), &READ_DIFFERENTLY);
}

fn upload(world: &World, name: &str, content: &str) -> Answer {
    let token = world.members[&Person::Head].csrf.clone();
    let request = world.page(Method::POST, Person::Head, "/import");
    let request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=seam");
    world.send(request.body(Body::from(parts(&token, name, content))).unwrap())
}

#[test]
fn a_files_name_leads_nowhere() {
    let world = World::new();
    let csv = "Deal name,Company,Amount\nRacks,Common Ground,1200\n";
    let long = format!("{}.csv", "x".repeat(3_000));
    for name in [
        "../../../etc/passwd",
        "..\\..\\boot.ini",
        "/etc/passwd",
        "C:\\x.csv",
        "a\0b.csv",
        "..",
        "<b>.csv",
        &long,
        "con.csv",
    ] {
        let answer = upload(&world, name, csv);
        assert!(!answer.status.is_server_error(), "{name:?}: {}", answer.status);
        let base64 = "RGVhbCBuYW1lLENvbXBhbnkKUmFja3MsQ29tbW9uIEdyb3VuZAo=";
        let body = json!({ "files": [{ "name": name, "content": base64 }] });
        let answer = world.api(Person::Head, "POST", "/api/v1/imports", Some(body));
        assert!(!answer.status.is_server_error(), "{name:?}: {}", answer.status);
    }
    let kept = &super::rows::rows(&world.desk)["import_files"];
    assert!(kept.len() > 6, "{}", kept.len());
    for row in kept {
        let name = row.split("Text(\"").nth(1).unwrap().split("\")").next().unwrap();
        assert!(!name.contains(['/', '\\', '\0']) && !name.is_empty() && name.len() <= 300, "{name:.200}");
    }
    for packed in ["PK\u{3}\u{4}rest of an archive", "\u{1f}\u{8b}x", "%PDF-1.7", "\u{1}\u{2}\u{3}"] {
        let answer = upload(&world, "deals.csv", packed);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{packed:?}");
    }
}

/// Names that a spreadsheet would run, or that look guarded already.
const RISKY: [&str; 12] = [
    "=1+1",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+49 call",
    "-cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "'=kept",
    "''+kept",
    "'plain'",
    "''twice''",
    "a \"quote\", a comma",
    "-5.20",
    "＝1",
];

#[test]
fn an_export_runs_in_no_spreadsheet_and_comes_back_as_it_was() {
    let world = World::new();
    for name in RISKY {
        let company = json!({ "name": format!("{name}!") });
        let company = world.done(Person::Owner, "POST", "/companies", company)["id"].clone();
        let deal = json!({ "name": name, "company_id": company, "currency": "EUR", "campaign": name, "source": "event" });
        world.done(Person::Owner, "POST", "/deals", deal);
    }
    let file = world.get(Person::Owner, "/deals.csv").text;
    let cells = cells(file.trim_start_matches('\u{feff}'));
    assert!(cells.len() > 17 * RISKY.len(), "{}", cells.len());
    for cell in cells {
        let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']) && cell.parse::<f64>().is_err();
        assert!(!runs, "{cell}");
    }
    assert_eq!(names_after_importing(&world, &file), names_before());
}

/// The cells as a spreadsheet reads them.
fn cells(file: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = file.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => cells.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            other => cell.push(other),
        }
    }
    cells
}

fn names_before() -> Vec<String> {
    let mut names: Vec<String> = RISKY.map(str::to_owned).to_vec();
    names.sort();
    names
}

/// The names that an import of the file brings, of those that were risky.
fn names_after_importing(world: &World, file: &str) -> Vec<String> {
    let answer = upload(world, "deals.csv", file);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let id: i64 = answer.header(header::LOCATION).rsplit('/').next().unwrap().parse().unwrap();
    world.post(Person::Head, &format!("/import/{id}/start"), "");
    wait(async { while let StepOutcome::More { .. } = step(&world.desk, id).await.unwrap() {} });
    let system = sales::Actor::system(jiff::tz::TimeZone::UTC);
    let seen = wait(world.desk.read(&system, import::ImportPage { id })).unwrap();
    assert_eq!((seen.state.as_str(), seen.mend), ("done", 0), "{seen:?}");
    let brought = import::Brought { id, kind: Some("deal".to_owned()), after: 0 };
    let brought = wait(world.desk.read(&system, brought)).unwrap();
    let mut names: Vec<String> = brought.records.into_iter().map(|record| record.name).collect();
    names.retain(|name| !name.contains(CANARY));
    names.sort();
    names
}
