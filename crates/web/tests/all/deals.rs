//! Deals as a browser uses them: board, forms, moves, the next step.

use axum::body::Body;
use axum::http::{Method, StatusCode, header};

use crate::house::{Answer, House, run};

/// Sends a form and says where it leads.
async fn done(house: &House, path: &str, form: &[(&str, &str)]) -> String {
    let answer = house.post(&house.rep, path, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text);
    answer.header(header::LOCATION).to_owned()
}

/// The address of a new deal of a new company.
async fn new_deal(house: &House) -> String {
    let form = [("client", "Zebra Works"), ("name", "Wi-Fi"), ("amount", "18 400"), ("currency", "GBP")];
    done(house, "/deals", &form).await
}

/// Where the first link that contains these words leads.
fn link(answer: &Answer, part: &str) -> String {
    let at = answer.text.find(part).unwrap_or_else(|| panic!("no {part}: {}", answer.text));
    let start = answer.text[..at].rfind('"').unwrap() + 1;
    answer.text[start..].split('"').next().unwrap().to_owned()
}

#[test]
fn a_name_and_a_client_make_a_deal_that_stands_on_the_board() {
    run(async |house| {
        let deal = new_deal(&house).await;
        let page = house.get(&house.rep, &deal).await;
        for words in ["Zebra Works", "£18,400", "To go on to 1st Appointment", "Source"] {
            assert!(page.text.contains(words), "{words}");
        }
        for board in ["/deals", "/deals/list", "/deals.csv"] {
            let seen = house.get(&house.rep, board).await;
            assert!(seen.text.contains("Zebra Works"), "{board}");
        }
        // The same name another time is the same company.
        let again = done(&house, "/deals", &[("client", "zebra  works"), ("name", "Phones")]).await;
        let page = house.get(&house.rep, &again).await;
        let first = house.get(&house.rep, &deal).await;
        assert_eq!(link(&page, "/companies/"), link(&first, "/companies/"));
    });
}

#[test]
fn a_compressed_file_of_deals_comes_whole() {
    run(async |house| {
        new_deal(&house).await;
        let request =
            house.page(Method::GET, &house.rep, "/deals.csv").header(header::ACCEPT_ENCODING, "gzip");
        let answer = house.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!((answer.status, answer.header(header::CONTENT_ENCODING)), (StatusCode::OK, "gzip"));
        assert!(!answer.text.is_empty());
    });
}

#[test]
fn a_form_at_fault_comes_back_with_what_was_typed() {
    run(async |house| {
        let form = [("client", "Zebra Works"), ("name", ""), ("amount", "about 9k")];
        let answer = house.post(&house.rep, "/deals", &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["about 9k", "Fill this in.", "This is not an amount."] {
            assert!(answer.text.contains(words), "{words}");
        }
        let nobody = house.get(&house.rep, "/deals/clients?client=zebra").await;
        assert!(!nobody.text.contains("Zebra Works"), "a refused form makes no company");
    });
}

#[test]
fn a_drop_on_a_closed_stage_says_what_is_missing_and_changes_nothing() {
    run(async |house| {
        let deal = new_deal(&house).await;
        let answer =
            house.post(&house.rep, &format!("{deal}/moves"), &[("stage", "first-appointment")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("Not yet: Zebra Works stays in Prospect"), "{}", answer.text);
        let nowhere = house.post(&house.rep, &format!("{deal}/moves"), &[("stage", "won")]).await;
        assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(house.get(&house.rep, &deal).await.text.contains("Step 1 of 6: Prospect"));
    });
}

#[test]
fn a_move_that_asks_is_taken_with_its_answers_and_its_plan() {
    run(async |house| {
        let form = [("client", "Zebra Works"), ("name", "Wi-Fi"), ("source", "referral")];
        let deal = done(&house, "/deals", &form).await;
        let bare = house.post(&house.rep, &format!("{deal}/moves/book"), &[]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        let plan = [
            ("accepts", "fresh-note"),
            ("plan0_day", "2026-11-24"),
            ("plan0_from", "10:00"),
            ("plan0_to", "11:00"),
        ];
        assert_eq!(done(&house, &format!("{deal}/moves/book"), &plan).await, deal);
        let page = house.get(&house.rep, &deal).await;
        assert!(page.text.contains("Step 2 of 6: 1st Appointment"));
        assert!(page.text.contains("First appointment"));
    });
}

#[test]
fn the_last_planned_step_is_done_only_with_the_next_one() {
    run(async |house| {
        let deal = new_deal(&house).await;
        let step = link(&house.get(&house.rep, &deal).await, "/done");
        let took =
            [("back", deal.as_str()), ("on_day", "2026-11-23"), ("started", "08:30"), ("minutes", "15")];
        let refused = house.post(&house.rep, &step, &took).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("id=\"next_kind\""), "the same form, at the next step");
        let by_circle = house.post(&house.rep, &step, &[]).await;
        assert_eq!(by_circle.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut both = took.to_vec();
        both.extend([("outcome", "reached"), ("words", "Wants a quote"), ("next_kind", "meeting")]);
        both.extend([("next_day", "2026-11-25"), ("next_from", "10:00"), ("next_to", "11:00")]);
        assert_eq!(done(&house, &step, &both).await, deal);
        let page = house.get(&house.rep, &deal).await;
        assert!(page.text.contains("Wants a quote") && page.text.contains("Meeting"));
        let day = house.get(&house.rep, "/day").await;
        assert!(day.text.contains("Meeting"), "the next step is in the day's next");
    });
}

#[test]
fn whoever_saves_second_sees_both() {
    run(async |house| {
        let deal = new_deal(&house).await;
        let form = |name: &'static str| {
            [("version", "1"), ("client", "Zebra Works"), ("name", name), ("currency", "GBP")]
        };
        done(&house, &format!("{deal}/edit"), &form("Wi-Fi, two sites")).await;
        let second = house.post(&house.rep, &format!("{deal}/edit"), &form("Phones")).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(second.text.contains("Wi-Fi, two sites") && second.text.contains("Phones"));
    });
}

#[test]
fn tasks_and_notes_are_kept_on_the_deal() {
    run(async |house| {
        let deal = new_deal(&house).await;
        let id = deal.rsplit('/').next().unwrap().to_owned();
        done(&house, "/tasks", &[("deal", &id), ("title", "Send papers"), ("due_at", "2026-11-24T12:00")])
            .await;
        done(&house, "/notes", &[("deal", &id), ("body", "Ask for Marek")]).await;
        let page = house.get(&house.rep, &deal).await;
        assert!(page.text.contains("Ask for Marek"));
        let at = page.text.find("action=\"/tasks/").unwrap() + "action=\"".len();
        let task = page.text[at..].split('"').next().unwrap().to_owned();
        done(&house, &task, &[("back", &deal)]).await;
        assert!(house.get(&house.rep, &deal).await.text.contains("Task done"));
        let empty = house.post(&house.rep, "/notes", &[("deal", &id), ("body", "")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn a_deal_out_of_reach_is_not_there_and_a_reader_changes_nothing() {
    run(async |house| {
        let answer = house.post(&house.boss, "/deals", &[("client", "Secret"), ("name", "Wi-Fi")]).await;
        let deal = answer.header(header::LOCATION).to_owned();
        for path in [deal.clone(), format!("{deal}/edit"), format!("{deal}/moves")] {
            assert_eq!(house.get(&house.rep, &path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let reader = house.post(&house.reader, &format!("{deal}/moves/book"), &[]).await;
        assert!(reader.status.is_client_error());
        assert!(!house.get(&house.reader, &deal).await.text.contains("Log call"));
    });
}
