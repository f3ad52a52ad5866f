//! Search, the palette, the shortcuts and the bell.

use axum::http::StatusCode;

use crate::house::run;

#[test]
fn what_is_found_stands_under_its_kind_with_the_words_marked() {
    run(async |house| {
        let page = house.get(&house.boss, "/search?q=kes").await;
        let link = format!("<a href=\"/companies/{}\"><mark>Kes</mark>trel Logistics</a>", house.company);
        assert!(page.text.contains(&link), "{}", page.text);
        let none = house.get(&house.boss, "/search?q=zzzz").await;
        assert!(none.text.contains("/companies/new?name=zzzz"), "{}", none.text);
    });
}

#[test]
fn the_palette_offers_records_then_acts_on_what_is_in_front_then_pages() {
    run(async |house| {
        let found = house.get(&house.boss, "/search/palette?q=kes&at=/day").await;
        assert!(found.text.contains(&format!("href=\"/companies/{}\"", house.company)), "{}", found.text);
        let here = house.get(&house.boss, "/search/palette?q=&at=/companies/1").await;
        let place = |part: &str| here.text.find(part).unwrap_or_else(|| panic!("{part}: {}", here.text));
        assert!(place("/deals/new?company=1") < place("href=\"/deals\""));
        let none = house.get(&house.boss, "/search/palette?q=zzzz&at=/day").await;
        assert!(none.text.contains("aria-disabled=\"true\""), "{}", none.text);
    });
}

#[test]
fn a_deal_that_is_found_tells_its_client_stage_worth_and_owner_and_many_are_cut() {
    run(async |house| {
        for nth in 0..9 {
            let name = format!("Wi-Fi {nth}");
            let form =
                [("client", "Zebra Works"), ("name", &name), ("amount", "18 400"), ("currency", "GBP")];
            assert_eq!(house.post(&house.rep, "/deals", &form).await.status, StatusCode::SEE_OTHER);
        }
        let page = house.get(&house.rep, "/search?q=wi-fi").await.text;
        for words in ["<small>Zebra Works</small>", "Prospect", "£18,400", "title=\"Robin Reed\"", "first 8"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("</mark> 8</a>"));
        let all = house.get(&house.rep, "/search?q=wi-fi&kind=deal").await.text;
        assert!(all.contains("</mark> 8</a>") && !all.contains("first 8"), "{all}");
    });
}

#[test]
fn words_of_a_search_are_escaped() {
    run(async |house| {
        let page = house.get(&house.boss, "/search?q=%3Cscript%3Ealert(1)%3C/script%3E").await;
        assert!(!page.text.contains("<script>alert"), "{}", page.text);
    });
}

#[test]
fn the_bell_leads_to_notices_and_shortcuts_have_a_page() {
    run(async |house| {
        let notices = house.get(&house.rep, "/notifications").await;
        assert!(notices.text.contains("class=\"button quiet bare bell\"") && notices.text.contains("<h2>"));
        assert_eq!(house.post(&house.rep, "/notifications/read", &[]).await.status, StatusCode::SEE_OTHER);
        assert!(house.get(&house.rep, "/keys").await.text.contains("<kbd>Ctrl K</kbd>"));
    });
}

#[test]
fn the_archive_is_empty_until_something_is_put_away() {
    run(async |house| {
        for kind in ["deals", "companies", "people"] {
            let page = house.get(&house.boss, &format!("/archive?kind={kind}")).await;
            assert!(page.text.contains("Nothing is put away here"), "{kind}: {}", page.text);
        }
    });
}
