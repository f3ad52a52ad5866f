//! The API's lists: filters as on the screens, page by page.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::house::{House, Member, run, run_on_both};

/// Does it and answers the new id.
pub async fn make(house: &House, member: &Member, path: &str, body: Value) -> i64 {
    let answer = house.api(member, "POST", path, Some(body)).await;
    assert!(answer.status.is_success(), "POST {path}: {}", answer.text);
    answer.json()["id"].as_i64().unwrap()
}

async fn ids(house: &House, member: &Member, path: &str) -> Vec<i64> {
    let answer = house.api(member, "GET", path, None).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
    answer.json()["items"].as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap()).collect()
}

/// Follows `next` from the first page to the last.
async fn walked(house: &House, member: &Member, list: &str) -> Vec<i64> {
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page = house.api(member, "GET", &format!("{list}&limit=2{after}"), None).await.json();
        let items = page["items"].as_array().unwrap_or_else(|| panic!("{list}: {page}"));
        assert!(items.len() <= 2, "{list}");
        seen.extend(items.iter().map(|item| item["id"].as_i64().unwrap()));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return seen,
        }
    }
}

fn deal(house: &House, name: &str) -> Value {
    json!({ "name": name, "company_id": house.company, "amount": 100, "currency": "EUR" })
}

#[test]
fn activities_are_listed_by_what_they_are_and_what_they_are_for() {
    run_on_both(async |house| {
        let deal = make(&house, &house.rep, "/deals", deal(&house, "Switches")).await;
        let call = |day: u32, on: Value| {
            json!({ "type": "call", "on": on, "starts_at": format!("2026-12-{day:02}T10:00:00Z"),
                    "ends_at": format!("2026-12-{day:02}T11:00:00Z") })
        };
        let of_deal = make(&house, &house.rep, "/activities", call(3, json!({ "deal": deal }))).await;
        let on_company = call(1, json!({ "company": house.company }));
        let of_company = make(&house, &house.rep, "/activities", on_company).await;
        let own = make(&house, &house.rep, "/activities", call(2, Value::Null)).await;
        let bosses = make(&house, &house.boss, "/activities", call(4, Value::Null)).await;
        for (query, expected) in [
            ("from=2026-12-01T00:00:00Z".to_owned(), vec![of_company, own, of_deal]),
            ("from=2026-12-01T00:00:00Z&desc=true".to_owned(), vec![of_deal, own, of_company]),
            ("from=2026-12-02T00:00:00Z&until=2026-12-03T00:00:00Z".to_owned(), vec![own]),
            (format!("deal_id={deal}&from=2026-12-01T00:00:00Z"), vec![of_deal]),
            (format!("company_id={}&from=2026-12-01T00:00:00Z", house.company), vec![of_company, of_deal]),
            (format!("owner={}", house.boss.id), vec![]),
            ("status=done".to_owned(), vec![]),
            ("type=visit".to_owned(), vec![]),
        ] {
            assert_eq!(ids(&house, &house.rep, &format!("/activities?{query}")).await, expected, "{query}");
        }
        let all = ids(&house, &house.boss, "/activities?from=2026-12-01T00:00:00Z").await;
        assert_eq!(all, [of_company, own, of_deal, bosses]);
    });
}

#[test]
fn tasks_are_listed_by_deadline_and_those_without_come_last() {
    run_on_both(async |house| {
        let task = |due: Value| json!({ "title": "Mow", "due_at": due });
        let some_day = make(&house, &house.rep, "/tasks", task(Value::Null)).await;
        let late = make(&house, &house.rep, "/tasks", task(json!("2026-12-09T10:00:00Z"))).await;
        let soon = make(&house, &house.rep, "/tasks", task(json!("2026-12-01T10:00:00Z"))).await;
        make(&house, &house.boss, "/tasks", task(Value::Null)).await;
        assert_eq!(ids(&house, &house.rep, "/tasks").await, [soon, late, some_day]);
        house.api(&house.rep, "POST", &format!("/tasks/{soon}/complete"), None).await;
        assert_eq!(ids(&house, &house.rep, "/tasks?status=done").await, [soon]);
        assert_eq!(ids(&house, &house.rep, "/tasks?status=open&until=2026-12-31T00:00:00Z").await, [late]);
        assert_eq!(ids(&house, &house.reader, "/tasks").await.len(), 4);
    });
}

#[test]
fn every_list_is_walked_page_by_page_without_gap_or_repeat() {
    run_on_both(async |house| {
        for number in 0..5 {
            make(&house, &house.rep, "/deals", deal(&house, &format!("Deal {number}"))).await;
            make(&house, &house.rep, "/people", json!({ "name": format!("Person {number}") })).await;
            let company = json!({ "name": format!("Company {number}"), "employees": number / 2 });
            make(&house, &house.rep, "/companies", company).await;
            make(&house, &house.rep, "/tasks", json!({ "title": "Mow" })).await;
        }
        for list in [
            "/deals?sort=next_step",
            "/deals?sort=amount&desc=true",
            "/people?newest=true",
            "/companies?sort=employees&desc=true",
            "/companies?sort=created",
            "/companies?sort=revenue",
            "/activities?status=open",
            "/activities?desc=true",
            "/tasks?desc=true",
        ] {
            let mut whole = ids(&house, &house.rep, &format!("{list}&limit=200")).await;
            assert!(whole.len() >= 5, "{list}");
            assert_eq!(walked(&house, &house.rep, list).await, whole, "{list}");
            whole.sort_unstable();
            whole.dedup();
            assert!(whole.len() >= 5, "{list}");
        }
    });
}

#[test]
fn an_unknown_filter_is_refused_and_named() {
    run(async |house| {
        for list in ["/deals", "/companies", "/people", "/activities", "/tasks"] {
            let answer = house.api(&house.rep, "GET", &format!("{list}?colour=red"), None).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{list}: {}", answer.text);
            let problem = answer.json();
            assert_eq!(problem["type"], "urn:dealwright:problem:unknown-filter");
            assert_eq!(problem["errors"][0]["field"], "colour");
            assert!(problem["detail"].as_str().unwrap().contains("owner"), "{problem}");
        }
        for odd in ["/companies?sort=size", "/activities?status=late", "/tasks?after=x"] {
            let answer = house.api(&house.rep, "GET", odd, None).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{odd}");
        }
    });
}
