//! The API, asked as a program would: with a token, in JSON.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};

use crate::house::{House, Member, run};

/// An activity of an hour.
fn hour(kind: &str, day: u32) -> Value {
    let day = format!("2026-11-{day}");
    json!({ "type": kind, "starts_at": format!("{day}T10:00:00Z"), "ends_at": format!("{day}T11:00:00Z") })
}

/// Asks and wants it done.
async fn done(house: &House, member: &Member, method: &str, path: &str, body: Value) -> Value {
    let body = if body.is_null() { None } else { Some(body) };
    let answer = house.api(member, method, path, body).await;
    assert!(answer.status.is_success(), "{method} {path}: {} {}", answer.status, answer.text);
    if answer.text.is_empty() { Value::Null } else { answer.json() }
}

async fn new_deal(house: &House, member: &Member) -> i64 {
    let deal = json!({
        "name": "Managed services", "company_id": house.company, "amount": 120_000, "currency": "EUR", "source": "event",
    });
    done(house, member, "POST", "/deals", deal).await["id"].as_i64().unwrap()
}

/// Logs an activity on the deal, with the next step beside it.
async fn log(house: &House, deal: i64, kind: &str, more: Value) {
    let mut body = hour(kind, 22);
    body["on"] = json!({ "deal": deal });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    done(house, &house.rep, "POST", "/activities/log", body).await;
}

/// Takes the usual way forward as `GET /moves` tells it, accepting what only warns, and says the new stage.
async fn go_on(house: &House, deal: i64, next_steps: Value) -> String {
    let moves = done(house, &house.rep, "GET", &format!("/deals/{deal}/moves"), Value::Null).await;
    let main = moves["moves"].as_array().unwrap().iter().find(|way| way["main"] == true).unwrap();
    assert_eq!(main["open"], true, "{main:#}");
    let warnings = main["needs"].as_array().unwrap().iter().filter(|need| need["level"] == "warn");
    let accepts: Vec<&Value> = warnings.map(|need| &need["id"]).collect();
    let take = json!({
        "move": main["move"], "entry": moves["entry"], "accepts": accepts, "next_steps": next_steps,
    });
    let moved = done(house, &house.rep, "POST", &format!("/deals/{deal}/moves"), take).await;
    moved["to"].as_str().unwrap().to_owned()
}

/// Seeds 003.22 to 003.34.
#[test]
fn a_deal_is_led_from_first_interest_to_won() {
    run(async |house| {
        let deal = new_deal(&house, &house.rep).await;
        assert_eq!(go_on(&house, deal, json!([hour("first-appointment", 24)])).await, "first-appointment");
        log(&house, deal, "first-appointment", json!({ "outcome": "done" })).await;
        for kind in ["sales-discovery", "network-discovery"] {
            let mut plan = hour(kind, 25);
            plan["on"] = json!({ "deal": deal });
            done(&house, &house.rep, "POST", "/activities", plan).await;
        }
        assert_eq!(go_on(&house, deal, json!([])).await, "discovery");
        log(&house, deal, "sales-discovery", json!({ "outcome": "done" })).await;
        log(&house, deal, "network-discovery", json!({ "outcome": "done", "findings": "Two old switches" }))
            .await;
        log(&house, deal, "proposal", json!({ "outcome": "done" })).await;
        assert_eq!(go_on(&house, deal, json!([hour("presentation", 26)])).await, "presentation");
        log(&house, deal, "presentation", json!({ "outcome": "accepted" })).await;
        log(&house, deal, "agreement", json!({ "outcome": "done" })).await;
        done(&house, &house.rep, "POST", "/notes", json!({ "on": { "deal": deal }, "body": "Signed" })).await;
        let commit = json!({ "move": "commit" });
        done(&house, &house.rep, "POST", &format!("/deals/{deal}/moves"), commit).await;
        let seen = done(&house, &house.rep, "GET", &format!("/deals/{deal}"), Value::Null).await;
        for task in seen["tasks"].as_array().unwrap() {
            done(&house, &house.rep, "POST", &format!("/tasks/{}/complete", task["id"]), Value::Null).await;
        }
        assert_eq!(go_on(&house, deal, json!([])).await, "won");
        let won = done(&house, &house.rep, "GET", &format!("/deals/{deal}"), Value::Null).await;
        assert_eq!((&won["status"], &won["amount"]), (&json!("won"), &json!(120_000)));
        let timeline =
            done(&house, &house.rep, "GET", &format!("/deals/{deal}/timeline?part=changes"), Value::Null)
                .await;
        let moves =
            timeline["items"].as_array().unwrap().iter().filter(|entry| entry["event"] == "case-moved");
        assert_eq!(moves.count(), 5);
        assert_eq!(timeline["items"][0]["cause"], "token");
    });
}

#[test]
fn a_refused_move_carries_its_findings_and_changes_nothing() {
    run(async |house| {
        let deal = new_deal(&house, &house.rep).await;
        let path = format!("/deals/{deal}");
        let before = house.api(&house.rep, "GET", &path, None).await;
        let answers = json!({ "reason": "price", "explanation": "too dear" });
        let take = json!({ "move": "say-no", "answers": answers });
        let refused = house.api(&house.rep, "POST", &format!("{path}/moves"), Some(take)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.header(header::CONTENT_TYPE), "application/problem+json");
        let problem = refused.json();
        assert_eq!(problem["type"], "urn:dealwright:problem:refused");
        let finding = &problem["findings"][0];
        assert_eq!((&finding["id"], &finding["severity"]), (&json!("direct-no"), &json!("blocks")));
        assert_eq!(finding["mend"], json!({ "mend": "log", "types": [], "outcome": "declined" }));
        assert_eq!(house.api(&house.rep, "GET", &path, None).await.text, before.text);
    });
}

#[test]
fn an_answer_of_the_wrong_type_is_named() {
    run(async |house| {
        let deal = new_deal(&house, &house.rep).await;
        let take = json!({ "move": "say-no", "answers": { "reason": 7, "mood": "bad" } });
        let answer = house.api(&house.rep, "POST", &format!("/deals/{deal}/moves"), Some(take)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let errors = answer.json()["errors"].clone();
        let fields: Vec<&str> =
            errors.as_array().unwrap().iter().filter_map(|error| error["field"].as_str()).collect();
        assert_eq!(fields, ["answers.mood", "answers.reason"]);
    });
}

#[test]
fn the_last_next_step_is_not_completed_without_another() {
    run(async |house| {
        let deal = new_deal(&house, &house.rep).await;
        let seen = done(&house, &house.rep, "GET", &format!("/deals/{deal}"), Value::Null).await;
        let path = format!("/activities/{}/complete", seen["next_step"]["activity_id"]);
        let answer = house.api(&house.rep, "POST", &path, Some(json!({ "outcome": "reached" }))).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.json()["type"], "urn:dealwright:problem:next-step-required");
        let both = json!({ "outcome": "reached", "next_step": hour("call", 27) });
        let completed = done(&house, &house.rep, "POST", &path, both).await;
        assert!(completed["next_step"].is_i64());
    });
}

#[test]
fn what_does_not_fit_is_named_by_its_field() {
    run(async |house| {
        for (body, field, fault) in [
            (json!({ "name": "x", "stage": "won" }), "stage", "unknown-field"),
            (json!({ "name": "x", "amount": "dear" }), "amount", "wrong-type"),
            (json!({ "name": "x", "lines": [{ "quantity": 1 }] }), "lines.0.product_id", "required"),
            (json!({ "name": "x", "currency": "EUR" }), "company_id", "client-required"),
        ] {
            let answer = house.api(&house.rep, "POST", "/deals", Some(body)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
            let error = answer.json()["errors"][0].clone();
            assert_eq!((&error["field"], &error["fault"]), (&json!(field), &json!(fault)));
        }
        for (query, field) in [("limit=0", "limit"), ("limit=x", "limit"), ("after=x", "after")] {
            let answer = house.api(&house.rep, "GET", &format!("/deals?{query}"), None).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}: {}", answer.text);
            assert_eq!(answer.json()["errors"][0]["field"], field, "{query}");
        }
    });
}

#[test]
fn a_body_that_is_no_json_or_too_large_is_told() {
    run(async |house| {
        let send = |kind: &'static str, body: String| {
            let request = Request::post("/api/v1/deals")
                .header(header::AUTHORIZATION, format!("Bearer {}", house.rep.token))
                .header(header::CONTENT_TYPE, kind)
                .body(Body::from(body));
            house.send(request.unwrap())
        };
        assert_eq!(send("application/json", "{".into()).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(send("text/plain", "{}".into()).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
        let large = send("application/json", format!("\"{}\"", "x".repeat(2_000_000))).await;
        assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(large.header(header::CONTENT_TYPE), "application/problem+json");
    });
}

#[test]
fn no_token_and_a_session_alone_open_nothing() {
    run(async |house| {
        let session = house.get(&house.boss, "/api/v1/deals").await;
        assert_eq!(session.status, StatusCode::UNAUTHORIZED);
        assert_eq!(session.header(header::WWW_AUTHENTICATE), "Bearer");
        let made_up = Member { token: "dw_nobody".to_owned(), ..house.boss.clone() };
        assert_eq!(house.api(&made_up, "GET", "/me", None).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(done(&house, &house.rep, "GET", "/me", Value::Null).await["name"], "Robin Reed");
    });
}

#[test]
fn a_readers_token_reads_all_and_writes_nothing() {
    run(async |house| {
        let deal = new_deal(&house, &house.rep).await;
        let path = format!("/deals/{deal}");
        assert_eq!(done(&house, &house.reader, "GET", &path, Value::Null).await["may_write"], false);
        for (method, path, body) in [
            (
                "POST",
                "/deals".to_owned(),
                json!({ "name": "x", "company_id": house.company, "currency": "EUR" }),
            ),
            ("PATCH", path.clone(), json!({ "name": "y", "version": 1 })),
            ("POST", format!("{path}/moves"), json!({ "move": "book" })),
            ("POST", "/companies".to_owned(), json!({ "name": "x" })),
            ("POST", "/members".to_owned(), json!({ "name": "x", "role": "rep" })),
        ] {
            let answer = house.api(&house.reader, method, &path, Some(body)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{method} {path}: {}", answer.text);
        }
    });
}

#[test]
fn what_is_out_of_reach_is_not_found() {
    run(async |house| {
        let deal = new_deal(&house, &house.boss).await;
        for path in
            [format!("/deals/{deal}"), format!("/deals/{deal}/moves"), format!("/deals/{deal}/timeline")]
        {
            assert_eq!(house.api(&house.rep, "GET", &path, None).await.status, StatusCode::NOT_FOUND);
        }
        let list = done(&house, &house.rep, "GET", "/deals", Value::Null).await;
        assert_eq!(list["items"], json!([]));
        for path in ["/deals/x", "/nothing", "/deals/1/nothing"] {
            let answer = house.api(&house.rep, "GET", path, None).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json", "{path}");
        }
    });
}

#[test]
fn a_change_needs_the_version_that_was_read() {
    run(async |house| {
        let path = format!("/deals/{}", new_deal(&house, &house.rep).await);
        let read = house.api(&house.rep, "GET", &path, None).await;
        let without = house.api(&house.rep, "PATCH", &path, Some(json!({ "name": "y" }))).await;
        assert_eq!(without.status, StatusCode::PRECONDITION_REQUIRED);
        let version = read.json()["version"].clone();
        assert!(read.header(header::ETAG).starts_with(&format!("\"{version}.")));
        let change = json!({ "name": "Renamed", "amount": null, "version": version });
        done(&house, &house.rep, "PATCH", &path, change.clone()).await;
        let now = done(&house, &house.rep, "GET", &path, Value::Null).await;
        assert_eq!(
            (&now["name"], &now["amount"], &now["source"]),
            (&json!("Renamed"), &json!(null), &json!("event"))
        );
        let again =
            house.api(&house.rep, "PATCH", &path, Some(json!({ "name": "z", "version": version }))).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert_eq!(again.json()["type"], "urn:dealwright:problem:stale");
    });
}

#[test]
fn companies_and_people_are_made_changed_found_and_put_away() {
    run(async |house| {
        for (noun, field, value) in [("companies", "industry", "Mining"), ("people", "language", "ru")] {
            let id =
                done(&house, &house.rep, "POST", &format!("/{noun}"), json!({ "name": "Orlan Zzyzx" })).await;
            let path = format!("/{noun}/{}", id["id"]);
            let version = done(&house, &house.rep, "GET", &path, Value::Null).await["version"].clone();
            done(&house, &house.rep, "PATCH", &path, json!({ field: value, "version": version })).await;
            let seen = done(&house, &house.rep, "GET", &path, Value::Null).await;
            assert_eq!((&seen[field], &seen["name"]), (&json!(value), &json!("Orlan Zzyzx")));
            let found = done(&house, &house.rep, "GET", "/search?q=zzyz", Value::Null).await;
            assert_eq!(found[0]["id"], id["id"]);
            let listed = done(&house, &house.rep, "GET", &format!("/{noun}?q=orlan"), Value::Null).await;
            assert_eq!(listed["items"].as_array().unwrap().len(), 1);
            done(&house, &house.rep, "POST", &format!("{path}/archive"), Value::Null).await;
            let left = done(&house, &house.rep, "GET", &format!("/{noun}?q=orlan"), Value::Null).await;
            assert_eq!(left["items"], json!([]));
            let timeline = done(&house, &house.rep, "GET", &format!("{path}/timeline"), Value::Null).await;
            assert_eq!(timeline["items"].as_array().unwrap().len(), 3);
        }
    });
}

#[test]
fn the_summary_equals_the_lists() {
    run(async |house| {
        for (member, amount) in [(&house.rep, 100), (&house.rep, 250), (&house.boss, 4_000)] {
            let deal =
                json!({ "name": "d", "company_id": house.company, "amount": amount, "currency": "EUR" });
            done(&house, member, "POST", "/deals", deal).await;
        }
        for (member, count, minor) in [(&house.rep, 2, 350), (&house.boss, 3, 4_350)] {
            let summary =
                done(&house, member, "GET", "/deals/summary?by=status&status=open", Value::Null).await;
            let sum = json!([{ "key": "open", "count": count, "amounts": [{ "currency": "EUR", "minor": minor }] }]);
            assert_eq!(summary, sum);
            let list = done(&house, member, "GET", "/deals?status=open&stage=prospect", Value::Null).await;
            let amounts = list["items"].as_array().unwrap().iter().filter_map(|deal| deal["amount"].as_i64());
            assert_eq!(amounts.sum::<i64>(), minor);
            assert_eq!(
                (&list["totals"][0]["deals"], &list["totals"][0]["amount"]),
                (&json!(count), &json!(minor))
            );
            let board = done(&house, member, "GET", "/deals/board", Value::Null).await;
            assert_eq!(board["columns"][0]["totals"][0]["amount"], minor);
        }
        let odd = house.api(&house.rep, "GET", "/deals/summary?by=mood", None).await;
        assert_eq!(odd.json()["errors"][0]["field"], "by");
    });
}

#[test]
fn pages_follow_each_other_to_the_end() {
    run(async |house| {
        for _ in 0..5 {
            new_deal(&house, &house.rep).await;
        }
        let (mut seen, mut after) = (Vec::new(), String::new());
        loop {
            let page =
                done(&house, &house.rep, "GET", &format!("/deals?limit=2&sort=name{after}"), Value::Null)
                    .await;
            seen.extend(page["items"].as_array().unwrap().iter().filter_map(|deal| deal["id"].as_i64()));
            let Some(next) = page["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        let distinct: std::collections::BTreeSet<i64> = seen.iter().copied().collect();
        assert_eq!((seen.len(), distinct.len()), (5, 5));
    });
}

#[test]
fn a_definition_is_checked_without_being_published() {
    run(async |house| {
        let draft = json!({ "definition": "process: x\nstages: {}\n" });
        let verdict = done(&house, &house.rep, "POST", "/processes/check", draft).await;
        assert_eq!(verdict["ok"], false);
        assert!(verdict["findings"][0]["code"].as_str().unwrap().starts_with("DW"));
        let good = json!({ "definition": crate::house::FUNNEL });
        assert_eq!(done(&house, &house.rep, "POST", "/processes/check", good).await["ok"], true);
        let listed = done(&house, &house.rep, "GET", "/processes", Value::Null).await;
        assert_eq!(listed.as_array().unwrap().len(), 1);
        let shown = done(&house, &house.rep, "GET", "/processes/six-stage-funnel", Value::Null).await;
        assert_eq!(shown["definition"], crate::house::FUNNEL);
    });
}

#[test]
fn the_small_lists_answer() {
    run(async |house| {
        for path in
            ["/members", "/members/names", "/teams", "/products", "/choices?list=source", "/imports", "/day"]
        {
            done(&house, &house.boss, "GET", path, Value::Null).await;
        }
        let product = json!({ "name": "Firewall", "list_price": 50_000, "currency": "EUR" });
        done(&house, &house.boss, "POST", "/products", product.clone()).await;
        let twice = house.api(&house.boss, "POST", "/products", Some(product)).await;
        assert_eq!(twice.json()["errors"][0]["fault"], "taken");
        assert_eq!(house.api(&house.rep, "GET", "/imports", None).await.status, StatusCode::FORBIDDEN);
        let deal = new_deal(&house, &house.boss).await;
        done(
            &house,
            &house.boss,
            "PUT",
            &format!("/deals/{deal}/owner"),
            json!({ "owner_id": house.rep.id }),
        )
        .await;
        let told = done(&house, &house.rep, "GET", "/notifications", Value::Null).await;
        assert_eq!(told["items"][0]["kind"], "assigned");
        assert_eq!(done(&house, &house.rep, "POST", "/notifications/read", Value::Null).await["marked"], 1);
    });
}

#[test]
fn an_import_is_kept_as_a_draft_from_files_in_base64() {
    run(async |house| {
        let csv = "TmFtZQpLcmVjaGV0Cg==";
        let new = json!({ "files": [{ "name": "companies.csv", "content": csv }] });
        let id = done(&house, &house.boss, "POST", "/imports", new).await["id"].clone();
        let import = done(&house, &house.boss, "GET", &format!("/imports/{id}"), Value::Null).await;
        assert_eq!((&import["state"], &import["title"]), (&json!("draft"), &json!("companies.csv")));
        let odd = json!({ "files": [{ "name": "a.csv", "content": "?" }] });
        let answer = house.api(&house.boss, "POST", "/imports", Some(odd)).await;
        assert_eq!(answer.json()["errors"][0]["field"], "files.0.content");
    });
}
