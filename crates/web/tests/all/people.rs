//! People on screen.

use axum::http::StatusCode;
use axum::http::header::LOCATION;

use crate::house::run;

#[test]
fn a_person_added_at_a_company_stands_there_with_their_role() {
    run(async |house| {
        let company = house.company.to_string();
        let form = house.get(&house.boss, &format!("/people/new?company={company}")).await;
        assert!(form.text.contains("value=\"Kestrel Logistics\""), "{}", form.text);
        let typed = [
            ("name", "Tom Keller"),
            ("mails", "tom@kestrel.example"),
            ("phones", "+44 20 7946 0018"),
            ("company-0", "Kestrel Logistics"),
            ("role-0", "Operations director"),
            ("back", "/companies/1"),
        ];
        let made = house.post(&house.boss, "/people", &typed).await;
        assert_eq!(made.header(LOCATION), "/companies/1", "{}", made.text);
        let page = house.get(&house.boss, "/companies/1").await;
        for part in ["Tom Keller", "Operations director", "mailto:tom@kestrel.example", "tel:+442079460018"] {
            assert!(page.text.contains(part), "{part}: {}", page.text);
        }
        assert!(house.get(&house.boss, "/people").await.text.contains("Tom Keller"));
    });
}

#[test]
fn an_unknown_company_is_asked_about_and_made_where_that_is_ticked() {
    run(async |house| {
        let typed = [("name", "Ruth Sandys"), ("company-0", "Bright Dental"), ("role-0", "Finance")];
        let asked = house.post(&house.boss, "/people", &typed).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.text.contains("href=\"#company-0\"") && asked.text.contains("value=\"Bright Dental\""));
        let ticked = [typed.as_slice(), &[("make_companies", "1")]].concat();
        let made = house.post(&house.boss, "/people", &ticked).await;
        let page = house.get(&house.boss, made.header(LOCATION)).await;
        assert!(page.text.contains("Bright Dental") && page.text.contains("Finance"), "{}", page.text);
    });
}

#[test]
fn no_company_is_made_for_a_person_who_is_refused() {
    run(async |house| {
        let typed =
            [("name", "Ruth"), ("mails", "no mail"), ("company-0", "Bright Dental"), ("make_companies", "1")];
        let refused = house.post(&house.boss, "/people", &typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!house.get(&house.boss, "/companies").await.text.contains("Bright Dental"));
    });
}

#[test]
fn editing_keeps_posts_and_a_post_left_empty_is_gone() {
    run(async |house| {
        let typed = [("name", "Tom Keller"), ("company-0", "Kestrel Logistics"), ("role-0", "Director")];
        let made = house.post(&house.boss, "/people", &typed).await;
        let address = format!("{}/edit", made.header(LOCATION));
        let form = house.get(&house.boss, &address).await;
        assert!(
            form.text.contains("value=\"Director\"") && form.text.contains("name=\"version\" value=\"1\"")
        );
        let saved = house.post(&house.boss, &address, &[("version", "1"), ("name", "Tom Keller")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        let page = house.get(&house.boss, saved.header(LOCATION)).await;
        assert!(page.text.contains("a private person"), "{}", page.text);
    });
}
