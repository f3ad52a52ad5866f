//! Companies on screen: listed, made, edited, put away; what happened stands on their page.

use axum::http::StatusCode;
use axum::http::header::LOCATION;
use desk::company::EditCompany;
use sales::company::CompanyFields;

use crate::house::run;

#[test]
fn a_company_is_made_from_a_name_and_found_in_the_list() {
    run(async |house| {
        let made = house
            .post(&house.rep, "/companies", &[("name", "Lowther Hotels"), ("phones", "+44 20 7946 0018")])
            .await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let page = house.get(&house.rep, made.header(LOCATION)).await;
        assert!(
            page.text.contains("Lowther Hotels") && page.text.contains("tel:+442079460018"),
            "{}",
            page.text
        );
        let list = house.get(&house.rep, "/companies?q=low").await;
        assert!(list.text.contains("Lowther Hotels") && !list.text.contains("Kestrel Logistics"));
    });
}

#[test]
fn a_company_that_may_exist_is_offered_before_another_is_made() {
    run(async |house| {
        let asked = house
            .post(&house.boss, "/companies", &[("name", "Kestrel Logistics Ltd"), ("web", "kestrel.example")])
            .await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.text.contains(&format!("href=\"/companies/{}\"", house.company)), "{}", asked.text);
        assert!(asked.text.contains("Make it anyway") && asked.text.contains("value=\"kestrel.example\""));
        let form = [("name", "Kestrel Logistics Ltd"), ("sure", "1")];
        assert_eq!(house.post(&house.boss, "/companies", &form).await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn every_fault_is_named_at_once_and_what_was_typed_stays() {
    run(async |house| {
        let form =
            [("name", " "), ("employees", "many"), ("annual_revenue", "a lot"), ("parent", "Nobody knows")];
        let refused = house.post(&house.boss, "/companies", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for kept in ["4 things to put right", "value=\"many\"", "value=\"a lot\"", "value=\"Nobody knows\""] {
            assert!(refused.text.contains(kept), "{kept}: {}", refused.text);
        }
    });
}

#[test]
fn a_form_that_does_not_tell_what_stood_in_it_needs_a_second_look() {
    run(async |house| {
        let address = format!("/companies/{}/edit", house.company);
        assert!(house.get(&house.boss, &address).await.text.contains("value=\"Kestrel Logistics\""));
        let fields = CompanyFields { name: "Kestrel".into(), ..CompanyFields::default() };
        let edit = EditCompany { id: house.company, version: 1, fields };
        house.desk.write(&house.actor(&house.boss).await, edit).await.unwrap();
        let stale = house.post(&house.boss, &address, &[("version", "1"), ("name", "Kestrel Group")]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        assert!(
            stale.text.contains("value=\"Kestrel Group\"") && stale.text.contains("value=\"2\""),
            "{}",
            stale.text
        );
        let again = house.post(&house.boss, &address, &[("version", "2"), ("name", "Kestrel Group")]).await;
        assert_eq!(again.header(LOCATION), format!("/companies/{}", house.company));
        let page = house.get(&house.boss, again.header(LOCATION)).await;
        assert!(page.text.contains("<b>Name</b> Kestrel → Kestrel Group"), "{}", page.text);
    });
}

#[test]
fn a_company_below_another_names_it_and_is_named_by_it() {
    run(async |house| {
        let form = [("name", "Harbour Cold Store"), ("parent", "kestrel logistics")];
        let made = house.post(&house.boss, "/companies", &form).await;
        let child = house.get(&house.boss, made.header(LOCATION)).await;
        assert!(
            child.text.contains(&format!("<a href=\"/companies/{}\">Kestrel Logistics</a>", house.company))
        );
        let parent = house.get(&house.boss, &format!("/companies/{}", house.company)).await;
        assert!(parent.text.contains("Harbour Cold Store"));
    });
}

#[test]
fn an_archived_company_leaves_the_list_and_comes_back_from_the_archive() {
    run(async |house| {
        let at = |verb: &str| format!("/companies/{}/{verb}", house.company);
        house.post(&house.boss, &at("archive"), &[]).await;
        assert!(!house.get(&house.boss, "/companies").await.text.contains("Kestrel Logistics"));
        let archive = house.get(&house.boss, "/archive?kind=companies").await;
        assert!(archive.text.contains("Kestrel Logistics") && archive.text.contains(&at("restore")));
        let back = house.post(&house.boss, &at("restore"), &[("back", "/archive?kind=companies")]).await;
        assert_eq!(back.header(LOCATION), "/archive?kind=companies");
        assert!(house.get(&house.boss, "/companies").await.text.contains("Kestrel Logistics"));
    });
}

#[test]
fn a_reader_sees_a_company_and_is_offered_no_change() {
    run(async |house| {
        let page = house.get(&house.reader, &format!("/companies/{}", house.company)).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text.contains("/edit\"") && !page.text.contains("action=\"/notes\""), "{}", page.text);
        assert_eq!(
            house.post(&house.reader, "/companies", &[("name", "Mine")]).await.status,
            StatusCode::FORBIDDEN
        );
    });
}

#[test]
fn suggestions_are_asked_by_whatever_field_is_typed_in() {
    run(async |house| {
        for address in ["/companies/named?parent=kest", "/companies/named?company-1=kest"] {
            let found = house.get(&house.boss, address).await;
            assert!(found.text.contains("<option value=\"Kestrel Logistics\">"), "{}", found.text);
        }
    });
}

#[test]
fn a_company_that_nobody_owns_is_taken_by_the_first_who_may() {
    run(async |house| {
        let page = format!("/companies/{}", house.company);
        let take = format!("{page}/owner");
        assert!(house.get(&house.boss, "/companies").await.text.contains("No owner"));
        assert!(!house.get(&house.reader, &page).await.text.contains(&take));
        assert_eq!(house.post(&house.reader, &take, &[]).await.status, StatusCode::FORBIDDEN);
        assert!(house.get(&house.rep, &page).await.text.contains(&take), "the rep is offered to take it");
        let taken = house.post(&house.rep, &take, &[]).await;
        assert_eq!(taken.header(LOCATION), page);
        let seen = house.get(&house.boss, &page).await;
        assert!(seen.text.contains("Robin Reed") && !seen.text.contains(&take), "{}", seen.text);
        assert_eq!(house.post(&house.boss, &take, &[]).await.status, StatusCode::CONFLICT);
    });
}

const STAFFING: [&str; 3] = [
    include_str!("../../../../processes/staffing-status/process.yaml"),
    include_str!("../../../../processes/staffing-level/process.yaml"),
    include_str!("../../../../processes/staffing-customer/process.yaml"),
];

// Seed 000.1, 000.4, 000.37.
#[test]
fn a_process_is_started_on_a_company_and_shows_its_help_and_what_is_missing() {
    run(async |house| {
        for definition in STAFFING {
            let publish = desk::process::PublishProcess { definition: definition.to_owned(), active: true };
            house.desk.write(&house.system(), publish).await.unwrap();
        }
        let form = [("name", "Harbour Mills"), ("address", "1 Quay"), ("phones", "+44 20 7946 0018")];
        let made = house.post(&house.boss, "/companies", &form).await;
        let home = made.header(LOCATION).split('?').next().unwrap().to_owned();
        let page = house.get(&house.boss, &home).await;
        let start = format!("{home}/cases/staffing-customer");
        assert!(page.text.contains(&format!("href=\"{start}\"")), "{}", page.text);
        assert!(!page.text.contains("cases/staffing-status"), "the course alone starts a status");
        let refused = house.post(&house.boss, &start, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Web address is not filled."), "{}", refused.text);
        let form = [("was", ""), ("value", "harbour.example")];
        assert_eq!(
            house.post(&house.boss, &format!("{home}/fields/web"), &form).await.status,
            StatusCode::OK
        );
        assert_eq!(house.post(&house.boss, &start, &[]).await.status, StatusCode::SEE_OTHER);
        let page = house.get(&house.boss, &home).await;
        for shown in [
            "Staffing customer",
            "Prospect created",
            "Find out whom to speak with there, and link them as an active contact.",
            "No active contact is linked to the customer.",
            "Customer status",
            "Not a customer yet. Nothing may be ordered.",
            "Sales level",
        ] {
            assert!(page.text.contains(shown), "{shown}: {}", page.text);
        }
        let moved = house.post(&house.boss, &format!("{home}/cases/staffing-level/moves/hot"), &[]).await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text);
        let by_hand = house.get(&house.boss, &format!("{home}/cases/staffing-status/moves/check")).await;
        assert_eq!(by_hand.status, StatusCode::NOT_FOUND, "no hand moves a status");
    });
}
