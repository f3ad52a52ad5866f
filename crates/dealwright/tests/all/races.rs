//! Sixty-four clients who want the same thing at the same moment: one has it, the others are told why not.

use std::sync::Barrier;
use std::thread;

use serde_json::{Value, json};
use testkit::Answer;

use crate::house::{House, Server};
use crate::story::{look, of};

const CLIENTS: usize = 64;

#[test]
fn one_of_many_at_a_barrier_wins_on_sqlite() {
    one_wins(House::on_sqlite());
}

#[test]
fn one_of_many_at_a_barrier_wins_on_postgresql() {
    one_wins(House::on_postgres());
}

fn one_wins(house: House) {
    let house = house.settled();
    let server = house.serve();
    for round in 0..3 {
        let deal = make_deal(&server, &format!("round {round}"));
        let address = format!("/api/v1/deals/{deal}");
        let seen = look(&mut server.client(), &address);
        let next = json!({ "type": "meeting", "starts_at": "2030-01-08T09:00:00Z", "ends_at": "2030-01-08T10:00:00Z" });

        let moves = json!({ "move": "to-contract", "entry": seen["entry"] });
        race(&server, "POST", &format!("{address}/moves"), 200, |_| moves.clone());

        let call = format!("/api/v1/activities/{}/complete", seen["activities"][0]["id"]);
        race(&server, "POST", &call, 200, |_| json!({ "outcome": "reached", "next_step": next }));

        let version = look(&mut server.client(), &address)["version"].clone();
        let edit = |client| json!({ "version": version, "campaign": format!("of client {client}") });
        race(&server, "PATCH", &address, 200, edit);

        let (company, source) = (&seen["company"]["id"], format!("X-{round}"));
        let deal = |_| json!({ "name": "From elsewhere", "company_id": company, "source_id": source });
        race(&server, "POST", "/api/v1/deals", 201, deal);

        let timeline = look(&mut server.client(), &format!("{address}/timeline?limit=200"));
        let happened = |kind: &str| {
            timeline["items"].as_array().unwrap().iter().filter(|entry| entry["event"] == kind).count()
        };
        assert_eq!(["case-moved", "activity-done", "deal-changed"].map(happened), [1, 1, 1]);
    }
    house.is_sound();
}

fn make_deal(server: &Server, name: &str) -> Value {
    let mut client = server.client();
    let company = of(&client.post("/api/v1/companies", &json!({ "name": name }).to_string()).unwrap());
    let deal = json!({ "name": name, "company_id": company["id"], "process": "simple-deal" });
    of(&client.post("/api/v1/deals", &deal.to_string()).unwrap())["id"].clone()
}

/// Sends all at once; one is told `won`, and every other that it came too late.
fn race(server: &Server, method: &str, path: &str, won: u16, body: impl Fn(usize) -> Value + Sync) {
    let start = Barrier::new(CLIENTS);
    let answers: Vec<Answer> = thread::scope(|scope| {
        let run = |number: usize| {
            let (start, body, mut client) = (&start, &body, server.client());
            scope.spawn(move || {
                let body = body(number).to_string();
                start.wait();
                client.ask(method, path, &[("content-type", "application/json")], &body).unwrap()
            })
        };
        let runners: Vec<_> = (0..CLIENTS).map(run).collect();
        runners.into_iter().map(|runner| runner.join().unwrap()).collect()
    });
    let winners = answers.iter().filter(|answer| answer.status == won).count();
    let strange = answers.iter().find(|answer| ![won, 409, 422].contains(&answer.status));
    assert!(strange.is_none(), "{method} {path}: {strange:?}");
    assert_eq!(winners, 1, "{method} {path}");
}
