//! Saved views: what is looked at often, by a name, kept alone or shared.

use axum::http::{StatusCode, header};

use crate::house::{House, Member, run};

/// Keeps a view and says where it is looked at.
async fn kept(house: &House, by: &Member, form: &[(&str, &str)]) -> String {
    let answer = house.post(by, "/views", form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.header(header::LOCATION).to_owned()
}

fn id(address: &str) -> &str {
    address.split("view=").nth(1).unwrap().split('&').next().unwrap()
}

async fn tabs(house: &House, by: &Member, path: &str) -> String {
    let page = house.get(by, path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.text);
    let bar = page.text.split("class=\"views\"").nth(1).unwrap_or_default();
    bar.split("</nav>").next().unwrap_or_default().to_owned()
}

#[test]
fn a_view_keeps_filters_order_columns_and_whether_it_is_a_board() {
    run(async |house| {
        let offered = house.get(&house.rep, "/deals/list?owner=me&sort=name").await.text;
        assert!(offered.contains("/views/new?noun=deal&amp;query=owner%3Dme%26sort%3Dname"), "{offered}");
        let query = "columns=client%2Cowner&owner=me&sort=name";
        let list = [("noun", "deal"), ("view", "Mine by name"), ("shared", "own"), ("query", query)];
        let address = kept(&house, &house.rep, &list).await;
        assert_eq!(address, format!("/deals/list?view={}&{query}", id(&address)));
        let page = tabs(&house, &house.rep, &address).await;
        assert!(
            page.contains("aria-current=\"true\"> Mine by name")
                || page.contains("aria-current=\"true\">Mine by name"),
            "{page}"
        );
        let board = [("noun", "deal"), ("view", "Overdue"), ("board", "1"), ("query", "next=overdue")];
        let address = kept(&house, &house.rep, &board).await;
        assert!(address.starts_with("/deals?view="), "{address}");
        let nameless = house.post(&house.rep, "/views", &[("noun", "deal"), ("query", "q=a")]).await;
        assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nameless.text.contains("value=\"q=a\""), "what was to be kept is still there");
    });
}

#[test]
fn a_view_is_found_by_those_it_is_shared_with_and_changed_by_its_owner() {
    run(async |house| {
        let form = [("noun", "company"), ("view", "Big ones"), ("query", "sort=newest")];
        let own = kept(&house, &house.boss, &[form.as_slice(), &[("shared", "own")]].concat()).await;
        let all = [("noun", "company"), ("view", "For all"), ("shared", "all"), ("query", "sort=newest")];
        let all = kept(&house, &house.boss, &all).await;
        let seen = tabs(&house, &house.rep, "/companies").await;
        assert!(seen.contains("For all") && !seen.contains("Big ones"), "{seen}");
        let edit = |address: &str| format!("/views/{}/edit", id(address));
        let renamed = [("view", "Mine now"), ("shared", "all")];
        assert_eq!(house.post(&house.rep, &edit(&own), &renamed).await.status, StatusCode::NOT_FOUND);
        let taken = house.post(&house.rep, &edit(&all), &renamed).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "another's view may only be begun with");
        assert!(tabs(&house, &house.rep, "/companies").await.contains("For all"));
        let query = format!("/views/{}/query", id(&all));
        assert_eq!(house.post(&house.rep, &query, &[("query", "")]).await.status, StatusCode::FORBIDDEN);
        let delete = format!("/views/{}/delete", id(&all));
        assert_eq!(house.post(&house.rep, &delete, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(house.post(&house.boss, &delete, &[]).await.status, StatusCode::SEE_OTHER);
        assert!(!tabs(&house, &house.rep, "/companies").await.contains("For all"));
    });
}

#[test]
fn a_member_begins_with_the_view_they_chose_and_still_reaches_all() {
    run(async |house| {
        let form = [("noun", "deal"), ("view", "Mine"), ("first", "on"), ("query", "owner=me")];
        let address = kept(&house, &house.rep, &form).await;
        let begun = house.get(&house.rep, "/deals").await;
        assert_eq!((begun.status, begun.header(header::LOCATION)), (StatusCode::SEE_OTHER, address.as_str()));
        let page = tabs(&house, &house.rep, "/deals/list?view=all").await;
        assert!(page.contains("href=\"/deals/list?view=all\" aria-current"), "{page}");
        assert_eq!(house.get(&house.boss, "/deals").await.status, StatusCode::OK, "others begin as before");
        let edit = format!("/views/{}/edit", id(&address));
        house.post(&house.rep, &edit, &[("view", "Mine"), ("query", "owner=me")]).await;
        assert_eq!(house.get(&house.rep, "/deals").await.status, StatusCode::OK);
    });
}

#[test]
fn a_changed_view_is_saved_over_or_dropped() {
    run(async |house| {
        let form = [("noun", "deal"), ("view", "Mine"), ("query", "owner=me")];
        let address = kept(&house, &house.rep, &form).await;
        let same = house.get(&house.rep, &address).await.text;
        assert!(!same.contains("Save changes"), "{same}");
        let differs = house.get(&house.rep, &format!("{address}&type=project")).await.text;
        assert!(differs.contains("Save changes") && differs.contains("Drop changes"));
        let query = format!("/views/{}/query", id(&address));
        let saved = house.post(&house.rep, &query, &[("query", "owner=me&type=project")]).await;
        assert_eq!(saved.header(header::LOCATION), format!("{address}&type=project"));
    });
}
