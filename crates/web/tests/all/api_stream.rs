//! The change feed as it happens: the same parts as by cursor, read on from the last id, over when the token is.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode, header};
use desk::access::{ListTokens, RevokeToken};
use serde_json::{Value, json};
use tokio_stream::StreamExt;
use tower::ServiceExt;

use crate::api_lists::make;
use crate::house::{House, Member, run_on_both};

/// Longer than a follower is ever left without a look, on a machine that has much to do.
const PATIENCE: Duration = Duration::from_secs(20);

struct Stream(BodyDataStream);

impl Stream {
    /// What comes next; none when the stream is over.
    async fn next(&mut self) -> Option<String> {
        let part = tokio::time::timeout(PATIENCE, self.0.next()).await.unwrap();
        part.map(|part| String::from_utf8(part.unwrap().to_vec()).unwrap())
    }

    /// The next part of the feed: its id and its data.
    async fn part(&mut self) -> (String, Value) {
        loop {
            let text = self.next().await.unwrap();
            let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
            if let Some(data) = field("data:") {
                assert_eq!(field("event:"), Some("changes"));
                return (field("id:").unwrap().to_owned(), serde_json::from_str(data).unwrap());
            }
        }
    }

    /// Reads on until this company was made: what came on the way, and the last id.
    async fn until(&mut self, name: &str) -> (Vec<String>, String) {
        let mut seen = Vec::new();
        loop {
            let (id, part) = self.part().await;
            assert_eq!(part["next"], json!(id));
            let names = part["items"].as_array().unwrap().iter();
            seen.extend(names.map(|item| item["details"]["name"].as_str().unwrap_or("-").to_owned()));
            if seen.iter().any(|seen| seen == name) {
                return (seen, id);
            }
        }
    }
}

/// The status, and the stream if there is one.
async fn listen(house: &House, member: &Member, last: &str) -> (StatusCode, Stream) {
    let mut request = Request::builder()
        .uri("/api/v1/changes/stream")
        .header(header::AUTHORIZATION, format!("Bearer {}", member.token));
    if !last.is_empty() {
        request = request.header("last-event-id", last);
    }
    let answer = house.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    (answer.status(), Stream(answer.into_body().into_data_stream()))
}

async fn company(house: &House, member: &Member, name: &str) {
    make(house, member, "/companies", json!({ "name": name })).await;
}

#[test]
fn a_listener_hears_what_happens_and_reads_on_where_it_was() {
    run_on_both(async |house| {
        company(&house, &house.rep, "One").await;
        let (status, mut stream) = listen(&house, &house.rep, "").await;
        assert_eq!(status, StatusCode::OK);
        let (_, id) = stream.until("One").await;
        company(&house, &house.boss, "The boss's own").await;
        company(&house, &house.rep, "Two").await;
        assert_eq!(stream.until("Two").await.0, ["Two"], "nothing out of reach");
        drop(stream);
        company(&house, &house.rep, "Three").await;
        let (_, mut again) = listen(&house, &house.rep, &id).await;
        assert_eq!(again.until("Three").await.0, ["Two", "Three"], "nothing left out, nothing twice");
    });
}

#[test]
fn a_stream_is_over_when_its_token_is_revoked() {
    run_on_both(async |house| {
        company(&house, &house.rep, "One").await;
        let (_, mut stream) = listen(&house, &house.rep, "").await;
        stream.until("One").await;
        let rep = house.actor(&house.rep).await;
        for token in house.desk.read(&rep, ListTokens::default()).await.unwrap() {
            house.desk.write(&rep, RevokeToken { id: token.id }).await.unwrap();
        }
        assert_eq!(stream.next().await, None);
        assert_eq!(listen(&house, &house.rep, "").await.0, StatusCode::UNAUTHORIZED);
    });
}

#[test]
fn a_member_has_a_few_streams_and_a_made_up_id_none() {
    run_on_both(async |house| {
        assert_eq!(listen(&house, &house.rep, "made-up").await.0, StatusCode::UNPROCESSABLE_ENTITY);
        let mut open = Vec::new();
        for _ in 0..8 {
            let (status, stream) = listen(&house, &house.rep, "").await;
            assert_eq!(status, StatusCode::OK);
            open.push(stream);
        }
        assert_eq!(listen(&house, &house.rep, "").await.0, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(listen(&house, &house.boss, "").await.0, StatusCode::OK);
        open.pop();
        assert_eq!(listen(&house, &house.rep, "").await.0, StatusCode::OK);
    });
}
