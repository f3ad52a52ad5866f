//! What changed elsewhere reaches an open page, also what changed before it listened.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, StatusCode};
use tokio_stream::StreamExt;
use tower::ServiceExt;

use crate::house::{House, Member, run};

/// The first thing that a page of the company hears within a moment; empty where it hears nothing.
async fn heard(house: &House, by: &Member, since: i64) -> String {
    let path = format!("/live?topics=company:{}&since={since}", house.company);
    let request = house.page(Method::GET, by, &path).body(Body::empty()).unwrap();
    let answer = house.router.clone().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let mut stream = answer.into_body().into_data_stream();
    match tokio::time::timeout(Duration::from_millis(300), stream.next()).await {
        Ok(Some(part)) => String::from_utf8(part.unwrap().to_vec()).unwrap(),
        _ => String::new(),
    }
}

#[test]
fn a_page_hears_at_once_of_what_happened_since_it_was_made() {
    run(async |house| {
        let made = house.desk.now().as_microsecond();
        let company = house.company.to_string();
        let note = [("company", company.as_str()), ("body", "The gate is shut on Fridays")];
        assert_eq!(house.post(&house.rep, "/notes", &note).await.status, StatusCode::SEE_OTHER);
        assert!(heard(&house, &house.rep, made).await.contains(&format!("company:{company}")));
        assert_eq!(heard(&house, &house.rep, made + 60_000_000).await, "");
        assert_eq!(heard(&house, &house.rep, 0).await, "", "a page that does not say when it was made");
    });
}
