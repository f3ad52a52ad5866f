//! Saved views, kept by programs.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::api_lists::make;
use crate::house::{House, Member, run_on_both};

/// The item of a list with this id.
async fn found(house: &House, by: &Member, path: &str, id: i64) -> Value {
    let list = house.api(by, "GET", path, None).await.json();
    list.as_array().unwrap().iter().find(|item| item["id"] == id).cloned().unwrap_or_default()
}

#[test]
fn a_view_is_saved_shared_begun_with_and_deleted() {
    run_on_both(async |house| {
        let fields = json!({ "title": "Late ones", "shared": "own", "query": "next=missing" });
        let new = json!({ "noun": "deal", "fields": fields, "first": true });
        let id = make(&house, &house.rep, "/views", new).await;
        let (list, path) = ("/views?noun=deal", format!("/views/{id}"));
        let seen = found(&house, &house.rep, list, id).await;
        assert_eq!((&seen["first"], &seen["query"]), (&json!(true), &json!("next=missing")));
        let hidden = house.api(&house.boss, "GET", list, None).await;
        assert!(!hidden.text.contains("Late ones"), "nobody else finds it");
        let shared = json!({ "title": "Late", "shared": "all", "query": "next=missing&sort=name" });
        let change = json!({ "fields": shared, "first": false });
        let answer = house.api(&house.rep, "PUT", &path, Some(change)).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.text);
        let seen = found(&house, &house.boss, list, id).await;
        assert_eq!((&seen["title"], &seen["of"].is_string()), (&json!("Late"), &true));
        let answer = house.api(&house.rep, "DELETE", &path, None).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT);
        assert_eq!(house.api(&house.rep, "GET", &path, None).await.status, StatusCode::NOT_FOUND);
    });
}
