//! One change to many deals: seen before it is done, refused by deal, taken back at once.

use axum::http::{StatusCode, header};

use crate::house::{House, Member, run};

const PATH: &str = "/deals/bulk";

async fn deal(house: &House, by: &Member, name: &str) -> String {
    let company = house.company.to_string();
    let form = [("client", "Kestrel Logistics"), ("company", company.as_str()), ("name", name)];
    let made = house.post(by, "/deals", &form).await;
    made.header(header::LOCATION).rsplit('/').next().unwrap().to_owned()
}

/// Sends the form and gives what the next page says of it, and the act to take back.
async fn gone(house: &House, by: &Member, form: &[(&str, &str)]) -> (String, String) {
    let answer = house.post(by, PATH, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let cookie = answer.header(header::SET_COOKIE).strip_prefix("dealwright_said=").unwrap();
    let (act, words) = cookie.split(';').next().unwrap().split_once('.').unwrap();
    (percent_encoding::percent_decode_str(words).decode_utf8().unwrap().into_owned(), act.to_owned())
}

#[test]
fn a_change_is_shown_before_it_is_done_and_trying_it_out_changes_nothing() {
    run(async |house| {
        let (one, other) = (deal(&house, &house.rep, "One").await, deal(&house, &house.rep, "Other").await);
        let rows = [("change", "set"), ("deal", one.as_str()), ("deal", other.as_str())];
        let asked = house.post(&house.rep, PATH, &rows).await.text;
        assert!(asked.contains(&format!("value=\"{one},{other}\"")) && asked.contains("name=\"campaign\""));
        let both = format!("{one},{other}");
        let form = [("change", "set"), ("deals", both.as_str()), ("campaign", "Spring")];
        let shown = house.post(&house.rep, PATH, &[form.as_slice(), &[("step", "try")]].concat()).await;
        assert!(shown.text.contains("2 deals will change"), "{}", shown.text);
        assert!(shown.text.contains("name=\"campaign\" value=\"Spring\""), "what was typed goes along");
        let seen = house.api(&house.rep, "GET", &format!("/deals/{one}"), None).await.text;
        assert!(!seen.contains("Spring"), "trying out changes nothing");
        let (words, _) = gone(&house, &house.rep, &[form.as_slice(), &[("step", "go")]].concat()).await;
        assert_eq!(words, "2 deals changed");
        let seen = house.api(&house.rep, "GET", &format!("/deals/{one}"), None).await.text;
        assert!(seen.contains("Spring"));
    });
}

#[test]
fn a_move_of_many_has_the_needs_of_a_single_one_and_says_which_stay_and_why() {
    run(async |house| {
        let deals = [deal(&house, &house.rep, "One").await, deal(&house, &house.rep, "Other").await];
        let foreign = deal(&house, &house.boss, "Not the rep's").await;
        let all = format!("{},{},{foreign}", deals[0], deals[1]);
        let form = [("change", "move"), ("deals", all.as_str()), ("stage", "proposal"), ("step", "try")];
        let shown = house.post(&house.rep, PATH, &form).await.text;
        assert!(
            shown.contains("No deal would change") && shown.contains("3 deals stay as they are"),
            "{shown}"
        );
        assert!(shown.contains(">One</a>") && !shown.contains("Not the rep"), "out of reach is not named");
        let form = [("change", "archive"), ("deals", all.as_str()), ("step", "go")];
        let (words, _) = gone(&house, &house.rep, &form).await;
        assert_eq!(words, "2 deals changed, 1 as before");
    });
}

#[test]
fn one_undo_takes_all_of_it_back_and_each_deal_tells_it() {
    run(async |house| {
        let deals = [deal(&house, &house.rep, "One").await, deal(&house, &house.rep, "Other").await];
        let form =
            [("change", "archive"), ("deal", deals[0].as_str()), ("deal", deals[1].as_str()), ("step", "go")];
        let (_, act) = gone(&house, &house.rep, &form).await;
        let undone = house.post(&house.rep, &format!("/acts/{act}/undo"), &[]).await;
        assert!(
            undone.header(header::SET_COOKIE).contains("Taken%20back"),
            "{}",
            undone.header(header::SET_COOKIE)
        );
        for id in &deals {
            let timeline = house.api(&house.rep, "GET", &format!("/deals/{id}/timeline"), None).await.json();
            assert_eq!(timeline["items"][0]["event"], "undone", "{timeline}");
        }
    });
}

#[test]
fn all_that_the_list_matches_are_meant_where_that_is_ticked() {
    run(async |house| {
        for name in ["Racks", "Racks again", "Cables"] {
            deal(&house, &house.rep, name).await;
        }
        let form = [("change", "archive"), ("all", "on"), ("query", "q=racks")];
        let shown = house.post(&house.rep, PATH, &form).await.text;
        assert!(shown.contains("2 deals will change"), "{shown}");
        let reader = house.post(&house.reader, PATH, &form).await;
        assert_eq!(reader.status, StatusCode::FORBIDDEN);
        let list = house.get(&house.reader, "/deals/list?owner=").await.text;
        assert!(!list.contains("data-select"), "a reader is offered nothing");
    });
}
