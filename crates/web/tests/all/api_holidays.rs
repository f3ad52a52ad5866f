//! Days on which nobody works, kept by programs.

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
fn a_holiday_is_added_and_removed() {
    run_on_both(async |house| {
        let eve = json!({ "day": "2026-12-31", "title": "Eve" });
        let id = make(&house, &house.boss, "/holidays", eve).await;
        assert_eq!(found(&house, &house.rep, "/holidays", id).await["day"], "2026-12-31");
        let removed = house.api(&house.boss, "DELETE", &format!("/holidays/{id}"), None).await;
        assert_eq!(removed.status, StatusCode::NO_CONTENT, "{}", removed.text);
        assert_eq!(found(&house, &house.rep, "/holidays", id).await, Value::Null);
    });
}
