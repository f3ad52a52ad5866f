//! Settings on screen, for administrators and for everybody else.

use axum::http::StatusCode;

use crate::house::{House, run};

#[test]
fn every_page_of_settings_opens_for_an_administrator() {
    run(async |house: House| {
        for page in ["", "/hours", "/teams", "/lists/reason", "/products", "/roles", "/tokens"] {
            let seen = house.get(&house.boss, &format!("/settings{page}")).await;
            assert_eq!(seen.status, StatusCode::OK, "{page}: {}", seen.text);
        }
        assert_eq!(house.get(&house.boss, "/settings/lists/nothing").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn others_are_told_why_and_keep_their_tokens() {
    run(async |house: House| {
        let seen = house.get(&house.rep, "/settings").await;
        assert_eq!(seen.status, StatusCode::FORBIDDEN);
        assert!(seen.text.contains("belong to administrators"));
        let made = house
            .post(&house.rep, "/settings/tokens", &[("form", "add"), ("act", "add"), ("name", "phone")])
            .await;
        assert!(made.text.contains("dw_"), "{}", made.text);
        let later = house.get(&house.rep, "/settings/tokens").await.text;
        assert!(later.contains("phone") && !later.contains("dw_"), "a secret is shown once");
        let tried = house.post(&house.rep, "/settings/teams", &[("act", "add"), ("name", "Ours")]).await;
        assert_eq!(tried.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn what_was_typed_into_a_refused_form_stays() {
    run(async |house: House| {
        let product =
            [("form", "add"), ("act", "add"), ("name", "Rack"), ("list_price", "12.50"), ("currency", "XQZ")];
        let refused = house.post(&house.boss, "/settings/products", &product).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.text.contains("value=\"Rack\"") && refused.text.contains("There is no such currency")
        );
        let euro =
            [("form", "add"), ("act", "add"), ("name", "Rack"), ("list_price", "12.50"), ("currency", "EUR")];
        assert_eq!(house.post(&house.boss, "/settings/products", &euro).await.status, StatusCode::SEE_OTHER);
        assert!(house.get(&house.boss, "/settings/products").await.text.contains("value=\"12.50\""));
    });
}

#[test]
fn a_word_is_added_moved_up_and_retired() {
    run(async |house: House| {
        let address = "/settings/lists/reason";
        let word = [("form", "add"), ("act", "add"), ("title_en", "Moved away"), ("title_ru", "Переехали")];
        assert_eq!(house.post(&house.boss, address, &word).await.status, StatusCode::SEE_OTHER);
        let page = house.get(&house.boss, address).await.text;
        assert!(page.contains("Moved away") && page.contains("Переехали"));
        let before = page.split("Moved away").next().unwrap();
        let id =
            before.rsplit("name=\"form\" value=\"").next().unwrap().split('"').next().unwrap().to_owned();
        let up = house.post(&house.boss, address, &[("form", &id), ("act", "up")]).await;
        assert_eq!(up.status, StatusCode::SEE_OTHER);
        let retired = house.post(&house.boss, address, &[("form", &id), ("act", "retire")]).await;
        assert_eq!(retired.status, StatusCode::SEE_OTHER);
        assert!(house.get(&house.boss, address).await.text.contains("Retired"));
    });
}

#[test]
fn a_week_of_working_hours_is_kept() {
    run(async |house: House| {
        let week = [("form", "week"), ("open-0", "10:00"), ("close-0", "16:00")];
        assert_eq!(house.post(&house.boss, "/settings/hours", &week).await.status, StatusCode::SEE_OTHER);
        assert!(house.get(&house.boss, "/settings/hours").await.text.contains("value=\"10:00\""));
        let wrong = [("form", "week"), ("open-0", "16:00"), ("close-0", "10:00")];
        let refused = house.post(&house.boss, "/settings/hours", &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}
