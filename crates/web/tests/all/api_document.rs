//! The OpenAPI document: it is the one in docs, and what it says of a request is what is checked.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::house::{House, run, run_on_both};

async fn document(house: &House) -> Value {
    house.send(Request::get("/api/v1/openapi.json").body(Body::empty()).unwrap()).await.json()
}

/// Write it anew with `UPDATE_OPENAPI=1` when the API has changed on purpose.
#[test]
fn the_document_is_the_one_in_docs() {
    run(async |house| {
        let served =
            house.send(Request::get("/api/v1/openapi.json").body(Body::empty()).unwrap()).await.json();
        assert!(served["paths"].as_object().unwrap().len() >= 20);
        let written = serde_json::to_string_pretty(&served).unwrap() + "\n";
        let place = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");
        if std::env::var_os("UPDATE_OPENAPI").is_some() {
            std::fs::write(place, &written).unwrap();
        }
        let kept = std::fs::read_to_string(place).unwrap_or_default();
        let changed = kept.lines().zip(written.lines()).position(|(kept, served)| kept != served);
        assert!(kept == written, "docs/openapi.json differs from line {changed:?}; see this test");
    });
}

#[test]
fn every_reference_in_the_document_leads_somewhere() {
    run(async |house| {
        let served = house.send(Request::get("/api/v1/openapi.json").body(Body::empty()).unwrap()).await;
        let document = served.json();
        for reference in served.text.split("\"#/components/schemas/").skip(1) {
            let name = reference.split('"').next().unwrap();
            assert!(document["components"]["schemas"].get(name).is_some(), "{name}");
        }
    });
}

/// The text and the number of each bound are the document's own, so that a rule that moves takes this test with it.
#[test]
fn at_a_bound_of_the_document_it_is_taken_and_one_past_it_is_refused() {
    run_on_both(async |house| {
        let document = document(&house).await;
        let schemas = &document["components"]["schemas"];
        let most = |name: &str| schemas[name]["maxLength"].as_u64().unwrap() as usize;
        let texts = [
            ("/companies", "name", most("Name"), json!({})),
            ("/companies", "web", most("Line"), json!({ "name": "Foot" })),
            ("/people", "given", most("Label"), json!({ "name": "Ann" })),
            ("/tasks", "title", most("Name"), json!({})),
            ("/notes", "body", most("Body"), json!({ "on": { "company": house.company } })),
            ("/companies", "description", most("Text"), json!({ "name": "Hand" })),
        ];
        for (path, field, most, body) in texts {
            for (length, expected) in
                [(most, StatusCode::CREATED), (most + 1, StatusCode::UNPROCESSABLE_ENTITY)]
            {
                let mut body = body.clone();
                body[field] = "Щ".repeat(length).into();
                let answer = house.api(&house.boss, "POST", path, Some(body)).await;
                assert_eq!(answer.status, expected, "{field} of {length}: {}", answer.text);
            }
        }
        let limit = &document["paths"]["/notifications"]["get"]["parameters"][1]["schema"];
        let most = limit["maximum"].as_i64().unwrap();
        for (limit, expected) in [(most, StatusCode::OK), (most + 1, StatusCode::UNPROCESSABLE_ENTITY)] {
            for list in ["/notifications", "/deals", "/changes", "/tasks"] {
                let answer = house.api(&house.rep, "GET", &format!("{list}?limit={limit}"), None).await;
                assert_eq!(answer.status, expected, "{list}, {limit}");
            }
        }
    });
}

#[test]
fn every_word_that_the_document_lists_is_known_to_the_query() {
    run(async |house| {
        let document = document(&house).await;
        for (path, item) in document["paths"].as_object().unwrap() {
            for parameter in item["get"]["parameters"].as_array().into_iter().flatten() {
                let schema = &parameter["schema"];
                let words = schema["enum"].as_array().or(schema["items"]["enum"].as_array());
                for word in words.into_iter().flatten().filter(|_| !path.contains('{')) {
                    let by = if path == "/deals/summary" { "by=stage&" } else { "" };
                    let q = if path == "/search" { "q=x&" } else { "" };
                    let name = parameter["name"].as_str().unwrap();
                    let by = if name == "by" { "" } else { by };
                    let query = format!("{path}?{by}{q}{name}={}", word.as_str().unwrap());
                    let answer = house.api(&house.boss, "GET", &query, None).await;
                    assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.text);
                }
            }
        }
    });
}

/// A program that is generated from the document would fill a default in, and a change is of what it names alone.
#[test]
fn a_change_of_fields_has_no_defaults_and_a_body_takes_nothing_unknown() {
    run(async |house| {
        let document = document(&house).await;
        let schemas = document["components"]["schemas"].as_object().unwrap();
        let bodies: Vec<(&String, &Value)> = schemas
            .iter()
            .filter(|(name, _)| {
                name.starts_with("New") || name.ends_with("Patch") || name.ends_with("Activity")
            })
            .filter(|(name, _)| *name != "OpenActivity")
            .collect();
        assert!(bodies.len() >= 12);
        for (name, body) in bodies {
            assert_eq!(body["additionalProperties"], false, "{name}");
            let fields = body["properties"].as_object().unwrap();
            let filled: Vec<&String> = fields
                .iter()
                .filter(|(_, field)| field.get("default").is_some())
                .map(|(name, _)| name)
                .collect();
            assert!(!name.ends_with("Patch") || filled.is_empty(), "{name}: {filled:?}");
        }
    });
}

#[test]
fn a_text_with_a_zero_character_is_refused_wherever_it_stands() {
    run_on_both(async |house| {
        let draft = json!({ "definition": "a\u{0}" });
        for (method, path, body) in [
            ("POST", "/processes/check", Some(draft)),
            ("GET", "/search?q=%00", None),
            ("GET", "/deals?stage=%00", None),
        ] {
            let answer = house.api(&house.boss, method, path, body).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", answer.text);
            assert_eq!(answer.json()["type"], "urn:dealwright:problem:zero-character");
        }
    });
}

#[test]
fn a_condition_that_is_none_is_told_and_changes_nothing() {
    run(async |house| {
        let path = format!("/companies/{}", house.company);
        let before = house.api(&house.boss, "GET", &path, None).await.text;
        let request = Request::patch(format!("/api/v1{path}"))
            .header("authorization", format!("Bearer {}", house.boss.token))
            .header("content-type", "application/json")
            .header("if-match", "yesterday's")
            .body(Body::from(json!({ "version": 1, "name": "Renamed" }).to_string()));
        let answer = house.send(request.unwrap()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert_eq!(answer.json()["type"], "urn:dealwright:problem:odd-condition");
        assert_eq!(house.api(&house.boss, "GET", &path, None).await.text, before);
    });
}

/// What `docs/api.md` names in backticks: `POST /batch`, and the words of its table of problems.
#[test]
fn the_guide_names_addresses_and_problems_that_there_are() {
    const GUIDE: &str = include_str!("../../../../docs/api.md");
    const SOURCES: [&str; 5] = [
        include_str!("../../src/api/v1/extract.rs"),
        include_str!("../../src/api/v1/patch.rs"),
        include_str!("../../src/api/v1/problem.rs"),
        include_str!("../../src/api/v1/repeat.rs"),
        include_str!("../../src/limits.rs"),
    ];
    run(async |house| {
        let document = document(&house).await;
        let named: Vec<(&str, &str)> = GUIDE.split('`').filter_map(|word| word.split_once(" /")).collect();
        let named: Vec<_> =
            named.into_iter().filter(|(method, _)| ["GET", "POST"].contains(method)).collect();
        assert!(named.len() >= 5, "{named:?}");
        for (method, path) in named {
            let path = format!("/{path}");
            let is_there = document["paths"][&path][method.to_lowercase()].is_object();
            assert!(is_there || path.ends_with("/openapi.json"), "{method} {path}");
        }
        let table = GUIDE.lines().filter(|line| line.starts_with("| 4") || line.starts_with("| 5"));
        let words: Vec<&str> =
            table.flat_map(|row| row.split('|').nth(2).unwrap().split('`').skip(1).step_by(2)).collect();
        assert!(words.len() >= 20, "{words:?}");
        for word in words {
            assert!(SOURCES.iter().any(|source| source.contains(&format!("\"{word}\""))), "{word}");
        }
    });
}
