//! Imports on screen: from a file to rows mended, and back.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use desk::import::{StepOutcome, step};

use crate::house::{Answer, House, Member, run};

const DEALS: &str = "Deal name,Company,Amount\nRacks,Kestrel Logistics,1200\nCables,Kestrel Logistics,many\n";

/// Sends the form of a new import as a browser does.
async fn upload(house: &House, member: &Member, csrf: &str, file: &str) -> Answer {
    let part = |name: &str, text: &str| {
        format!("--seam\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
    };
    let file = format!(
        "--seam\r\nContent-Disposition: form-data; name=\"files\"; filename=\"deals.csv\"\r\n\
         Content-Type: text/csv\r\n\r\n{file}\r\n--seam--\r\n"
    );
    let body = part("_csrf", csrf) + &part("mapping", "") + &part("title", "") + &file;
    let request = Request::builder()
        .method(Method::POST)
        .uri("/import")
        .header(header::HOST, "crm.example")
        .header(header::COOKIE, format!("{}={}", dealwright_web::visitor::COOKIE, member.session))
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=seam")
        .body(Body::from(body))
        .unwrap();
    house.send(request).await
}

async fn to_the_end(house: &House, id: i64) {
    while let StepOutcome::More { .. } = step(&house.desk, id).await.unwrap() {}
}

#[test]
fn an_import_goes_from_a_file_to_mended_rows_and_back() {
    run(async |house: House| {
        let boss = house.boss.clone();
        assert!(house.get(&boss, "/import").await.text.contains("Nothing has been imported yet"));
        let made = upload(&house, &boss, &boss.csrf, DEALS).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let address = made.header(header::LOCATION).to_owned();
        let draft = house.get(&boss, &address).await.text;
        assert!(draft.contains("Match columns") && draft.contains("Check 2 rows"), "{draft}");
        let checked = house.get(&boss, &format!("{address}/check")).await.text;
        assert!(checked.contains("Import 1 row") && checked.contains("not a number"), "{checked}");

        let started = house.post(&boss, &format!("{address}/start"), &[]).await;
        assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.text);
        let running = house.get(&boss, &address).await.text;
        assert!(running.contains("every 1s") && running.contains("Look again"), "{running}");
        let id: i64 = address.rsplit('/').next().unwrap().parse().unwrap();
        to_the_end(&house, id).await;
        let over = house.get(&boss, &format!("{address}/progress")).await;
        assert_eq!(over.headers["hx-refresh"], "true");

        let done = house.get(&boss, &address).await.text;
        assert!(done.contains("Rows to mend") && done.contains("many"), "{done}");
        let row = done.split("/rows/").nth(1).unwrap().split('"').next().unwrap();
        let mend = format!("{address}/rows/{row}");
        let fields = |amount| {
            [
                ("header", "Deal name"),
                ("value", "Cables"),
                ("header", "Company"),
                ("value", "Kestrel Logistics"),
                ("header", "Amount"),
                ("value", amount),
            ]
        };
        let still = house.post(&boss, &mend, &fields("plenty")).await;
        assert_eq!(still.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(still.text.contains("plenty"), "what was typed stays");
        let mended = house.post(&boss, &mend, &fields("90")).await;
        assert_eq!(mended.status, StatusCode::SEE_OTHER, "{}", mended.text);

        house.post(&boss, &format!("{address}/undo"), &[]).await;
        to_the_end(&house, id).await;
        assert!(house.get(&boss, &address).await.text.contains("Undone"));
    });
}

#[test]
fn a_file_without_the_sessions_token_or_from_a_rep_is_refused() {
    run(async |house: House| {
        let forged = upload(&house, &house.boss, "wrong", DEALS).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        let rep = upload(&house, &house.rep, &house.rep.csrf, DEALS).await;
        assert_eq!(rep.status, StatusCode::FORBIDDEN);
    });
}

/// What a hidden field of the page holds.
fn hidden(page: &str, name: &str) -> String {
    let after = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    after.split('"').next().unwrap().replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn a_question_is_answered_in_one_click_and_deals_without_client_get_a_stand_in() {
    run(async |house: House| {
        let boss = house.boss.clone();
        let file = "Deal name,Company,Close date\nRacks,Kestrel Logistics,03/04/2026\nCables,,05/06/2026\n";
        let made = upload(&house, &boss, &boss.csrf, file).await;
        let address = made.header(header::LOCATION).to_owned();
        let draft = house.get(&boss, &address).await.text;
        assert!(draft.contains("Day first") && draft.contains("no company and no person"), "{draft}");
        let question = hidden(&draft, "question");
        let choice = draft.split("name=\"choice\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let reply = [("question", question.as_str()), ("choice", choice)];
        let answered = house.post(&boss, &format!("{address}/answer"), &reply).await;
        assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", answered.text);
        let stood = house.post(&boss, &format!("{address}/stand-in"), &[("company", "Walk-in")]).await;
        assert_eq!(stood.status, StatusCode::SEE_OTHER, "{}", stood.text);
        let after = house.get(&boss, &address).await.text;
        assert!(!after.contains("Day first") && after.contains("Walk-in"), "{after}");

        let columns =
            [("header-0", "Deal name"), ("to-0-0", "deal.name"), ("header-0", "Company"), ("to-0-1", "")];
        let changed = house.post(&boss, &format!("{address}/columns"), &columns).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text);
        let odd = [("question", "nonsense"), ("choice", choice)];
        let refused = house.post(&boss, &format!("{address}/answer"), &odd).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}
