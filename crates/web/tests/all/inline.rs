//! A value edited where it stands: field by field, each told of the other.

use axum::http::{StatusCode, header};

use crate::house::{House, run};

async fn deal(house: &House) -> String {
    let company = house.company.to_string();
    let form = [("client", "Kestrel Logistics"), ("company", company.as_str()), ("name", "Wi-Fi")];
    house.post(&house.rep, "/deals", &form).await.header(header::LOCATION).to_owned()
}

#[test]
fn two_who_change_different_fields_both_get_their_way() {
    run(async |house| {
        let deal = deal(&house).await;
        let shown = house.get(&house.rep, &format!("{deal}/fields/amount")).await;
        assert!(shown.text.contains("name=\"was\" value=\"\""), "{}", shown.text);
        let amount = [("was", ""), ("value", "1 200")];
        let saved = house.post(&house.rep, &format!("{deal}/fields/amount"), &amount).await;
        assert_eq!(saved.status, StatusCode::OK, "{}", saved.text);
        assert!(saved.text.contains("1,200") && saved.text.contains("/undo"), "{}", saved.text);
        let campaign = [("was", ""), ("value", "Spring")];
        let saved = house.post(&house.boss, &format!("{deal}/fields/campaign"), &campaign).await;
        assert_eq!(saved.status, StatusCode::OK, "{}", saved.text);
        let seen = house.get(&house.rep, &format!("{deal}/edit")).await.text;
        assert!(seen.contains("Spring") && seen.contains("1200"), "both stand");
    });
}

#[test]
fn who_changes_the_same_field_is_told_by_whom_and_to_what_and_keeps_what_they_typed() {
    run(async |house| {
        let path = format!("{}/fields/campaign", deal(&house).await);
        house.post(&house.boss, &path, &[("was", ""), ("value", "Spring")]).await;
        let second = house.post(&house.rep, &path, &[("was", ""), ("value", "Autumn")]).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(second.text.contains("Ada Boss has changed this to Spring"), "{}", second.text);
        assert!(
            second.text.contains("value=\"Autumn\"") && second.text.contains("name=\"was\" value=\"Spring\"")
        );
        let again = house.post(&house.rep, &path, &[("was", "Spring"), ("value", "Autumn")]).await;
        assert_eq!(again.status, StatusCode::OK);
    });
}

#[test]
fn what_can_not_be_read_is_told_and_nothing_else_is_editable() {
    run(async |house| {
        let deal = deal(&house).await;
        let path = format!("{deal}/fields/expected_close_on");
        let refused = house.post(&house.rep, &path, &[("was", ""), ("value", "soon")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("This is not a date"), "{}", refused.text);
        let other = house.get(&house.rep, &format!("{deal}/fields/owner_id")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
        let reader = house.get(&house.reader, &path).await;
        assert_eq!(reader.status, StatusCode::FORBIDDEN);
    });
}
