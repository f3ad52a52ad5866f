//! The process on screen.

use axum::http::StatusCode;

use crate::house::{FUNNEL, House, run};

#[test]
fn a_process_is_drawn_and_told_in_words() {
    run(async |house: House| {
        assert_eq!(house.get(&house.rep, "/process").await.status, StatusCode::OK);
        let page = house.get(&house.boss, "/process/six-stage-funnel").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        assert!(page.text.contains("<svg") && page.text.contains("Discovery"));
        assert_eq!(house.get(&house.boss, "/process/nothing").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_definition_at_fault_is_not_published() {
    run(async |house: House| {
        let wrong = FUNNEL.replacen("stages:", "stagez:", 1);
        let form = [("definition", wrong.as_str()), ("act", "publish")];
        let refused = house.post(&house.boss, "/process/draft", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        assert!(refused.text.contains("stagez"), "what was typed stays");
    });
}

/// The numbers of these attributes of a tag.
fn numbers<const N: usize>(tag: &str, names: [&str; N]) -> [i64; N] {
    names.map(|name| {
        let from =
            tag.find(&format!(" {name}=\"")).unwrap_or_else(|| panic!("{name}: {tag}")) + name.len() + 3;
        tag[from..].split('"').next().unwrap().parse().unwrap()
    })
}

#[test]
fn every_stage_of_the_chart_lies_inside_it_and_leads_to_its_panel() {
    run(async |house: House| {
        let page = house.get(&house.boss, "/process/six-stage-funnel").await.text;
        let chart = &page[page.find("<svg class=\"flow\"").unwrap()..];
        let [width, height] = numbers(chart, ["width", "height"]);
        let boxes: Vec<&str> = chart.split("<a class=\"stage-box\"").skip(1).collect();
        assert_eq!(boxes.len(), 8);
        for one in boxes {
            let rect = &one[one.find("<rect").unwrap()..];
            let [x, y, w, h] = numbers(rect, ["x", "y", "width", "height"]);
            assert!(x >= 0 && y >= 0 && x + w <= width && y + h <= height, "{one}");
            let panel = one.split("href=\"#").nth(1).unwrap().split('"').next().unwrap();
            assert!(page.contains(&format!("id=\"{panel}\"")), "{panel}");
        }
        assert!(page.contains("data-ends=\"won\"") && page.contains("data-ends=\"lost\""));
    });
}

#[test]
fn a_stage_tells_what_holds_a_deal_what_mends_it_and_where_moves_lead() {
    run(async |house: House| {
        let page = house.get(&house.boss, "/process/six-stage-funnel").await.text;
        for words in [
            "The site has not been visited yet.",
            "plan: Sales discovery, Network discovery",
            "Blocks, and nothing overrides it",
            "href=\"#stage-commitment\"",
            "to any stage the deal has been in",
        ] {
            assert!(page.contains(words), "{words}");
        }
        let words = house.get(&house.boss, "/process/six-stage-funnel?view=words").await.text;
        assert!(words.contains("class=\"flow-words\"") && !words.contains("class=\"flow\""));
        let file = house.get(&house.boss, "/process/six-stage-funnel?view=file").await.text;
        assert!(
            file.contains(&format!("id=\"line-{}\"", FUNNEL.lines().count())),
            "each line has an address"
        );
    });
}

#[test]
fn the_list_tells_what_runs_in_a_process_and_whether_its_stories_pass() {
    run(async |house: House| {
        let deal = [("client", "Zebra Works"), ("name", "Wi-Fi"), ("amount", "100"), ("currency", "GBP")];
        assert_eq!(house.post(&house.rep, "/deals", &deal).await.status, StatusCode::SEE_OTHER);
        let page = house.get(&house.rep, "/process").await.text;
        for words in [
            "Main process",
            "6 and 2 ends",
            "18 of 18 pass",
            "<a href=\"/deals/list?process=six-stage-funnel\">1</a>",
        ] {
            assert!(page.contains(words), "{words}");
        }
    });
}

#[test]
fn a_finding_leads_to_its_line_in_the_text_that_was_checked() {
    run(async |house: House| {
        let wrong = FUNNEL.replacen("probability: 10", "probability: 1000", 1);
        let form = [("definition", wrong.as_str()), ("act", "check")];
        let page = house.post(&house.boss, "/process/draft", &form).await.text;
        let line = 1 + wrong.lines().position(|line| line.contains("1000")).unwrap();
        assert!(page.contains(&format!("href=\"#line-{line}\"")), "{page}");
        assert!(page.contains(&format!("<span class=\"line\" id=\"line-{line}\">")));
    });
}
