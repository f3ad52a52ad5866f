//! Imports in the served program, one after another.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::house::Server;
use crate::story::{look, of};

const DEALS: usize = 2_000;

const MAPPING: &str = "
name: load
title: { en: Load, ru: Нагрузка }
currency: GBP
files:
  - match: companies.csv
    record: company
    columns: { name: { to: company.name } }
  - match: deals.csv
    record: deal
    process: six-stage-funnel
    next_step: { type: call, spread_over: 10 working days, length: 30 minutes }
    columns:
      id: { to: deal.source_id }
      name: { to: deal.name }
      company: { to: deal.company }
      stage: { to: deal.stage }
      amount: { to: deal.amount, decimal: point }
";

/// Starts one as soon as the one before is through, until told to stop; gives the rows of those that are through.
pub fn again_and_again(server: &Server, stop: &AtomicBool) -> u64 {
    let mut client = server.client();
    let mut rows = 0;
    for round in 0.. {
        let new = json!({ "title": format!("round {round}"), "mapping": MAPPING, "files": files(round) });
        let made = client.post("/api/v1/imports", &new.to_string()).unwrap();
        assert_eq!(made.status, 201, "{}", made.body);
        let path = format!("/api/v1/imports/{}", of(&made)["id"]);
        let started = client.post(&format!("{path}/start"), "{}").unwrap();
        assert!(started.status < 300, "{}", started.body);
        let import = loop {
            let import = look(&mut client, &path);
            if import["state"] != "running" {
                break import;
            }
            thread::sleep(Duration::from_millis(50));
        };
        assert_eq!((&import["state"], &import["to_mend"]), (&json!("done"), &json!(0)), "{import}");
        rows += import["imported"].as_u64().unwrap();
        if stop.load(Ordering::Relaxed) {
            break;
        }
    }
    rows
}

fn files(round: usize) -> Vec<Value> {
    let mut companies = "name\n".to_owned();
    let mut deals = "id,name,company,stage,amount\n".to_owned();
    for number in 0..DEALS {
        let company = format!("Company {round} {}", number / 4);
        if number % 4 == 0 {
            writeln!(companies, "{company}").unwrap();
        }
        let stage = ["prospect", "discovery"][number % 2];
        writeln!(deals, "r{round}n{number},Deal {number},{company},{stage},{number}").unwrap();
    }
    let file = |name: &str, text: &str| json!({ "name": name, "content": STANDARD.encode(text) });
    vec![file("companies.csv", &companies), file("deals.csv", &deals)]
}
