//! Whatever is sent beside what is asked for, only the allowed changes (S3).

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::lines::{self, Line, Sends};
use super::rows::{changed, hashes};
use super::rules::{Rule, Way};
use super::world::{Person, World};

/// Fields that would make somebody more than they are, or a record something else.
const SENSITIVE: [&str; 25] = [
    "id",
    "owner",
    "owner_id",
    "member",
    "member_id",
    "role",
    "team_id",
    "reads",
    "writes",
    "stage",
    "status",
    "version",
    "points",
    "created_at",
    "created_by",
    "changed_at",
    "archived_at",
    "closed_at",
    "done_at",
    "stage_entered_at",
    "import_id",
    "source_id",
    "process_version_id",
    "password_hash",
    "is_administrator",
];

/// Those of them that a body of the API may hold, by route. Another one is a decision, and is written down here.
const DECLARED: &[(&str, &[&str])] = &[
    ("POST /deals", &["owner_id", "source_id"]),
    ("PATCH /deals/{id}", &["owner_id", "version"]),
    ("PUT /deals/{id}/owner", &["owner_id"]),
    ("POST /deals/bulk/owner", &["owner_id"]),
    // Where to go: each deal by a move of its process.
    ("POST /deals/bulk/moves", &["stage"]),
    ("POST /companies", &["owner_id", "source_id"]),
    ("PATCH /companies/{id}", &["owner_id", "version"]),
    // Whether one still speaks with them.
    ("POST /people", &["owner_id", "source_id", "status"]),
    ("PATCH /people/{id}", &["owner_id", "status", "version"]),
    ("POST /activities", &["owner_id"]),
    ("POST /activities/log", &["owner_id"]),
    ("PUT /activities/{id}", &["owner_id"]),
    ("POST /tasks", &["owner_id"]),
    ("PUT /tasks/{id}", &["owner_id"]),
    ("POST /members", &["role", "team_id"]),
    ("PUT /members/{id}", &["role", "team_id"]),
    ("PUT /roles/{role}", &["reads", "writes"]),
];

/// What a page's form takes of them, where it is not in the line that proves the route.
const TYPED: &[(&str, &[&str])] = &[
    ("POST /companies", &["owner"]),
    ("POST /people", &["owner"]),
    ("POST /deals", &["owner"]),
    ("POST /deals/{id}/edit", &["version"]),
    ("POST /deals/{id}/moves/{key}", &["to"]),
    ("POST /tasks", &["owner"]),
];

/// Who sends what only the allowed may.
fn sender(line: &Line) -> Person {
    match line.rule {
        Rule::Administrators => Person::Administrator,
        Rule::Importers | Rule::Imports => Person::Head,
        _ => Person::Owner,
    }
}

struct Document(Value);

impl Document {
    fn of(world: &World) -> Document {
        Document(world.api(Person::Anonymous, "GET", "/api/v1/openapi.json", None).json())
    }

    fn follow<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str().and_then(|place| place.rsplit('/').next()) {
            Some(name) => &self.0["components"]["schemas"][name],
            None => schema,
        }
    }

    /// Names of a schema's own fields, those of its parts among them.
    fn fields(&self, schema: &Value) -> BTreeSet<String> {
        let schema = self.follow(schema);
        let own = schema["properties"].as_object().into_iter().flat_map(|fields| fields.keys().cloned());
        let parts = schema["allOf"].as_array().into_iter().flatten().flat_map(|part| self.fields(part));
        own.chain(parts).collect()
    }

    /// The schema of a route's body.
    fn body(&self, line: &Line) -> &Value {
        let (method, address) = line.route.split_once(' ').unwrap();
        let operation = &self.0["paths"][address.strip_prefix("/api/v1").unwrap()][method.to_lowercase()];
        &operation["requestBody"]["content"]["application/json"]["schema"]
    }

    /// Every field that any body or answer has.
    fn all_fields(&self) -> BTreeSet<String> {
        let schemas = self.0["components"]["schemas"].as_object().unwrap().values();
        schemas.flat_map(|schema| self.fields(schema)).chain(SENSITIVE.map(str::to_owned)).collect()
    }
}

fn json_lines() -> impl Iterator<Item = (&'static Line, &'static str)> {
    lines::all().filter_map(|line| match line.sends {
        Sends::Json(text) => Some((line, text)),
        _ => None,
    })
}

#[test]
fn the_api_takes_no_more_sensitive_fields_than_these() {
    let world = World::new();
    let document = Document::of(&world);
    let mut declared: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (line, _) in json_lines() {
        let fields = document.fields(document.body(line));
        let sensitive = fields.into_iter().filter(|field| SENSITIVE.contains(&field.as_str()));
        let sensitive: BTreeSet<String> = sensitive.collect();
        if !sensitive.is_empty() {
            declared.insert(line.route, sensitive);
        }
    }
    let known: BTreeMap<String, BTreeSet<String>> = DECLARED
        .iter()
        .map(|(route, fields)| {
            let address = route.replacen(' ', " /api/v1", 1);
            (address, fields.iter().map(|field| (*field).to_owned()).collect())
        })
        .collect();
    let declared: BTreeMap<String, BTreeSet<String>> =
        declared.into_iter().map(|(route, fields)| (route.to_owned(), fields)).collect();
    assert_eq!(declared, known);
}

/// Every place in a body where a field could be added: the body itself, and each object within it.
fn places(body: &Value, at: &str, found: &mut Vec<String>) {
    match body {
        Value::Object(fields) => {
            found.push(at.to_owned());
            fields.iter().for_each(|(name, inner)| places(inner, &format!("{at}/{name}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, item)| places(item, &format!("{at}/{place}"), found));
        }
        _ => {}
    }
}

#[test]
fn a_field_that_a_body_does_not_have_is_refused_wherever_it_stands() {
    let world = World::new();
    let document = Document::of(&world);
    let fresh = hashes(&world.desk);
    let every = document.all_fields();
    assert!(every.len() > 120, "{}", every.len());
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for (line, text) in json_lines() {
        let body: Value = serde_json::from_str(&world.filled(text)).unwrap();
        let declared = document.fields(document.body(line));
        let mut spots = Vec::new();
        places(&body, "", &mut spots);
        for spot in spots {
            // Within an object only what makes one more is tried; its own fields are those of its type.
            let names = every.iter().filter(|name| match spot.as_str() {
                "" => !declared.contains(*name),
                _ => SENSITIVE.contains(&name.as_str()) && !["owner_id", "role"].contains(&name.as_str()),
            });
            for name in names {
                let mut sent = body.clone();
                sent.pointer_mut(&spot).unwrap().as_object_mut().unwrap().insert(name.clone(), json!(1));
                let answer =
                    world.api(sender(line), line.method().as_str(), &world.filled(line.path), Some(sent));
                tried += 1;
                if answer.status != StatusCode::UNPROCESSABLE_ENTITY {
                    wrong.push(format!(
                        "{} takes {spot}/{name}: {} {}",
                        line.route, answer.status, answer.text
                    ));
                    break;
                }
            }
        }
    }
    assert_eq!(changed(&fresh, &hashes(&world.desk)), Vec::<String>::new());
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried > 3_000, "{tried}");
}

/// A form may carry anything; what it does not ask for changes nothing. Each act is done twice, once with all of it.
#[test]
fn a_form_with_more_in_it_does_no_more() {
    let mut wrong = Vec::new();
    for line in lines::all().filter(|line| line.way() == Way::Form && line.writes) {
        let Sends::Form(form) = line.sends else { continue };
        let typed = TYPED.iter().find(|(route, _)| *route == line.route).map_or(&[][..], |(_, names)| names);
        let asked = |name: &&str| form.contains(&format!("{name}=")) || typed.contains(name);
        let more: Vec<String> =
            SENSITIVE.iter().filter(|name| !asked(name)).map(|name| format!("{name}=1")).collect();
        let more = format!("{form}&{}&is_admin=1&role_id=administrator&stage=won", more.join("&"));
        let done = [form, &more].map(|form| {
            let world = World::new();
            let answer = world.post(sender(line), &world.filled(line.path), form);
            (answer.status, super::rows::rows(&world.desk))
        });
        if done[0].0 != done[1].0 {
            wrong.push(format!("{}: {} and with more {}", line.route, done[0].0, done[1].0));
        }
        for (table, rows) in &done[0].1 {
            if done[1].1[table] != *rows {
                let other: Vec<_> = done[1].1[table].iter().filter(|row| !rows.contains(row)).collect();
                wrong.push(format!("{} writes other rows to {table}: {other:#?}", line.route));
            }
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// What the owner asks that a rep may not have.
#[rustfmt::skip]
const ASKED: &[(&str, &str, &str, u16)] = &[
    // A record for somebody else.
    ("POST", "/deals", r#"{"name":"x","company_id":<shared_company>,"currency":"EUR","owner_id":<peer>}"#, 403),
    ("POST", "/companies", r#"{"name":"x","owner_id":<head>}"#, 403),
    ("POST", "/people", r#"{"name":"x","owner_id":<peer>}"#, 403),
    // One's own given away beside its own act, or another's taken.
    ("PATCH", "/deals/<deal>", r#"{"owner_id":<peer>,"version":<deal_version>}"#, 422),
    ("PATCH", "/companies/<company>", r#"{"owner_id":<peer>,"version":<company_version>}"#, 403),
    ("PATCH", "/people/<person>", r#"{"owner_id":<peer>,"version":<person_version>}"#, 403),
    ("PUT", "/deals/<peer_deal>/owner", r#"{"owner_id":<owner>}"#, 404),
    ("PATCH", "/companies/<peer_company>", r#"{"owner_id":<owner>,"version":1}"#, 404),
    // A version made up.
    ("PATCH", "/deals/<deal>", r#"{"name":"x","version":99}"#, 409),
    ("PATCH", "/deals/<deal>", r#"{"name":"x"}"#, 428),
    // A stage reached beside its moves.
    ("POST", "/deals/<deal>/moves", r#"{"move":"win"}"#, 422),
    ("POST", "/deals/<deal>/moves", r#"{"move":"book","to":"won"}"#, 422),
    ("POST", "/deals/<deal>/moves", r#"{"move":"say-no","override_reason":"because","answers":{"reason":"price","explanation":"x"}}"#, 422),
    ("POST", "/deals/<deal>/moves", r#"{"move":"book","answers":{"stage":"won"}}"#, 422),
    // What hangs on something else.
    ("POST", "/tasks", r#"{"title":"x","on":{"deal":<peer_deal>}}"#, 404),
    ("POST", "/activities", r#"{"type":"call","starts_at":"2026-11-24T10:00:00Z","ends_at":"2026-11-24T11:00:00Z","on":{"deal":<peer_deal>}}"#, 404),
    ("POST", "/companies", r#"{"name":"x","parent_id":<peer_company>}"#, 422),
    // More than a rep is.
    ("POST", "/members", r#"{"name":"x","role":"administrator"}"#, 403),
    ("PUT", "/members/<owner>", r#"{"name":"x","role":"administrator"}"#, 403),
    ("PUT", "/teams/<alpha>", r#"{"name":"x","head_id":<owner>}"#, 403),
    ("POST", "/products", r#"{"name":"x","currency":"EUR"}"#, 403),
    ("PUT", "/roles/rep", r#"{"reads":"all","writes":"all"}"#, 403),
];

#[test]
fn nobody_gives_themselves_what_is_not_theirs() {
    let world = World::new();
    let fresh = hashes(&world.desk);
    for (method, path, body, status) in ASKED {
        let body = serde_json::from_str(&world.filled(body)).unwrap();
        let path = world.filled(&format!("/api/v1{path}"));
        let answer = world.api(Person::Owner, method, &path, Some(body));
        assert_eq!(answer.status.as_u16(), *status, "{method} {path}: {}", answer.text);
        assert_eq!(changed(&fresh, &hashes(&world.desk)), Vec::<String>::new(), "{method} {path}");
    }
}

/// A form makes a deal's client, or a person's company, with the record or not at all.
#[test]
fn a_refused_form_leaves_nothing_behind() {
    let world = World::new();
    let fresh = hashes(&world.desk);
    let new = "client=Newly Founded&contact=Newman&party_name=Newton&currency=EUR";
    let post = "company-0=Newly Founded&make_companies=1";
    for (person, path, form, status) in [
        (Person::Owner, "/deals", format!("name=x&owner=<peer>&{new}"), 403),
        (Person::Owner, "/deals", format!("name=x&process=nothing&{new}"), 422),
        (Person::Owner, "/deals", format!("name=x&amount=-5&{new}"), 422),
        (Person::Owner, "/deals/<archived_deal>/edit", format!("name=x&{new}"), 409),
        (Person::Owner, "/deals/<deal>/edit", format!("name=x&version=99&{new}"), 409),
        (Person::Reader, "/deals/<deal>/edit", format!("name=x&{new}"), 403),
        (Person::Peer, "/deals/<deal>/edit", format!("name=x&{new}"), 404),
        (Person::Peer, "/people/<person>/edit", format!("name=x&version=1&{post}"), 404),
        (Person::Owner, "/people/<person>/edit", format!("name=x&version=99&{post}"), 409),
        (Person::Owner, "/people", format!("name=x&owner=<peer>&{post}"), 403),
        (Person::Owner, "/people", format!("name=&{post}"), 422),
    ] {
        let answer = world.post(person, &world.filled(path), &form);
        assert_eq!(answer.status.as_u16(), status, "{path} {form}: {}", answer.text);
        assert_eq!(changed(&fresh, &hashes(&world.desk)), Vec::<String>::new(), "{path} {form}");
    }
}
