//! Many rows in one request.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};

use crate::api_lists::make;
use crate::house::{Answer, House, Member, run, run_on_both};

async fn batch(house: &House, member: &Member, all_or_nothing: bool, rows: Vec<Value>) -> Answer {
    let body = json!({ "all_or_nothing": all_or_nothing, "rows": rows });
    house.api(member, "POST", "/batch", Some(body)).await
}

async fn names(house: &House, member: &Member, path: &str) -> Vec<Value> {
    let list = house.api(member, "GET", path, None).await.json();
    list["items"].as_array().unwrap().iter().map(|item| item["name"].clone()).collect()
}

/// A deal, a company without a name, a task on somebody else's deal, a person, and a field that there is not.
fn mixed(house: &House, others: i64) -> Vec<Value> {
    vec![
        json!({ "make": "deal", "fields": { "name": "Switches", "company_id": house.company, "currency": "EUR" } }),
        json!({ "make": "company", "fields": { "name": "" } }),
        json!({ "make": "task", "fields": { "title": "Mow", "on": { "deal": others } } }),
        json!({ "make": "person", "fields": { "name": "Pia Poe" } }),
    ]
}

#[test]
fn each_row_is_done_or_refused_by_itself() {
    run_on_both(async |house| {
        let deal = json!({ "name": "Boss", "company_id": house.company, "currency": "EUR" });
        let others = make(&house, &house.boss, "/deals", deal).await;
        let mut rows = mixed(&house, others);
        rows.push(json!({ "make": "note", "fields": { "colour": "red" } }));
        let answer = batch(&house, &house.rep, false, rows).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        let answer = answer.json();
        assert_eq!(answer["made"], 2);
        let says = |row: usize| answer["rows"][row]["problem"]["type"].as_str().unwrap_or("made");
        assert_eq!((says(0), says(3)), ("made", "made"), "{answer:#}");
        assert_eq!((says(1), says(4)), ("urn:dealwright:problem:invalid", "urn:dealwright:problem:invalid"));
        assert_eq!(says(2), "urn:dealwright:problem:not-found");
        assert_eq!(answer["rows"][1]["problem"]["errors"][0]["field"], "name");
        assert_eq!(names(&house, &house.rep, "/deals").await, ["Switches"]);
        assert_eq!(names(&house, &house.rep, "/people").await, ["Pia Poe"]);
    });
}

#[test]
fn all_or_nothing_leaves_nothing_behind_and_tells_every_refused_row() {
    run_on_both(async |house| {
        let deal = json!({ "name": "Boss", "company_id": house.company, "currency": "EUR" });
        let others = make(&house, &house.boss, "/deals", deal).await;
        let refused = batch(&house, &house.rep, true, mixed(&house, others)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        let problem = refused.json();
        assert_eq!(problem["type"], "urn:dealwright:problem:rows-refused");
        let rows: Vec<&Value> = problem["rows"].as_array().unwrap().iter().map(|row| &row["row"]).collect();
        assert_eq!(rows, [1, 2]);
        assert_eq!(names(&house, &house.rep, "/deals").await, [] as [Value; 0]);
        assert_eq!(names(&house, &house.rep, "/people").await, [] as [Value; 0]);
        let [first, .., last] = &mixed(&house, others)[..] else { panic!() };
        let done = batch(&house, &house.rep, true, vec![first.clone(), last.clone()]).await;
        assert_eq!((done.status, &done.json()["made"]), (StatusCode::OK, &json!(2)), "{}", done.text);
        assert_eq!(names(&house, &house.rep, "/people").await, ["Pia Poe"]);
    });
}

#[test]
fn a_thousand_rows_are_taken_and_one_more_is_not() {
    run(async |house| {
        let rows = |count: usize| {
            let row =
                |number| json!({ "make": "company", "fields": { "name": format!("Company {number}") } });
            (0..count).map(row).collect::<Vec<Value>>()
        };
        let most = batch(&house, &house.rep, true, rows(1_000)).await;
        assert_eq!((most.status, &most.json()["made"]), (StatusCode::OK, &json!(1_000)));
        for count in [0, 1_001] {
            let refused = batch(&house, &house.rep, false, rows(count)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{count}");
            assert_eq!(refused.json()["errors"][0]["field"], "rows");
        }
    });
}

#[test]
fn a_batch_sent_again_makes_nothing_twice() {
    run_on_both(async |house| {
        for all_or_nothing in [true, false] {
            let row = json!({ "make": "person", "fields": { "name": "Pia Poe" } });
            let body = json!({ "all_or_nothing": all_or_nothing, "rows": [row, row] });
            let send = || {
                let request = Request::post("/api/v1/batch")
                    .header(header::AUTHORIZATION, format!("Bearer {}", house.rep.token))
                    .header(header::CONTENT_TYPE, "application/json")
                    .header("idempotency-key", format!("batch-{all_or_nothing}"));
                house.send(request.body(Body::from(body.to_string())).unwrap())
            };
            let (first, again) = (send().await, send().await);
            assert_eq!((first.status, &first.text), (StatusCode::OK, &again.text));
        }
        assert_eq!(names(&house, &house.rep, "/people").await.len(), 4);
    });
}

#[test]
fn a_row_sets_fields_and_is_refused_where_what_stood_there_has_changed() {
    run_on_both(async |house| {
        let deal = json!({ "name": "Switches", "company_id": house.company, "currency": "EUR" });
        let id = make(&house, &house.rep, "/deals", deal).await;
        let set =
            |fields: Value, was: Value| json!({ "set": "deal", "id": id, "fields": fields, "was": was });
        let rows = vec![
            set(json!({ "campaign": "Spring" }), json!({ "campaign": null })),
            set(json!({ "campaign": "Autumn" }), json!({ "campaign": null })),
            set(json!({ "competitor": "Them" }), json!({ "campaign": "Winter" })),
            set(json!({ "competitor": "Them" }), json!({ "campaign": "Spring" })),
            set(json!({ "owner_id": house.boss.id }), json!({})),
            json!({ "set": "company", "id": house.company, "fields": { "industry": "Freight" } }),
            json!({ "set": "person", "id": 999_999, "fields": { "name": "Nobody" } }),
        ];
        let answer = batch(&house, &house.boss, false, rows).await.json();
        let says = |row: usize| answer["rows"][row]["problem"]["status"].as_i64().unwrap_or(0);
        assert_eq!([0, 1, 2, 3, 4, 5, 6].map(says), [0, 409, 409, 0, 422, 0, 404], "{answer:#}");
        assert_eq!(answer["rows"][0]["id"], id);
        let seen = house.api(&house.rep, "GET", &format!("/deals/{id}"), None).await.json();
        assert_eq!((&seen["campaign"], &seen["competitor"]), (&json!("Spring"), &json!("Them")));
        let seen = house.api(&house.boss, "GET", &format!("/companies/{}", house.company), None).await.json();
        assert_eq!(seen["industry"], "Freight");
    });
}

#[test]
fn a_row_moves_a_deal_by_its_process_and_all_or_nothing_holds_for_it() {
    run_on_both(async |house| {
        let deal =
            json!({ "name": "Switches", "company_id": house.company, "currency": "EUR", "source": "event" });
        let id = make(&house, &house.rep, "/deals", deal).await;
        let step = json!({
            "type": "first-appointment", "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:00:00Z",
        });
        let book = json!({ "move": "deal", "id": id, "fields": { "move": "book", "accepts": ["fresh-note"], "next_steps": [step] } });
        let leap = json!({ "move": "deal", "id": id, "fields": { "move": "win" } });
        let stage = async || {
            house.api(&house.rep, "GET", &format!("/deals/{id}"), None).await.json()["stage"].clone()
        };
        let before = stage().await;
        let refused = batch(&house, &house.rep, true, vec![book.clone(), leap.clone()]).await;
        assert_eq!(refused.json()["rows"][0]["row"], 1, "{}", refused.text);
        assert_eq!(stage().await, before, "nothing is done where one row is refused");
        let done = batch(&house, &house.rep, false, vec![book, leap]).await.json();
        assert_eq!((&done["made"], &done["rows"][0]["id"]), (&json!(1), &json!(id)), "{done:#}");
        assert!(done["rows"][1]["problem"]["findings"].is_array(), "{done:#}");
        assert_ne!(stage().await, before);
    });
}
