//! Reports: figures that add up and lead to their deals.

use axum::http::StatusCode;

use crate::house::{House, run};

async fn deal(house: &House, amount: &str, currency: &str) {
    let form = [("client", "Zebra Works"), ("name", "Wi-Fi"), ("amount", amount), ("currency", currency)];
    let answer = house.post(&house.rep, "/deals", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

/// The text between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).unwrap_or_else(|| panic!("no {from}: {text}"));
    text[start..].split(to).next().unwrap()
}

#[test]
fn together_each_currency_is_summed_for_itself() {
    run(async |house: House| {
        deal(&house, "18 400", "GBP").await;
        deal(&house, "600", "GBP").await;
        deal(&house, "250", "EUR").await;
        let page = house.get(&house.boss, "/reports?by=stage").await.text;
        let foot = between(&page, "<tfoot>", "</tfoot>");
        for words in [">3<", "£19,000", "€250"] {
            assert!(foot.contains(words), "{words}: {foot}");
        }
        let told = between(&page, "report-says", "</p>");
        assert!(told.contains("3 deals, €250, £19,000 together."), "{told}");
    });
}

#[test]
fn a_count_leads_to_its_deals_where_the_list_can_be_asked_for_them() {
    run(async |house: House| {
        deal(&house, "18 400", "GBP").await;
        let rep = house.rep.id;
        for (by, href) in [
            ("stage", "/deals/list?status=any&amp;stage=prospect".to_owned()),
            ("status", "/deals/list?status=open".to_owned()),
            ("owner", format!("/deals/list?status=any&amp;owner={rep}")),
        ] {
            let page = house.get(&house.boss, &format!("/reports?by={by}")).await.text;
            assert!(page.contains(&format!("<a href=\"{href}\">1</a>")), "{by}: {page}");
            let list = house.get(&house.boss, &href.replace("&amp;", "&")).await;
            assert!(list.text.contains("Zebra Works"), "{href}");
        }
        let quarters = house.get(&house.boss, "/reports?by=quarter").await.text;
        assert!(!between(&quarters, "<tbody>", "</tbody>").contains("<a "), "no filter, no link");
    });
}

#[test]
fn where_there_are_no_deals_the_report_says_so() {
    run(async |house: House| {
        let page = house.get(&house.rep, "/reports?by=stage&status=won").await.text;
        assert!(page.contains("There are no deals like this within your reach."), "{page}");
    });
}
