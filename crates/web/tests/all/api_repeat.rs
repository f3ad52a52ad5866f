//! Requests with an `Idempotency-Key`, sent again.

use std::sync::{Mutex, mpsc};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use store::params;

use crate::api_lists::make;
use crate::house::{Answer, House, Member, run, run_on_both};

fn keyed(member: &Member, key: &str, method: &str, path: &str, body: &Value) -> Request<Body> {
    Request::builder()
        .method(method)
        .uri(format!("/api/v1{path}"))
        .header(header::AUTHORIZATION, format!("Bearer {}", member.token))
        .header(header::CONTENT_TYPE, "application/json")
        .header("idempotency-key", key)
        .body(Body::from(body.to_string()))
        .unwrap()
}

async fn send(house: &House, member: &Member, key: &str, path: &str, body: &Value) -> Answer {
    house.send(keyed(member, key, "POST", path, body)).await
}

fn deal(house: &House) -> Value {
    json!({ "name": "Switches", "company_id": house.company, "currency": "EUR" })
}

async fn count(house: &House, member: &Member, path: &str) -> usize {
    house.api(member, "GET", path, None).await.json()["items"].as_array().unwrap().len()
}

#[test]
fn the_same_request_is_done_once_and_answered_twice() {
    run_on_both(async |house| {
        let first = send(&house, &house.rep, "k-1", "/deals", &deal(&house)).await;
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
        let again = send(&house, &house.rep, "\"k-1\"", "/deals", &deal(&house)).await;
        assert_eq!((again.status, &again.text), (first.status, &first.text));
        assert_eq!(again.header(header::LOCATION), first.header(header::LOCATION));
        assert_eq!(count(&house, &house.rep, "/deals").await, 1);
        // Another member's key of the same name is another key.
        let boss = send(&house, &house.boss, "k-1", "/deals", &deal(&house)).await;
        assert_eq!(boss.status, StatusCode::CREATED);
        assert_ne!(boss.text, first.text);
    });
}

#[test]
fn a_key_is_good_for_one_request_alone() {
    run_on_both(async |house| {
        send(&house, &house.rep, "k", "/deals", &deal(&house)).await;
        let mut other = deal(&house);
        other["name"] = json!("Routers");
        for (path, body) in [("/deals", other), ("/tasks", json!({ "title": "Mow" }))] {
            let refused = send(&house, &house.rep, "k", path, &body).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
            assert_eq!(refused.json()["type"], "urn:dealwright:problem:key-reused");
        }
        assert_eq!(count(&house, &house.rep, "/deals").await, 1);
        assert_eq!(count(&house, &house.rep, "/tasks").await, 0);
    });
}

#[test]
fn a_refused_request_keeps_no_key() {
    run_on_both(async |house| {
        let nameless = json!({ "name": "", "company_id": house.company, "currency": "EUR" });
        let refused = send(&house, &house.rep, "k", "/deals", &nameless).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mended = send(&house, &house.rep, "k", "/deals", &deal(&house)).await;
        assert_eq!(mended.status, StatusCode::CREATED, "{}", mended.text);
    });
}

#[test]
fn an_edit_and_an_act_without_answer_are_repeated_too() {
    run_on_both(async |house| {
        let task = make(&house, &house.rep, "/tasks", json!({ "title": "Mow" })).await;
        for _ in 0..2 {
            let done = send(&house, &house.rep, "done", &format!("/tasks/{task}/complete"), &json!({})).await;
            assert_eq!(done.status, StatusCode::NO_CONTENT, "{}", done.text);
        }
        let deal = make(&house, &house.rep, "/deals", deal(&house)).await;
        let change = json!({ "name": "Renamed", "version": 1 });
        let patch = || house.send(keyed(&house.rep, "edit", "PATCH", &format!("/deals/{deal}"), &change));
        let first = patch().await;
        assert_eq!(first.status, StatusCode::OK, "{}", first.text);
        assert_eq!(patch().await.text, first.text);
    });
}

#[test]
fn a_key_is_forgotten_after_a_day() {
    run_on_both(async |house| {
        let first = send(&house, &house.rep, "k", "/deals", &deal(&house)).await;
        house.clock.advance(jiff::SignedDuration::from_hours(23));
        assert_eq!(send(&house, &house.rep, "k", "/deals", &deal(&house)).await.text, first.text);
        house.clock.advance(jiff::SignedDuration::from_hours(2));
        assert_ne!(send(&house, &house.rep, "k", "/deals", &deal(&house)).await.text, first.text);
        assert_eq!(count(&house, &house.rep, "/deals").await, 2);
    });
}

#[test]
fn while_a_request_is_being_done_its_key_is_in_flight() {
    run_on_both(async |house| {
        // A token's first use is noted, which would wait as well.
        count(&house, &house.rep, "/tasks").await;
        // Somebody holds the company, which a new deal of it waits for.
        let (held, is_held) = mpsc::channel();
        let (let_go, go) = mpsc::channel::<()>();
        let (company, go, store) = (house.company, Mutex::new(go), house.desk.store().clone());
        let holding = tokio::spawn(async move {
            let hold = move |tx: &mut store::Tx| -> store::Result<()> {
                tx.one_to_change::<(i64,)>("SELECT id FROM companies WHERE id = $1", params![company])?;
                held.send(()).unwrap();
                go.lock().unwrap().recv_timeout(Duration::from_secs(20)).unwrap_or_default();
                Ok(())
            };
            store.write(hold).await
        });
        tokio::task::spawn_blocking(move || is_held.recv().unwrap()).await.unwrap();
        let new = deal(&house);
        let one = || async {
            let answer = send(&house, &house.rep, "k", "/deals", &new).await;
            // Whoever is turned away lets the other one be done.
            let_go.send(()).unwrap_or_default();
            answer
        };
        let (first, second) = tokio::join!(one(), one());
        holding.await.unwrap().unwrap();
        let (done, turned_away) =
            if first.status == StatusCode::CREATED { (first, second) } else { (second, first) };
        assert_eq!(done.status, StatusCode::CREATED, "{}", done.text);
        assert_eq!(turned_away.status, StatusCode::CONFLICT, "{}", turned_away.text);
        assert_eq!(turned_away.json()["type"], "urn:dealwright:problem:in-flight");
        assert_eq!(send(&house, &house.rep, "k", "/deals", &new).await.text, done.text);
    });
}

#[test]
fn what_is_no_key_is_told() {
    run(async |house| {
        for odd in ["", "\"\"", &"x".repeat(256)] {
            let answer = send(&house, &house.rep, odd, "/deals", &deal(&house)).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{odd:?}: {}", answer.text);
        }
        assert_eq!(count(&house, &house.rep, "/deals").await, 0);
    });
}
