//! A value edited where it stands: field by field, each told of the other.

use axum::http::{StatusCode, header};

use crate::house::{House, run, run_on_both};

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

#[test]
fn values_of_companies_and_people_are_edited_where_they_stand() {
    run_on_both(async |house| {
        let company = format!("/companies/{}", house.company);
        let page = house.get(&house.rep, &company).await;
        assert!(page.text.contains(&format!("data-edit=\"{company}/fields/industry\"")), "{}", page.text);
        assert!(!house.get(&house.reader, &company).await.text.contains("data-edit"));
        for (field, typed, shown) in [
            ("industry", "Transport", "Transport"),
            ("employees", "1 200", "1,200"),
            ("annual_revenue", "1200.50", "1200.50"),
            ("phones", "+49 30 1234567\r\n+49 30 7654321", "+49 30 1234567\n+49 30 7654321"),
            ("web", "", "Not set"),
        ] {
            let path = format!("{company}/fields/{field}");
            let saved = house.post(&house.rep, &path, &[("was", ""), ("value", typed)]).await;
            assert_eq!(saved.status, StatusCode::OK, "{field}: {}", saved.text);
            assert!(saved.text.contains(shown), "{field}: {}", saved.text);
        }
        let second = [("was", ""), ("value", "Logistics")];
        let second = house.post(&house.boss, &format!("{company}/fields/industry"), &second).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(second.text.contains("Robin Reed has changed this to Transport"), "{}", second.text);
        assert!(second.text.contains("name=\"was\" value=\"Transport\""), "{}", second.text);
        let odd = [("was", "1200"), ("value", "many")];
        let odd = house.post(&house.boss, &format!("{company}/fields/employees"), &odd).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            odd.text.contains("Write a whole number") && odd.text.contains("value=\"many\""),
            "{}",
            odd.text
        );
        let made = house
            .post(
                &house.rep,
                "/people",
                &[("name", "Tom Keller"), ("company-0", "Kestrel Logistics"), ("role-0", "Head")],
            )
            .await;
        let person = made.header(header::LOCATION).to_owned();
        let mail = house
            .post(&house.rep, &format!("{person}/fields/mails"), &[("was", ""), ("value", "tom@example.com")])
            .await;
        assert_eq!(mail.status, StatusCode::OK, "{}", mail.text);
        let page = house.get(&house.rep, &person).await;
        assert!(page.text.contains("tom@example.com") && page.text.contains("Head"), "{}", page.text);
        assert!(
            house
                .get(&house.rep, "/people")
                .await
                .text
                .contains(&format!("data-edit=\"{person}/fields/phones\""))
        );
        assert!(
            house
                .get(&house.rep, "/companies")
                .await
                .text
                .contains(&format!("data-edit=\"{company}/fields/employees\""))
        );
        let owner = house.get(&house.rep, &format!("{person}/fields/owner")).await;
        assert_eq!(owner.status, StatusCode::NOT_FOUND);
        let reader = house
            .post(&house.reader, &format!("{person}/fields/given"), &[("was", ""), ("value", "T")])
            .await;
        assert_eq!(reader.status, StatusCode::FORBIDDEN);
    });
}
