//! One's own settings on screen.

use axum::http::{StatusCode, header};

use crate::house::{House, PASSWORD, run};

#[test]
fn a_wrong_password_is_told_at_its_field_and_changes_nothing_else() {
    run(async |house: House| {
        let look =
            [("name", "Robin Reed"), ("language", "en"), ("theme", "dark"), ("time_zone", "Asia/Dubai")];
        assert_eq!(house.post(&house.rep, "/profile", &look).await.status, StatusCode::SEE_OTHER);
        let wish = [("old", "not my password at all"), ("new", "another long sentence")];
        let refused = house.post(&house.rep, "/profile/password", &wish).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("This is not your present password."), "{}", refused.text);
        for kept in ["value=\"Robin Reed\"", "value=\"dark\" selected", "value=\"Asia/Dubai\" selected"] {
            assert!(refused.text.contains(kept), "{kept}: {}", refused.text);
        }
    });
}

#[test]
fn a_password_is_changed_and_the_next_page_says_so() {
    run(async |house: House| {
        let wish = [("old", PASSWORD), ("new", "another long sentence")];
        let changed = house.post(&house.rep, "/profile/password", &wish).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER);
        assert!(changed.header(header::SET_COOKIE).starts_with("dealwright_said=.Password%20changed"));
    });
}

#[test]
fn a_change_of_language_is_confirmed_in_the_new_one() {
    run(async |house: House| {
        let look = [("name", "Robin Reed"), ("language", "ru"), ("theme", "auto")];
        let saved = house.post(&house.rep, "/profile", &look).await;
        let said = saved.header(header::SET_COOKIE).to_owned();
        let words = percent_encoding::percent_decode_str(&said).decode_utf8().unwrap().into_owned();
        assert!(words.starts_with("dealwright_said=.Сохранено;"), "{words}");
    });
}
