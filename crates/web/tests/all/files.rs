//! Files on records: sent by form and by program, saved and never shown.

use axum::body::{Body, Bytes};
use axum::http::{Method, Request, StatusCode, header};
use dealwright_web as web;
use futures::stream;
use serde_json::json;

use crate::house::{Answer, FILE_MOST, House, Member, encoded, run, run_on_both};

/// A form of files as a browser sends it, the token first.
fn form(token: &str, files: &[(&str, &str)]) -> String {
    let field = web::security::CSRF_FIELD;
    let mut body = format!("--seam\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{token}\r\n");
    for (name, text) in files {
        body += &format!(
            "--seam\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
             Content-Type: image/png\r\n\r\n{text}\r\n"
        );
    }
    body + "--seam--\r\n"
}

async fn send(house: &House, member: &Member, path: &str, body: String, script: bool) -> Answer {
    let mut request = house
        .page(Method::POST, member, path)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=seam");
    if script {
        request = request.header("hx-request", "true");
    }
    house.send(request.body(Body::from(body)).unwrap()).await
}

/// Sends bytes as a program does.
async fn put(house: &House, member: &Member, path: &str, key: Option<&str>, body: Body) -> Answer {
    let mut request = Request::post(format!("/api/v1{path}"))
        .header(header::AUTHORIZATION, format!("Bearer {}", member.token));
    if let Some(key) = key {
        request = request.header("idempotency-key", key);
    }
    house.send(request.body(body).unwrap()).await
}

async fn ask(house: &House, member: &Member, path: &str, name: &str, value: &str) -> Answer {
    let request = Request::get(format!("/api/v1{path}"))
        .header(header::AUTHORIZATION, format!("Bearer {}", member.token))
        .header(name, value);
    house.send(request.body(Body::empty()).unwrap()).await
}

async fn listed(house: &House, path: &str) -> Vec<String> {
    let list = house.api(&house.rep, "GET", path, None).await.json();
    list["items"].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_program_attaches_reads_and_removes() {
    run_on_both(async |house| {
        let files = format!("/companies/{}/files", house.company);
        let body = || Body::from("%PDF-1.7 the offer");
        let made = put(&house, &house.rep, &format!("{files}?name=Offer%205.pdf"), Some("k1"), body()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let again = put(&house, &house.rep, &format!("{files}?name=Offer%205.pdf"), Some("k1"), body()).await;
        assert_eq!(again.json(), made.json(), "sent again, it is attached once");
        let other =
            put(&house, &house.rep, &format!("{files}?name=Offer%205.pdf"), Some("k1"), Body::from("x"))
                .await;
        assert_eq!(other.json()["type"], "urn:dealwright:problem:key-reused");
        let list = house.api(&house.rep, "GET", &files, None).await.json();
        let file = &list["items"][0];
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
        assert_eq!(
            (&file["media_type"], &file["size"], &file["attached_by"]["name"]),
            (&json!("application/pdf"), &json!(18), &json!("Robin Reed"))
        );
        let place = format!("/files/{}", file["id"]);
        let read = house.api(&house.rep, "GET", &place, None).await;
        assert_eq!(read.text, "%PDF-1.7 the offer");
        assert_eq!(read.header(header::ETAG), format!("\"{}\"", file["sha256"].as_str().unwrap()));
        let known = ask(&house, &house.rep, &place, "if-none-match", read.header(header::ETAG)).await;
        assert_eq!((known.status, known.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
        let part = ask(&house, &house.rep, &place, "range", "bytes=9-11").await;
        assert_eq!((part.status, part.text.as_str()), (StatusCode::PARTIAL_CONTENT, "the"));
        assert_eq!(part.header(header::CONTENT_RANGE), "bytes 9-11/18");
        let beyond = ask(&house, &house.rep, &place, "range", "bytes=18-").await;
        assert_eq!(beyond.status, StatusCode::RANGE_NOT_SATISFIABLE);
        let removed = house.api(&house.rep, "DELETE", &place, None).await;
        assert_eq!(removed.status, StatusCode::NO_CONTENT);
        assert_eq!(house.api(&house.rep, "GET", &place, None).await.status, StatusCode::NOT_FOUND);
        let act = removed.headers["dealwright-act"].to_str().unwrap();
        house.api(&house.rep, "POST", &format!("/acts/{act}/undo"), None).await;
        assert_eq!(house.api(&house.rep, "GET", &place, None).await.text, "%PDF-1.7 the offer");
        let told = house.api(&house.rep, "GET", "/changes", None).await.json();
        let kinds: Vec<_> =
            told["items"].as_array().unwrap().iter().map(|entry| entry["event"].as_str().unwrap()).collect();
        assert!(kinds.ends_with(&["file-attached", "file-removed", "undone"]), "{kinds:?}");
    });
}

#[test]
fn a_file_is_saved_and_never_shown() {
    run(async |house| {
        let files = format!(
            "/companies/{}/files?name={}",
            house.company,
            encoded("../Счёт \"5\"\r\n\u{202e}gpj.html")
        );
        let script = "<!doctype html><script>alert(1)</script>";
        let id = put(&house, &house.rep, &files, None, Body::from(script)).await.json()["id"].clone();
        for read in [
            house.api(&house.rep, "GET", &format!("/files/{id}"), None).await,
            house.get(&house.rep, &format!("/files/{id}")).await,
        ] {
            assert_eq!(read.text, script);
            assert_eq!(read.header(header::CONTENT_TYPE), "application/octet-stream");
            assert_eq!(read.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
            assert!(read.header(header::CONTENT_SECURITY_POLICY).contains("script-src 'none'"));
            assert!(read.header(header::CONTENT_SECURITY_POLICY).ends_with("sandbox"));
            assert_eq!(
                read.header(header::CONTENT_DISPOSITION),
                "attachment; filename=\"____ _5_gpj.html\"; filename*=UTF-8''%D0%A1%D1%87%D1%91%D1%82%20%225%22gpj.html"
            );
        }
        let page = house.get(&house.rep, &format!("/companies/{}", house.company)).await;
        assert!(page.text.contains("Счёт &quot;5&quot;gpj.html"), "the name stands on the page as text");
        assert!(page.text.contains("Program"), "what may do something when opened says so");
    });
}

#[test]
fn a_form_attaches_several_and_says_of_each_what_is_wrong() {
    run_on_both(async |house| {
        let path = format!("/companies/{}/files", house.company);
        let token = &house.rep.csrf;
        let sent =
            send(&house, &house.rep, &path, form(token, &[("a.txt", "one"), ("b.txt", "two")]), false).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        assert_eq!(sent.header(header::LOCATION), format!("/companies/{}#files", house.company));
        let large = "x".repeat(usize::try_from(FILE_MOST).unwrap() + 1);
        let mixed = form(
            token,
            &[
                ("empty.txt", ""),
                ("c.txt", "three"),
                ("large.txt", &large),
                ("", "nothing chosen"),
                ("..", "x"),
            ],
        );
        let mixed = send(&house, &house.rep, &path, mixed, false).await;
        assert_eq!(mixed.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in [
            "<b>empty.txt</b>: This file is empty.",
            "<b>large.txt</b>: This file is too large: 1 MB",
            "<b>..</b>: Fill",
        ] {
            assert!(mixed.text.contains(words), "{words}: {}", mixed.text);
        }
        assert_eq!(listed(&house, &path).await, ["c.txt", "b.txt", "a.txt"]);
        let panel = send(&house, &house.rep, &path, form(token, &[("d.txt", "four")]), true).await;
        assert_eq!(panel.status, StatusCode::OK);
        assert!(
            panel.text.starts_with("<div id=\"files\">") && panel.text.contains("d.txt"),
            "{}",
            panel.text
        );
        assert!(panel.text.contains("data-undo"), "it can be taken back");
        let bare = form("", &[("s.txt", "five")]);
        let bare = bare.split_once("\r\n\r\n\r\n").unwrap().1.to_owned();
        let request = house.page(Method::POST, &house.rep, &path).header(web::security::CSRF_HEADER, token);
        let request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=seam");
        house.send(request.body(Body::from(bare)).unwrap()).await;
        assert_eq!(listed(&house, &path).await[0], "s.txt", "a script sends the token by header");
        let refused = send(&house, &house.rep, &path, form(token, &[("e.txt", "")]), true).await;
        assert_eq!(
            (refused.status, refused.text.as_str()),
            (StatusCode::UNPROCESSABLE_ENTITY, "<p>This file is empty. Choose one that holds something.</p>")
        );
        let half = form(token, &[("half.txt", "half")]).replace("\r\n--seam--\r\n", "");
        let half = send(&house, &house.rep, &path, half, false).await;
        assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(listed(&house, &path).await.len(), 5);
    });
}

#[test]
fn nothing_is_received_of_a_form_from_elsewhere_or_by_whoever_may_not() {
    run(async |house| {
        let path = format!("/companies/{}/files", house.company);
        let files = [("a.txt", "one")];
        let late = form("", &files)
            .replace(&format!("name=\"{}\"\r\n\r\n", web::security::CSRF_FIELD), "name=\"x\"\r\n\r\n");
        let late = late.replace(
            "--seam--",
            &format!(
                "--seam\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n{}\r\n--seam--",
                house.rep.csrf
            ),
        );
        for body in [form("", &files), form("wrong", &files), late, "nonsense".to_owned()] {
            let answer = send(&house, &house.rep, &path, body, false).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.text);
        }
        let reader = send(&house, &house.reader, &path, form(&house.reader.csrf, &files), false).await;
        assert_eq!(reader.status, StatusCode::FORBIDDEN);
        let refused = put(&house, &house.reader, &format!("{path}?name=a"), None, Body::from("x")).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(!house.desk.files().folder().join("incoming").exists(), "no byte was written");
    });
}

#[test]
fn what_is_too_large_is_refused_with_the_limit_however_it_is_sent() {
    run(async |house| {
        let path = format!("/companies/{}/files?name=large.bin", house.company);
        let parts = (0..=FILE_MOST / 1024).map(|_| Ok::<_, std::io::Error>(Bytes::from_static(&[7; 1024])));
        let sent = put(&house, &house.rep, &path, None, Body::from_stream(stream::iter(parts))).await;
        assert_eq!(sent.status, StatusCode::PAYLOAD_TOO_LARGE);
        let told = &sent.json()["errors"][0];
        assert_eq!((&told["field"], &told["fault"]), (&json!("file"), &json!("too-large")));
        assert_eq!(told["says"], "This file is too large: 1 MB are the most.");
        let broken = stream::iter([Ok(Bytes::from_static(b"half")), Err(std::io::Error::other("gone"))]);
        let broken = put(&house, &house.rep, &path, None, Body::from_stream(broken)).await;
        assert_eq!(broken.status, StatusCode::BAD_REQUEST);
        let empty = put(&house, &house.rep, &path, None, Body::empty()).await;
        assert_eq!(empty.json()["errors"][0]["fault"], "empty");
        let nameless =
            put(&house, &house.rep, &path.replace("large.bin", "%E2%80%AE"), None, Body::from("x")).await;
        assert_eq!(nameless.json()["errors"][0]["field"], "name");
        let zero = put(&house, &house.rep, &path.replace("large", "%00"), None, Body::from("x")).await;
        assert_eq!(zero.json()["type"], "urn:dealwright:problem:zero-character");
        let left = std::fs::read_dir(house.desk.files().folder().join("incoming")).unwrap().count();
        assert_eq!(left, 0, "nothing of them stays");
    });
}

#[test]
fn a_removed_file_leaves_the_page_and_the_toast_brings_it_back() {
    run_on_both(async |house| {
        let path = format!("/companies/{}", house.company);
        send(&house, &house.rep, &format!("{path}/files"), form(&house.rep.csrf, &[("a.txt", "one")]), false)
            .await;
        let files = house.api(&house.rep, "GET", &format!("{path}/files"), None).await.json();
        let id = files["items"][0]["id"].as_i64().unwrap();
        let link = format!("href=\"/files/{id}\"");
        assert!(house.get(&house.rep, &path).await.text.contains(&link));
        let removed = house.post(&house.rep, &format!("/files/{id}/remove"), &[]).await;
        assert_eq!(removed.header(header::LOCATION), path);
        let page = house.get(&house.rep, &path).await;
        assert!(!page.text.contains(&link));
        assert!(page.text.contains("File attached") && page.text.contains("File removed"), "{}", page.text);
        let reader = house.get(&house.reader, &path).await;
        assert!(!reader.text.contains("data-attach"), "a reader is offered nothing to change");
    });
}
