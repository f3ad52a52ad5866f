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
