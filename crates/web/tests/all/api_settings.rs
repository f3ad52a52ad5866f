//! What the installation shares, changed by programs of its administrators.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::house::{House, run_on_both};

async fn done(house: &House, method: &str, path: &str, body: Option<Value>) -> Value {
    let answer = house.api(&house.boss, method, path, body).await;
    assert!(answer.status.is_success(), "{method} {path}: {}", answer.text);
    if answer.text.is_empty() { Value::Null } else { answer.json() }
}

/// The row of this name or key, as a list shows it.
async fn row(house: &House, path: &str, field: &str, value: &str) -> Value {
    let rows = done(house, "GET", path, None).await;
    rows.as_array().unwrap().iter().find(|row| row[field] == value).cloned().unwrap_or_default()
}

#[test]
fn a_team_is_made_changed_put_away_and_taken_back() {
    run_on_both(async |house| {
        let made = done(&house, "POST", "/teams", Some(json!({ "name": "North" }))).await;
        let path = format!("/teams/{}", made["id"]);
        done(&house, "PUT", &path, Some(json!({ "name": "South", "head_id": house.rep.id }))).await;
        assert_eq!(row(&house, "/teams", "name", "South").await["head"]["id"], house.rep.id);
        done(&house, "POST", &format!("{path}/archive"), None).await;
        assert!(row(&house, "/teams", "name", "South").await["archived_at"].is_string());
        done(&house, "POST", &format!("{path}/restore"), None).await;
        assert!(row(&house, "/teams", "name", "South").await["archived_at"].is_null());
        let answer =
            house.api(&house.boss, "PUT", &path, Some(json!({ "name": "South", "head_id": 999 }))).await;
        assert_eq!(answer.json()["errors"][0]["field"], "head_id", "{}", answer.text);
    });
}

#[test]
fn a_member_is_changed_put_away_and_taken_back() {
    run_on_both(async |house| {
        let new = json!({ "name": "Nell", "role": "rep", "email": "nell@example.org" });
        let made = done(&house, "POST", "/members", Some(new)).await;
        let path = format!("/members/{}", made["id"]);
        done(&house, "PUT", &path, Some(json!({ "name": "Nell North", "role": "manager" }))).await;
        let nell = row(&house, "/members", "name", "Nell North").await;
        assert_eq!((&nell["role"], &nell["email"]), (&json!("manager"), &Value::Null));
        done(&house, "POST", &format!("{path}/archive"), None).await;
        assert!(row(&house, "/members", "name", "Nell North").await["archived_at"].is_string());
        done(&house, "POST", &format!("{path}/restore"), None).await;
        assert!(row(&house, "/members", "name", "Nell North").await["archived_at"].is_null());
    });
}

#[test]
fn a_product_is_changed_and_offered_no_more() {
    run_on_both(async |house| {
        let made =
            done(&house, "POST", "/products", Some(json!({ "name": "Rack", "currency": "EUR" }))).await;
        let path = format!("/products/{}", made["id"]);
        let tall = json!({ "name": "Tall rack", "currency": "EUR", "list_price": 90_000 });
        done(&house, "PUT", &path, Some(tall)).await;
        done(&house, "POST", &format!("{path}/retire"), None).await;
        let rack = row(&house, "/products", "name", "Tall rack").await;
        assert_eq!((&rack["list_price"], rack["retired_at"].is_string()), (&json!(90_000), true));
        done(&house, "POST", &format!("{path}/restore"), None).await;
        assert!(row(&house, "/products", "name", "Tall rack").await["retired_at"].is_null());
    });
}

#[test]
fn a_list_gets_a_word_by_its_key_a_title_and_an_order() {
    run_on_both(async |house| {
        let new = json!({ "list": "source", "key": "trade-fair", "title": { "en": "Trade fair" } });
        let made = done(&house, "POST", "/choices", Some(new)).await;
        let title = json!({ "title": { "en": "Fair", "ru": "Выставка" } });
        done(&house, "PUT", &format!("/choices/{}", made["id"]), Some(title)).await;
        done(&house, "PUT", "/choices/order", Some(json!({ "list": "source", "ids": [made["id"]] }))).await;
        let first = done(&house, "GET", "/choices?list=source", None).await[0].clone();
        assert_eq!((&first["key"], &first["title"]["ru"]), (&json!("trade-fair"), &json!("Выставка")));
        done(&house, "POST", &format!("/choices/{}/retire", made["id"]), None).await;
        assert!(row(&house, "/choices", "key", "trade-fair").await["retired_at"].is_string());
        done(&house, "POST", &format!("/choices/{}/restore", made["id"]), None).await;
        for (body, field) in [
            (json!({ "list": "source", "key": "Trade Fair", "title": { "en": "x" } }), "key"),
            (json!({ "list": "source", "title": {} }), "title.en"),
        ] {
            let answer = house.api(&house.boss, "POST", "/choices", Some(body)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(answer.json()["errors"][0]["field"], field, "{}", answer.text);
        }
    });
}

#[test]
fn a_process_is_published_and_takes_new_deals_or_none() {
    run_on_both(async |house| {
        let path = "/processes/six-stage-funnel";
        let text = done(&house, "GET", path, None).await["definition"].as_str().unwrap().to_owned();
        let next = json!({ "definition": format!("# The next.\n{text}"), "active": true });
        done(&house, "POST", "/processes", Some(next)).await;
        assert_eq!(done(&house, "GET", path, None).await["version"], 2);
        done(&house, "POST", &format!("{path}/deactivate"), None).await;
        assert_eq!(row(&house, "/processes", "process", "six-stage-funnel").await["active"], false);
        done(&house, "POST", &format!("{path}/activate"), None).await;
        let broken = json!({ "definition": "process: x", "active": true });
        let answer = house.api(&house.boss, "POST", "/processes", Some(broken)).await;
        assert_eq!(answer.json()["type"], "urn:dealwright:problem:refused", "{}", answer.text);
    });
}

#[test]
fn what_nobody_owns_is_taken_once() {
    run_on_both(async |house| {
        for (noun, body) in [
            ("companies", json!({ "name": "Common", "shared": true })),
            ("people", json!({ "name": "Jack", "shared": true })),
        ] {
            let made = done(&house, "POST", &format!("/{noun}"), Some(body)).await;
            let path = format!("/{noun}/{}", made["id"]);
            let taken = house.api(&house.rep, "POST", &format!("{path}/take"), None).await;
            assert_eq!(taken.status, StatusCode::NO_CONTENT, "{}", taken.text);
            let late = house.api(&house.boss, "POST", &format!("{path}/take"), None).await;
            assert_eq!(late.status, StatusCode::CONFLICT);
            assert_eq!(done(&house, "GET", &path, None).await["owner"]["id"], house.rep.id);
        }
    });
}
