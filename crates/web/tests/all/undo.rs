//! Taking an act back from its toast, from a timeline and by the API; a refusal says why.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;

use crate::house::{Answer, House, Member, run};

const SAID: &str = "dealwright_said=";

/// A deal of the shared company, of the rep.
async fn deal(house: &House) -> String {
    let company = house.company.to_string();
    let form = [("client", "Kestrel Logistics"), ("company", company.as_str()), ("name", "Wi-Fi")];
    let made = house.post(&house.rep, "/deals", &form).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    made.header(header::LOCATION).to_owned()
}

/// What the next page is to say, and the number of the act that it offers to take back.
fn said(answer: &Answer) -> (String, String) {
    let cookies = answer.headers.get_all(header::SET_COOKIE).iter();
    let mut values = cookies.filter_map(|cookie| cookie.to_str().unwrap().strip_prefix(SAID));
    let carried = values.next().unwrap_or_default().split(';').next().unwrap();
    let (act, words) = carried.split_once('.').unwrap_or_default();
    (percent_encoding::percent_decode_str(words).decode_utf8().unwrap().into_owned(), act.to_owned())
}

/// A page of the rep's that comes after an act, with the cookie that tells of it.
async fn page_after(house: &House, path: &str, cookie: &str) -> String {
    let cookie = format!("{}={}; {cookie}", dealwright_web::visitor::COOKIE, house.rep.session);
    let request = Request::get(path).header(header::HOST, "crm.example").header(header::COOKIE, cookie);
    house.send(request.body(Body::empty()).unwrap()).await.text
}

async fn undo(house: &House, by: &Member, act: &str) -> Answer {
    house.post(by, &format!("/acts/{act}/undo"), &[]).await
}

async fn note(house: &House, deal: &str) -> String {
    let id = deal.rsplit('/').next().unwrap();
    let form = [("deal", id), ("body", "Ask for Marek")];
    said(&house.post(&house.rep, "/notes", &form).await).1
}

#[test]
fn what_was_done_is_offered_to_be_taken_back_and_goes_away_once() {
    run(async |house| {
        let deal = deal(&house).await;
        let act = note(&house, &deal).await;
        let shown = house.get(&house.rep, &deal).await.text;
        assert!(shown.contains(&format!("action=\"/acts/{act}/undo\"")), "the entry offers the way back");
        let done = undo(&house, &house.rep, &act).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        assert_eq!(said(&done), ("Taken back".to_owned(), String::new()));
        let shown = house.get(&house.rep, &deal).await.text;
        assert!(!shown.contains(&format!("action=\"/acts/{act}/undo\"")));
        assert!(shown.contains("taken back today"), "the entry says that it was taken back");
        assert_eq!(said(&undo(&house, &house.rep, &act).await).0, "This has been taken back already.");
    });
}

#[test]
fn a_toast_carries_the_way_back_to_the_page_that_says_it() {
    run(async |house| {
        let deal = deal(&house).await;
        let cookie = format!("{SAID}77.Note%20written");
        let page = page_after(&house, &deal, &cookie).await;
        let toasts = page.split("id=\"toasts\"").nth(1).unwrap();
        assert!(toasts.contains("Note written") && toasts.contains("/acts/77/undo"), "{toasts}");
        let page = page_after(&house, &deal, &format!("{SAID}.Saved")).await;
        assert!(!page.split("id=\"toasts\"").nth(1).unwrap().contains("data-undo"));
    });
}

#[test]
fn a_form_that_changes_nothing_offers_nothing_to_take_back() {
    run(async |house| {
        let deal = deal(&house).await;
        let company = house.company.to_string();
        let form = [
            ("version", "1"),
            ("client", "Kestrel Logistics"),
            ("company", company.as_str()),
            ("name", "Wi-Fi"),
            ("currency", "EUR"),
        ];
        let saved = house.post(&house.rep, &format!("{deal}/edit"), &form).await;
        assert_eq!(said(&saved), ("Saved".to_owned(), String::new()), "{}", saved.text);
    });
}

#[test]
fn an_undo_that_would_overwrite_somebody_says_so_in_the_readers_language() {
    run(async |house| {
        let deal = deal(&house).await;
        let give = |to: i64| [("owner".to_owned(), to.to_string())];
        let to = give(house.boss.id);
        let to: Vec<(&str, &str)> = to.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let given = house.post(&house.boss, &format!("{deal}/owner"), &to).await;
        let (_, act) = said(&given);
        let back = give(house.rep.id);
        let back: Vec<(&str, &str)> =
            back.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        house.post(&house.boss, &format!("{deal}/owner"), &back).await;
        let refused = undo(&house, &house.boss, &act).await;
        assert_eq!(said(&refused).0, "Somebody has changed this since. Nothing was taken back.");
        let russian =
            [("name", "Ada Boss"), ("language", "ru"), ("theme", "auto"), ("time_zone", "Europe/Berlin")];
        house.post(&house.boss, "/profile", &russian).await;
        let refused = undo(&house, &house.boss, &act).await;
        assert_eq!(said(&refused).0, "С тех пор это уже изменили. Ничего не отменено.");
    });
}

#[test]
fn who_may_not_change_the_record_takes_nothing_back() {
    run(async |house| {
        let deal = deal(&house).await;
        let act = note(&house, &deal).await;
        assert_eq!(undo(&house, &house.reader, &act).await.status, StatusCode::FORBIDDEN);
        assert_eq!(undo(&house, &house.rep, "12345").await.status, StatusCode::NOT_FOUND);
        let page = house.get(&house.reader, &deal).await.text;
        assert!(!page.contains("/undo\""), "a reader is offered nothing");
    });
}

#[test]
fn a_write_of_the_api_answers_its_act_and_that_is_taken_back_once() {
    run(async |house| {
        let deal: i64 = deal(&house).await.rsplit('/').next().unwrap().parse().unwrap();
        let note = json!({ "on": { "deal": deal }, "body": "Slip" });
        let written = house.api(&house.rep, "POST", "/notes", Some(note)).await;
        let act = written.headers["dealwright-act"].to_str().unwrap().to_owned();
        let timeline = format!("/deals/{deal}/timeline");
        let entry = house.api(&house.rep, "GET", &timeline, None).await.json()["items"][0].clone();
        assert_eq!((entry["act"].as_str(), &entry["undoable"]), (Some(act.as_str()), &json!(true)));
        let path = format!("/acts/{act}/undo");
        let undone = house.api(&house.rep, "POST", &path, None).await;
        assert_eq!(undone.status, StatusCode::NO_CONTENT);
        assert!(!undone.headers.contains_key("dealwright-act"), "an undo is not undone");
        let again = house.api(&house.rep, "POST", &path, None).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
    });
}
