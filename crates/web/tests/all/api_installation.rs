//! What holds for everybody, set by programs: hours, and how far roles reach.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::house::{House, run_on_both};

async fn done(house: &House, method: &str, path: &str, body: Value) {
    let answer = house.api(&house.boss, method, path, Some(body)).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{method} {path}: {}", answer.text);
}

#[test]
fn hours_and_the_reach_of_a_role_are_set() {
    run_on_both(async |house| {
        let hours = json!({ "monday": { "opens": 600, "closes": 960 } });
        let mut new = json!({
            "company_name": "Us", "base_currency": "USD", "time_zone": "Europe/Riga", "language": "ru",
            "working_hours": hours,
        });
        done(&house, "PUT", "/installation", new.clone()).await;
        let seen = house.api(&house.rep, "GET", "/installation", None).await.json();
        assert_eq!((&seen["base_currency"], &seen["language"]), (&json!("USD"), &json!("ru")));
        let monday = (&seen["working_hours"]["monday"]["opens"], &seen["working_hours"]["sunday"]);
        assert_eq!(monday, (&json!(600), &json!(null)));
        new["working_hours"]["monday"]["closes"] = json!(600);
        let answer = house.api(&house.boss, "PUT", "/installation", Some(new)).await;
        assert_eq!(answer.json()["errors"][0]["fault"], "ends-before-start", "{}", answer.text);

        done(&house, "PUT", "/roles/rep", json!({ "reads": "all", "writes": "own" })).await;
        let roles = house.api(&house.rep, "GET", "/roles", None).await.json();
        let rep = roles.as_array().unwrap().iter().find(|role| role["role"] == "rep").unwrap();
        assert_eq!((&rep["reads"], &rep["writes"]), (&json!("all"), &json!("own")));
        let blind = json!({ "reads": "own", "writes": "all" });
        let answer = house.api(&house.boss, "PUT", "/roles/rep", Some(blind)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody changes what they cannot see");
    });
}
