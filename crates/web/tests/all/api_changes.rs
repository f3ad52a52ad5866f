//! The change feed: nothing skipped, nothing twice, nothing out of reach.

use std::sync::{Mutex, mpsc};
use std::time::Duration;

use serde_json::{Value, json};
use store::rows::events::{self, About, Doing};

use crate::api_lists::make;
use crate::house::{House, Member, run_on_both, run_on_postgres};

/// Reads on from a cursor to the end: the events as `kind name`, and the cursor there.
async fn follow(house: &House, member: &Member, mut after: String, limit: usize) -> (Vec<String>, String) {
    let mut seen = Vec::new();
    loop {
        let after_it = if after.is_empty() { String::new() } else { format!("&after={after}") };
        let part = house.api(member, "GET", &format!("/changes?limit={limit}{after_it}"), None).await.json();
        let items = part["items"].as_array().unwrap_or_else(|| panic!("{part}"));
        assert!(items.len() <= limit);
        seen.extend(items.iter().map(|item| {
            format!("{} {}", item["event"].as_str().unwrap(), item["details"]["name"].as_str().unwrap_or("-"))
        }));
        after = part["next"].as_str().unwrap().to_owned();
        if part["more"] == json!(false) {
            return (seen, after);
        }
    }
}

/// The same until so many came. A server's feed waits for transactions of its other databases too, and tests run many.
async fn wait_for(
    house: &House,
    member: &Member,
    mut after: String,
    limit: usize,
    count: usize,
) -> (Vec<String>, String) {
    let mut seen = Vec::new();
    for _ in 0..400 {
        let (news, next) = follow(house, member, after, limit).await;
        seen.extend(news);
        after = next;
        if seen.len() >= count {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    (seen, after)
}

/// All there is, read to an event that was made last.
async fn caught_up(house: &House, member: &Member) -> (Vec<String>, String) {
    company(house, member, "Zero").await;
    let (mut seen, mut after) = (Vec::new(), String::new());
    while seen.last().is_none_or(|last: &String| last != "company-created Zero") {
        let (news, next) = wait_for(house, member, after, 200, 1).await;
        assert!(!news.is_empty(), "{seen:?}");
        seen.extend(news);
        after = next;
    }
    (seen, after)
}

async fn company(house: &House, member: &Member, name: &str) {
    make(house, member, "/companies", json!({ "name": name })).await;
}

#[test]
fn a_follower_reads_everything_once_and_in_order() {
    run_on_both(async |house| {
        let (before, cursor) = caught_up(&house, &house.rep).await;
        for name in ["One", "Two", "Three"] {
            company(&house, &house.rep, name).await;
        }
        let (news, cursor) = wait_for(&house, &house.rep, cursor, 2, 3).await;
        assert_eq!(news, ["company-created One", "company-created Two", "company-created Three"]);
        let (nothing, cursor) = follow(&house, &house.rep, cursor, 2).await;
        assert_eq!(nothing, [] as [&str; 0]);
        company(&house, &house.rep, "Four").await;
        assert_eq!(wait_for(&house, &house.rep, cursor, 2, 1).await.0, ["company-created Four"]);
        let (whole, _) = follow(&house, &house.rep, String::new(), 3).await;
        assert_eq!(whole.len(), before.len() + 4);
    });
}

#[test]
fn nobody_hears_of_what_is_out_of_their_reach() {
    run_on_both(async |house| {
        let (_, cursor) = caught_up(&house, &house.rep).await;
        company(&house, &house.boss, "The boss's own").await;
        let deal = json!({ "name": "Secret", "company_id": house.company, "currency": "EUR" });
        let deal = make(&house, &house.boss, "/deals", deal).await;
        make(&house, &house.boss, "/notes", json!({ "on": { "deal": deal }, "body": "Hush" })).await;
        make(&house, &house.boss, "/people", json!({ "name": "Hidden" })).await;
        company(&house, &house.rep, "Mine").await;
        assert_eq!(wait_for(&house, &house.rep, cursor.clone(), 200, 1).await.0, ["company-created Mine"]);
        assert!(wait_for(&house, &house.boss, cursor, 200, 5).await.0.len() >= 5);
    });
}

#[test]
fn what_is_committed_late_is_not_skipped() {
    run_on_postgres(async |house| {
        let (_, cursor) = caught_up(&house, &house.boss).await;
        // An older transaction has its event's id, and is not committed.
        let (written, is_written) = mpsc::channel();
        let (let_go, go) = mpsc::channel::<()>();
        let (go, company_id, store) = (Mutex::new(go), house.company, house.desk.store().clone());
        let late = tokio::spawn(async move {
            let write = move |tx: &mut store::Tx| -> store::Result<()> {
                let doing = Doing { actor: "system", kind: "restored", ..Doing::default() };
                events::insert(
                    tx,
                    &doing,
                    &About::company(company_id),
                    r#"{"event":"restored","name":"Late"}"#,
                )?;
                events::last(tx)?;
                written.send(()).unwrap();
                go.lock().unwrap().recv_timeout(Duration::from_secs(20)).unwrap();
                Ok(())
            };
            store.write(write).await
        });
        tokio::task::spawn_blocking(move || is_written.recv().unwrap()).await.unwrap();
        company(&house, &house.boss, "Early").await;
        let (meanwhile, cursor) = follow(&house, &house.boss, cursor, 200).await;
        assert_eq!(meanwhile, [] as [&str; 0]);
        let_go.send(()).unwrap();
        late.await.unwrap().unwrap();
        let (news, cursor) = wait_for(&house, &house.boss, cursor, 200, 2).await;
        assert_eq!(news, ["restored Late", "company-created Early"]);
        assert_eq!(follow(&house, &house.boss, cursor, 200).await.0, Vec::<String>::new());
    });
}

#[test]
fn a_cursor_that_somebody_made_up_is_told() {
    run_on_both(async |house| {
        let answer = house.api(&house.rep, "GET", "/changes?after=x", None).await;
        assert_eq!(answer.json()["errors"][0]["field"], Value::from("after"));
    });
}
