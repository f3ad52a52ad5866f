//! Random acts of one client over the API, allowed or not, on deals that all clients share.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};
use testkit::{Answer, Client};

use crate::story::of;

const KINDS: [&str; 6] =
    ["call", "meeting", "first-appointment", "sales-discovery", "presentation", "follow-up-call"];
const OUTCOMES: [&str; 4] = ["reached", "interested", "declined", "done"];

/// What the clients share: the deals made so far, and the acts still to try.
pub struct Shared {
    deals: Mutex<Vec<i64>>,
    left: AtomicUsize,
}

impl Shared {
    pub fn new(acts: usize) -> Shared {
        Shared { deals: Mutex::default(), left: AtomicUsize::new(acts) }
    }

    fn has_more(&self) -> bool {
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok()
    }
}

/// Acts that were done, by their sort, and those that were refused.
#[derive(Default)]
pub struct Tried {
    done: BTreeMap<&'static str, usize>,
    refused: BTreeMap<u16, usize>,
}

impl Tried {
    pub fn and(mut self, more: Tried) -> Tried {
        more.done.into_iter().for_each(|(act, count)| *self.done.entry(act).or_default() += count);
        more.refused
            .into_iter()
            .for_each(|(status, count)| *self.refused.entry(status).or_default() += count);
        self
    }

    /// A proof of nothing but refusals, or of none, would prove little.
    pub fn are_enough(&self) {
        let (done, refused) = (self.done.values().sum::<usize>(), self.refused.values().sum::<usize>());
        assert!(done > refused / 2 && refused > done / 20, "{self}");
        let moves = self.done.get("move").copied().unwrap_or_default();
        assert!(moves > done / 50, "{self}");
    }

    fn count(&mut self, act: &'static str, answer: &Answer) {
        assert!(answer.status < 500, "{act}: {answer:?}");
        if answer.status < 300 {
            *self.done.entry(act).or_default() += 1;
        } else {
            *self.refused.entry(answer.status).or_default() += 1;
        }
    }
}

impl fmt::Display for Tried {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (done, refused) = (self.done.values().sum::<usize>(), self.refused.values().sum::<usize>());
        write!(out, "{done} acts done {:?}, {refused} refused {:?}", self.done, self.refused)
    }
}

/// Tries acts until all clients together have tried enough.
pub fn random(seed: u64, client: Client, shared: &Shared) -> Tried {
    let mut hand = Hand { client, chance: StdRng::seed_from_u64(seed), made: 0, seed };
    let mut tried = Tried::default();
    while shared.has_more() {
        let deal = {
            let deals = shared.deals.lock().unwrap();
            (deals.len() > 20).then(|| deals[hand.chance.random_range(0..deals.len())])
        };
        let (act, answer) = match deal {
            Some(deal) if !hand.rarely(20) => hand.change(deal),
            _ => hand.make(shared),
        };
        tried.count(act, &answer);
    }
    tried
}

struct Hand {
    client: Client,
    chance: StdRng,
    made: usize,
    seed: u64,
}

impl Hand {
    fn rarely(&mut self, once_in: usize) -> bool {
        self.chance.random_range(0..once_in) == 0
    }

    fn of<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.chance.random_range(0..items.len())].clone()
    }

    fn post(&mut self, path: &str, body: &Value) -> Answer {
        self.client.post(&format!("/api/v1{path}"), &body.to_string()).unwrap()
    }

    fn look(&mut self, path: &str) -> Option<Value> {
        let answer = self.client.get(&format!("/api/v1{path}")).unwrap();
        (answer.status == 200).then(|| of(&answer))
    }

    /// A new deal, or many companies in one request.
    fn make(&mut self, shared: &Shared) -> (&'static str, Answer) {
        self.made += 1;
        let name = format!("load {} {}", self.seed, self.made);
        if self.rarely(4) {
            let rows: Vec<Value> = (0..20)
                .map(|row| json!({ "make": "company", "fields": { "name": format!("{name} {row}") } }))
                .collect();
            return ("batch", self.post("/batch", &json!({ "rows": rows })));
        }
        let amount = self.chance.random_range(0..1_000_000);
        let process = self.of(&["six-stage-funnel", "simple-deal"]);
        let company = self.post("/companies", &json!({ "name": name }));
        let company = (company.status < 300).then(|| of(&company)["id"].clone());
        let deal = json!({ "name": name, "amount": amount, "process": process, "company_id": company });
        let answer = self.post("/deals", &deal);
        if answer.status < 300 {
            shared.deals.lock().unwrap().push(of(&answer)["id"].as_i64().unwrap());
        }
        ("deal", answer)
    }

    fn change(&mut self, id: i64) -> (&'static str, Answer) {
        let on = json!({ "deal": id });
        let deal = format!("/deals/{id}");
        match self.chance.random_range(0..20) {
            0 => ("note", self.post("/notes", &json!({ "on": on, "body": "said" }))),
            1 => {
                let mut log = self.hour("2026-01-12");
                log["on"] = on;
                log["outcome"] = json!(self.of(&OUTCOMES));
                log["findings"] = json!("found");
                ("log", self.post("/activities/log", &log))
            }
            2 => {
                let mut plan = self.hour("2027-03-01");
                plan["on"] = on;
                ("plan", self.post("/activities", &plan))
            }
            3 | 4 => self.end_activity(&deal),
            5 => self.task(&deal, &on),
            6 | 7 => self.edit(&deal),
            8 => {
                let to = self.chance.random_range(1..6);
                let body = json!({ "owner_id": to }).to_string();
                let kind = [("content-type", "application/json")];
                ("owner", self.client.ask("PUT", &format!("/api/v1{deal}/owner"), &kind, &body).unwrap())
            }
            9 if self.rarely(4) => ("archive", self.post(&format!("{deal}/archive"), &json!({}))),
            9 => ("restore", self.post(&format!("{deal}/restore"), &json!({}))),
            10 => self.undo(&deal),
            _ => self.step(&deal),
        }
    }

    fn hour(&mut self, day: &str) -> Value {
        let kind = self.of(&KINDS);
        json!({ "type": kind, "starts_at": format!("{day}T09:00:00Z"), "ends_at": format!("{day}T09:30:00Z") })
    }

    fn end_activity(&mut self, deal: &str) -> (&'static str, Answer) {
        let seen = self.look(deal).unwrap_or_default();
        let id = seen["activities"][0]["id"].as_i64().unwrap_or(0);
        let next = if self.rarely(3) { Value::Null } else { self.hour("2027-03-02") };
        if self.rarely(4) {
            return ("cancel", self.post(&format!("/activities/{id}/cancel"), &json!({ "next_step": next })));
        }
        let body = json!({ "outcome": self.of(&OUTCOMES), "findings": "found", "next_step": next });
        ("complete", self.post(&format!("/activities/{id}/complete"), &body))
    }

    fn task(&mut self, deal: &str, on: &Value) -> (&'static str, Answer) {
        let seen = self.look(deal).unwrap_or_default();
        match seen["tasks"][0]["id"].as_i64() {
            Some(task) => ("task done", self.post(&format!("/tasks/{task}/complete"), &json!({}))),
            None => ("task", self.post("/tasks", &json!({ "on": on, "title": "Chase" }))),
        }
    }

    /// Changes what may have changed since it was read.
    fn edit(&mut self, deal: &str) -> (&'static str, Answer) {
        let seen = self.look(deal).unwrap_or_default();
        let amount = self.chance.random_range(-100_000..1_000_000);
        let body = json!({ "version": seen["version"].as_i64().unwrap_or(1), "amount": amount }).to_string();
        let kind = [("content-type", "application/json")];
        ("edit", self.client.ask("PATCH", &format!("/api/v1{deal}"), &kind, &body).unwrap())
    }

    /// The last act on the deal, whoever did it.
    fn undo(&mut self, deal: &str) -> (&'static str, Answer) {
        let seen = self.look(&format!("{deal}/timeline?limit=5")).unwrap_or_default();
        let act =
            seen["items"].as_array().and_then(|items| items.iter().find_map(|entry| entry["act"].as_str()));
        let act = act.unwrap_or("1").to_owned();
        ("undo", self.post(&format!("/acts/{act}/undo"), &json!({})))
    }

    /// A move of the process; what it asks is answered more often than not.
    fn step(&mut self, deal: &str) -> (&'static str, Answer) {
        let seen = self.look(&format!("{deal}/moves")).unwrap_or_default();
        let ways = seen["moves"].as_array().cloned().unwrap_or_default();
        let Some(way) = (!ways.is_empty()).then(|| self.of(&ways)) else {
            return ("move", self.post(&format!("{deal}/moves"), &json!({ "move": "won" })));
        };
        let (mut answers, mut next_steps) = (serde_json::Map::new(), Vec::new());
        if way["asks_next_step"] == true && !self.rarely(6) {
            next_steps.push(self.hour("2027-03-02"));
        }
        for ask in way["asks"].as_array().into_iter().flatten() {
            let code = ask["codes"].as_array().filter(|codes| !codes.is_empty()).map(|codes| self.of(codes));
            match ask["type"].as_str() {
                Some("plan") => {
                    let mut plan = self.hour("2027-03-02");
                    plan["type"] = code.unwrap_or_else(|| plan["type"].clone());
                    next_steps.push(plan);
                }
                Some("choice") => drop(answers.insert(key(ask), code.unwrap_or_default())),
                Some("text") => drop(answers.insert(key(ask), json!("because"))),
                _ => {}
            }
        }
        let goes_anywhere = way["to"].as_array().is_some_and(|stages| stages.len() > 1);
        let to = if goes_anywhere { seen["visited"][0].clone() } else { Value::Null };
        let body = json!({
            "move": way["move"], "to": to, "entry": seen["entry"], "answers": answers,
            "next_steps": next_steps, "accepts": ["fresh-note"],
        });
        ("move", self.post(&format!("{deal}/moves"), &body))
    }
}

fn key(ask: &Value) -> String {
    ask["key"].as_str().unwrap_or_default().to_owned()
}
