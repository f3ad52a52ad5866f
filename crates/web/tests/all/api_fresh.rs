//! ETags: reads that are not sent twice, edits that overwrite nobody's.

use axum::body::Body;
use axum::http::{HeaderName, Request, StatusCode, header};
use serde_json::{Value, json};

use crate::api_lists::make;
use crate::house::{Answer, House, run_on_both};

async fn read(house: &House, path: &str, known: &str) -> Answer {
    ask(house, "GET", path, (header::IF_NONE_MATCH, known), Value::Null).await
}

async fn ask(
    house: &House,
    method: &str,
    path: &str,
    (name, value): (HeaderName, &str),
    body: Value,
) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(format!("/api/v1{path}"))
        .header(header::AUTHORIZATION, format!("Bearer {}", house.rep.token))
        .header(header::CONTENT_TYPE, "application/json")
        .header(name, value);
    house.send(request.body(Body::from(body.to_string())).unwrap()).await
}

async fn deal(house: &House) -> String {
    let deal = json!({ "name": "Switches", "company_id": house.company, "currency": "EUR" });
    format!("/deals/{}", make(house, &house.rep, "/deals", deal).await)
}

#[test]
fn what_was_read_and_has_not_changed_is_not_sent_again() {
    run_on_both(async |house| {
        let path = deal(&house).await;
        for path in [path.as_str(), "/deals", "/tasks", "/me"] {
            let first = read(&house, path, "\"none\"").await;
            assert_eq!(first.status, StatusCode::OK, "{path}");
            let tag = first.header(header::ETAG).to_owned();
            for known in [tag.clone(), format!("\"other\", W/{tag}"), "*".to_owned()] {
                let again = read(&house, path, &known).await;
                assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
                assert_eq!(again.header(header::ETAG), tag, "{path}");
            }
        }
        // A task on the deal shows on it and leaves its version as it is.
        let tag = read(&house, &path, "").await.header(header::ETAG).to_owned();
        let id: i64 = path.rsplit('/').next().unwrap().parse().unwrap();
        make(&house, &house.rep, "/tasks", json!({ "title": "Mow", "on": { "deal": id } })).await;
        assert_eq!(read(&house, &path, &tag).await.status, StatusCode::OK);
    });
}

#[test]
fn an_edit_of_what_others_have_changed_is_refused_with_their_changes() {
    run_on_both(async |house| {
        let path = deal(&house).await;
        let tag = read(&house, &path, "").await.header(header::ETAG).to_owned();
        let edit = |tag: String, body: Value| {
            let (house, path) = (&house, &path);
            async move { ask(house, "PATCH", path, (header::IF_MATCH, &tag), body).await }
        };
        let first = edit(tag.clone(), json!({ "amount": 700 })).await;
        assert_eq!(first.status, StatusCode::OK, "{}", first.text);
        let late = edit(tag.clone(), json!({ "name": "Mine" })).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        let problem = late.json();
        assert_eq!(
            (&problem["status"], &problem["type"]),
            (&json!(412), &json!("urn:dealwright:problem:stale"))
        );
        let change = json!([{ "field": "amount", "before": null, "after": 700 }]);
        assert_eq!(problem["changes"].as_array().unwrap().len(), 1);
        assert_eq!(problem["changes"][0]["details"]["changes"], change);
        assert_eq!(read(&house, &path, "").await.json()["name"], "Switches");
        // With the tag of the answer to the first edit it goes through.
        let newer = first.header(header::ETAG).to_owned();
        assert_eq!(edit(newer, json!({ "name": "Mine" })).await.status, StatusCode::OK);
    });
}
