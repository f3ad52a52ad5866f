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

#[test]
fn the_last_administrator_stays_and_the_page_says_why() {
    run(async |house: House| {
        let boss = format!("/members/{}", house.boss.id);
        let kept = house.post(&house.boss, &format!("{boss}/archive"), &[]).await;
        assert_eq!(kept.status, StatusCode::CONFLICT);
        assert!(kept.text.contains("Somebody must remain administrator"), "{}", kept.text);
        let form = [("name", "Ada Boss"), ("email", "boss@example.com"), ("role", "rep")];
        let kept = house.post(&house.boss, &boss, &form).await;
        assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(kept.text.contains("Somebody must remain administrator"), "{}", kept.text);
        assert_eq!(house.get(&house.boss, "/members").await.status, StatusCode::OK);
    });
}

#[test]
fn those_put_away_stand_below_and_can_come_back() {
    run(async |house: House| {
        let rep = format!("/members/{}", house.rep.id);
        let gone = house.post(&house.boss, &format!("{rep}/archive"), &[]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER);
        let page = house.get(&house.boss, "/members").await.text;
        assert!(page.find("Rita Roe") < page.find("Robin Reed") && page.contains("Archived"));
        assert!(page.contains(&format!("{rep}/restore")) && !page.contains(&format!("{rep}/archive")));
        house.post(&house.boss, &format!("{rep}/restore"), &[]).await;
        assert!(!house.get(&house.boss, "/members").await.text.contains("Archived"));
    });
}
