//! Members on screen.

use axum::http::StatusCode;

use crate::house::{House, run};

#[test]
fn an_administrator_sees_members_and_makes_a_link_shown_once() {
    run(async |house: House| {
        let list = house.get(&house.boss, "/members").await;
        assert_eq!(list.status, StatusCode::OK);
        assert!(list.text.contains("Robin Reed"));
        let link = house.post(&house.boss, &format!("/members/{}/link", house.rep.id), &[]).await;
        assert!(link.text.contains("crm.example/join/"), "{}", link.text);
        assert!(!house.get(&house.boss, "/members").await.text.contains("/join/"));
    });
}

#[test]
fn a_rep_runs_no_members() {
    run(async |house: House| {
        assert_eq!(house.get(&house.rep, "/members").await.status, StatusCode::FORBIDDEN);
        let tried = house.post(&house.rep, &format!("/members/{}/link", house.boss.id), &[]).await;
        assert_eq!(tried.status, StatusCode::FORBIDDEN);
    });
}
