//! Tokens that cover less than their member may do.

use axum::http::StatusCode;
use desk::access::ActorOf;
use sales::{Actor, Area, Level, Scope};
use serde_json::{Value, json};

use crate::house::{Answer, House, Member, run_on_both, token_of};

/// The member with a token that covers this alone.
async fn with(house: &House, member: &Member, scope: Scope) -> Member {
    let system = Actor::system(jiff::tz::TimeZone::UTC);
    let actor = house.desk.read(&system, ActorOf { member: member.id }).await.unwrap();
    Member { token: token_of(&house.desk, &actor, scope).await, ..member.clone() }
}

fn lacks(answer: &Answer, scope: &str) {
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.text);
    let told = answer.json();
    assert_eq!(told["type"], "urn:dealwright:problem:scope-missing");
    assert_eq!(told["scope"], scope);
    assert!(told["detail"].as_str().unwrap().contains(scope), "{told}");
}

#[test]
fn a_token_does_what_it_covers_and_names_what_it_lacks() {
    run_on_both(async |house| {
        let reads = with(&house, &house.rep, Scope::new(Level::Read, [Area::Deals])).await;
        assert_eq!(house.api(&reads, "GET", "/deals", None).await.status, StatusCode::OK);
        assert_eq!(house.api(&reads, "GET", "/processes", None).await.status, StatusCode::OK);
        let deal = json!({ "name": "Cables", "company_id": house.company, "currency": "EUR" });
        lacks(&house.api(&reads, "POST", "/deals", Some(deal.clone())).await, "deals:write");
        lacks(&house.api(&reads, "GET", "/companies", None).await, "clients:read");
        lacks(&house.api(&reads, "GET", "/changes", None).await, "everything:read");
        let own = house.api(&reads, "GET", "/me", None).await.json();
        assert_eq!((&own["level"], &own["areas"]), (&json!("read"), &json!(["deals"])));
        let deals = house.api(&house.rep, "GET", "/deals", None).await.json();
        assert_eq!(deals["items"], json!([]), "a refused request makes nothing");
        let writes = with(&house, &house.rep, Scope::new(Level::Write, [Area::Deals])).await;
        assert_eq!(house.api(&writes, "POST", "/deals", Some(deal)).await.status, StatusCode::CREATED);
    });
}

#[test]
fn a_token_gives_nobody_more_than_they_may() {
    run_on_both(async |house| {
        let reader = with(&house, &house.reader, Scope::whole()).await;
        let answer =
            house.api(&reader, "POST", "/products", Some(json!({ "name": "Rack", "currency": "EUR" }))).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert_eq!(answer.json()["type"], "urn:dealwright:problem:forbidden");
    });
}

#[test]
fn each_row_of_a_batch_asks_for_itself() {
    run_on_both(async |house| {
        let clients = with(&house, &house.rep, Scope::new(Level::Write, [Area::Clients])).await;
        let row = |make: &str, name: &str| {
            let fields = json!({ name: "Newfound" });
            json!({ "make": make, "fields": fields })
        };
        let rows = json!([row("company", "name"), row("task", "title"), row("person", "name")]);
        let apart = house.api(&clients, "POST", "/batch", Some(json!({ "rows": rows }))).await.json();
        assert_eq!(apart["made"], 2, "{apart}");
        assert_eq!(apart["rows"][1]["problem"]["scope"], "work:write");
        let together = json!({ "all_or_nothing": true, "rows": rows });
        let refused = house.api(&clients, "POST", "/batch", Some(together)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.json()["rows"][0]["problem"]["scope"], "work:write");
        let set = |noun: &str, id: &Value| json!({ "set": noun, "id": id, "fields": { "name": "Renamed" } });
        let others = json!([
            set("company", &apart["rows"][0]["id"]),
            set("deal", &json!(1)),
            { "move": "deal", "id": 1, "fields": { "move": "book" } },
        ]);
        let others = house.api(&clients, "POST", "/batch", Some(json!({ "rows": others }))).await.json();
        assert_eq!(others["made"], 1, "{others}");
        assert_eq!(others["rows"][1]["problem"]["scope"], "deals:write");
        assert_eq!(others["rows"][2]["problem"]["scope"], "deals:write");
        let tasks: Value = house.api(&house.rep, "GET", "/tasks", None).await.json();
        assert_eq!(tasks["items"], json!([]));
    });
}
