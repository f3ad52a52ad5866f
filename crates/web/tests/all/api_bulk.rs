//! One change to many deals, by a program.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::api_lists::make;
use crate::house::{Answer, House, Member, run_on_both};

async fn deal(house: &House, by: &Member, name: &str) -> i64 {
    let new = json!({ "name": name, "company_id": house.company, "currency": "EUR" });
    make(house, by, "/deals", new).await
}

async fn bulk(house: &House, by: &Member, what: &str, body: Value) -> Answer {
    house.api(by, "POST", &format!("/deals/bulk/{what}"), Some(body)).await
}

async fn seen(house: &House, id: i64) -> Value {
    house.api(&house.boss, "GET", &format!("/deals/{id}"), None).await.json()
}

#[test]
fn a_trial_tells_what_would_come_of_it_and_changes_nothing() {
    run_on_both(async |house| {
        let mine = deal(&house, &house.rep, "Mine").await;
        let others = deal(&house, &house.boss, "Not the rep's").await;
        let before = seen(&house, mine).await;
        let set =
            json!({ "deals": [mine, others, 999_999], "trial": true, "fields": { "campaign": "Spring" } });
        let told = bulk(&house, &house.rep, "fields", set).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
        assert!(!told.text.contains("Not the rep"), "out of reach is not named");
        let told = told.json();
        assert_eq!((&told["changed"], &told["same"]), (&json!(1), &json!(0)));
        let kept: Vec<_> =
            told["kept"].as_array().unwrap().iter().map(|kept| &kept["problem"]["type"]).collect();
        assert_eq!(kept, ["urn:dealwright:problem:not-found"; 2]);
        assert_eq!(seen(&house, mine).await, before);
    });
}

#[test]
fn fields_of_many_deals_are_set_emptied_or_left_and_one_undo_takes_all_of_it_back() {
    run_on_both(async |house| {
        let deals = [deal(&house, &house.rep, "One").await, deal(&house, &house.rep, "Other").await];
        let set = json!({ "deals": deals, "fields": { "campaign": "Spring", "probability": 20 } });
        let done = bulk(&house, &house.rep, "fields", set).await;
        assert_eq!(done.json()["changed"], 2, "{}", done.text);
        let emptied = json!({ "deals": deals, "fields": { "probability": null } });
        let again = bulk(&house, &house.rep, "fields", emptied.clone()).await;
        assert_eq!(again.json()["changed"], 2, "{}", again.text);
        let act = again.headers["dealwright-act"].to_str().unwrap().to_owned();
        for id in deals {
            let deal = seen(&house, id).await;
            assert_eq!((&deal["campaign"], &deal["probability"]), (&json!("Spring"), &json!(null)));
        }
        assert_eq!(bulk(&house, &house.rep, "fields", emptied).await.json()["same"], 2);
        let undone = house.api(&house.rep, "POST", &format!("/acts/{act}/undo"), None).await;
        assert_eq!(undone.status, StatusCode::NO_CONTENT, "{}", undone.text);
        for id in deals {
            assert_eq!(seen(&house, id).await["probability"], 20);
        }
    });
}

#[test]
fn a_value_that_no_deal_can_take_is_refused_before_any_is_asked() {
    run_on_both(async |house| {
        let deals = [deal(&house, &house.rep, "One").await];
        let long = "x".repeat(300);
        for (what, body, field) in [
            ("fields", json!({ "deals": deals, "fields": { "probability": 101 } }), "probability"),
            ("fields", json!({ "deals": deals, "fields": { "campaign": long } }), "campaign"),
            ("fields", json!({ "deals": deals, "fields": {} }), "fields"),
            ("fields", json!({ "deals": deals, "fields": ["project"] }), "fields"),
            ("fields", json!({ "deals": [], "fields": { "campaign": "x" } }), "deals"),
            ("archive", json!({ "deals": vec![1; 1001] }), "deals"),
        ] {
            let told = bulk(&house, &house.rep, what, body).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text);
            assert_eq!(told.json()["errors"][0]["field"], field);
        }
    });
}

#[test]
fn many_deals_are_moved_by_the_needs_of_a_single_one() {
    run_on_both(async |house| {
        let deals = [deal(&house, &house.rep, "One").await, deal(&house, &house.rep, "Other").await];
        let told = bulk(&house, &house.rep, "moves", json!({ "deals": deals, "stage": "proposal" })).await;
        let told = told.json();
        assert_eq!(told["changed"], 0, "{told:#}");
        let problem = &told["kept"][0]["problem"];
        assert!(problem["detail"].is_string() || problem["findings"].is_array(), "{problem:#}");
        let nowhere = bulk(&house, &house.rep, "moves", json!({ "deals": deals, "stage": "nowhere" })).await;
        assert_eq!(nowhere.json()["kept"].as_array().unwrap().len(), 2, "{}", nowhere.text);
    });
}

#[test]
fn many_deals_are_given_away_and_put_away() {
    run_on_both(async |house| {
        let deals = [deal(&house, &house.rep, "One").await, deal(&house, &house.rep, "Other").await];
        let given =
            bulk(&house, &house.boss, "owner", json!({ "deals": deals, "owner_id": house.boss.id })).await;
        assert_eq!(given.json()["changed"], 2, "{}", given.text);
        assert_eq!(seen(&house, deals[0]).await["owner"]["id"], house.boss.id);
        let away = bulk(&house, &house.boss, "archive", json!({ "deals": deals })).await;
        assert_eq!(away.json()["changed"], 2, "{}", away.text);
        assert!(seen(&house, deals[1]).await["archived_at"].is_string());
    });
}

#[test]
fn a_bulk_change_sent_again_with_its_key_is_done_once_and_answers_as_before() {
    run_on_both(async |house| {
        let deals = [deal(&house, &house.rep, "One").await, deal(&house, &house.rep, "Other").await];
        let send = async |body: &Value| {
            let request = Request::post("/api/v1/deals/bulk/fields")
                .header("authorization", format!("Bearer {}", house.rep.token))
                .header("content-type", "application/json")
                .header("idempotency-key", "spring")
                .body(Body::from(body.to_string()));
            house.send(request.unwrap()).await
        };
        let body = json!({ "deals": deals, "fields": { "campaign": "Spring" } });
        let first = send(&body).await;
        let again = send(&body).await;
        assert_eq!((first.status, &first.text), (StatusCode::OK, &again.text));
        assert_eq!(first.json()["changed"], 2);
        assert_eq!(first.headers["dealwright-act"], again.headers["dealwright-act"]);
        let other = send(&json!({ "deals": deals, "fields": { "campaign": "Autumn" } })).await;
        assert_eq!(other.json()["type"], "urn:dealwright:problem:key-reused", "{}", other.text);
        assert_eq!(seen(&house, deals[0]).await["campaign"], "Spring");
    });
}
