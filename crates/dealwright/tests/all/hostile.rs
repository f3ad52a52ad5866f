//! Requests that want too much: each is refused with a clear word, and memory stays bounded whatever is sent.

use std::io::Write;
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

use serde_json::json;
use testkit::Answer;

use crate::house::{House, Server, Signed};
use crate::often;
use crate::story::of;

const MEGABYTE: usize = 1024 * 1024;

/// A problem with a word for programs and sentences for people.
fn says(answer: &Answer, status: u16, word: &str) {
    assert_eq!(answer.status, status, "{answer:?}");
    assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{answer:?}");
    let problem = of(answer);
    assert_eq!(problem["type"], format!("urn:dealwright:problem:{word}"));
    assert!(problem["detail"].as_str().unwrap().len() > 10, "{problem}");
}

#[test]
fn a_body_over_the_bound_is_refused_to_programs_and_to_people() {
    let house = House::on_sqlite().settled();
    let server = house.serve();
    let name = json!({ "name": "x".repeat(MEGABYTE) }).to_string();
    says(&server.client().post("/api/v1/companies", &name).unwrap(), 413, "too-large");

    let long = "x".repeat(65 * 1024);
    let page =
        server.stranger().submit("/sign-in", &[("email", "a@example.org"), ("password", &long)]).unwrap();
    assert_eq!(page.status, 413);
    assert!(page.body.contains("more than the server takes at once"), "{}", page.body);

    let (mut browser, csrf) = server.browser();
    let name = "x".repeat(MEGABYTE);
    let page = browser.submit("/companies", &[("_csrf", &csrf), ("name", &name)]).unwrap();
    assert_eq!(page.status, 413);
    assert!(page.body.contains("the form still holds what you typed"), "{}", page.body);
}

#[test]
fn a_page_or_a_query_over_the_bound_is_refused_by_its_name() {
    let house = House::on_sqlite().settled();
    let server = house.serve();
    let mut client = server.client();
    for limit in ["0", "201", "-1", "99999999999999999999"] {
        let answer = client.get(&format!("/api/v1/deals?limit={limit}")).unwrap();
        says(&answer, 422, "invalid");
        assert_eq!(of(&answer)["errors"][0]["field"], "limit");
    }
    let query = "x".repeat(9 * 1024);
    says(&client.get(&format!("/api/v1/deals?q={query}")).unwrap(), 414, "query-too-long");
    let page = server.browser().0.get(&format!("/deals/list?q={query}")).unwrap();
    assert_eq!(page.status, 414);
    assert!(page.body.contains("more than the server takes at once"), "{}", page.body);
}

#[test]
fn a_caller_who_comes_too_often_is_told_to_wait_and_nobody_else_is() {
    let house = House::on_sqlite().settled();
    let mut command = house.command(&["serve"]);
    command.env("DEALWRIGHT_RATE", "5");
    let server = house.serve_by(command);
    let mut client = server.client();
    let answers: Vec<Answer> = (0..60).map(|_| client.get("/api/v1/me").unwrap()).collect();
    assert!(answers[..50].iter().all(|answer| answer.status == 200));
    let refused = answers.last().unwrap();
    says(refused, 429, "too-many-requests");
    assert_eq!(refused.header("retry-after"), Some("1"));
    let page = server.stranger().get("/sign-in").unwrap();
    assert_eq!(page.status, 200);
    thread::sleep(Duration::from_secs(1));
    assert_eq!(client.get("/api/v1/me").unwrap().status, 200);
}

#[test]
fn memory_stays_bounded_whatever_is_sent() {
    let house = House::on_sqlite().settled();
    let server = house.serve();
    // Before the strangers come: whoever guesses passwords from an address shuts it for a while.
    let signed = server.sign_in();
    let calm = server.peak();
    let attacks: [(&str, Attack); 6] = [
        ("half heads", half_heads),
        ("strangers' forms", strangers_forms),
        ("forms of many fields", many_fields),
        ("odd JSON", odd_json),
        ("odd YAML", odd_yaml),
        ("files of nothing but commas", comma_files),
    ];
    let mut peaks = vec![("calm", calm)];
    for (name, attack) in attacks {
        attack(&server, &signed);
        assert!(server.is_up(), "{name}: {}", server.log());
        assert_eq!(server.client().get("/api/v1/me").unwrap().status, 200, "{name}");
        peaks.push((name, server.peak()));
    }
    println!("MB at most: {peaks:?}");
    assert!(server.peak() < 700, "{peaks:?}");
}

/// Eight files of 24 MB at once, in and out, and one that is too large.
#[test]
fn no_file_lies_in_memory() {
    let house = House::on_sqlite().settled();
    let server = house.serve();
    let made = server.client().post("/api/v1/companies", r#"{"name":"Kestrel"}"#).unwrap();
    let files = format!("/api/v1/companies/{}/files?name=scan.bin", of(&made)["id"]);
    let calm = server.peak();
    let file = "x".repeat(24 * MEGABYTE);
    at_once(8, |_| {
        let mut client = server.client();
        let sent = client.ask("POST", &files, &[], &file).unwrap();
        assert_eq!(sent.status, 201, "{}", sent.body);
        let read = client.get(&format!("/api/v1/files/{}", of(&sent)["id"])).unwrap();
        assert_eq!(read.body.len(), file.len());
    });
    let large = "x".repeat(26 * MEGABYTE);
    says(&server.client().ask("POST", &files, &[], &large).unwrap(), 413, "invalid");
    let (calm, peak) = (calm, server.peak());
    println!("MB at most: {calm} and {peak} with files");
    assert!(peak < calm + 60, "{calm} and {peak} with files");
}

type Attack = fn(&Server, &Signed);

fn at_once(count: usize, send: impl Fn(usize) + Sync) {
    thread::scope(|scope| {
        for number in 0..count {
            let send = &send;
            scope.spawn(move || send(number));
        }
    });
}

/// Heads that never end, 60 KB each, on more connections than are taken.
fn half_heads(server: &Server, _: &Signed) {
    let head = format!("GET / HTTP/1.1\r\nx-long: {}", "x".repeat(60 * 1024));
    let mut open = Vec::new();
    for _ in 0..850 {
        let mut stream = TcpStream::connect(server.address()).unwrap();
        stream.set_write_timeout(Some(Duration::from_secs(1))).unwrap();
        // The server may take no more; then the attack has met its bound.
        let _ = stream.write_all(head.as_bytes());
        open.push(stream);
    }
}

fn strangers_forms(server: &Server, _: &Signed) {
    let password = "x".repeat(60 * 1024);
    at_once(64, |_| {
        let _ = server.stranger().submit("/sign-in", &[("email", "a@example.org"), ("password", &password)]);
    });
}

fn many_fields(server: &Server, signed: &Signed) {
    let body = format!("_csrf={}{}", signed.csrf, "&a".repeat(MEGABYTE / 2 - 100));
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    at_once(16, |_| {
        drop(server.stranger().with("cookie", &signed.cookie).ask("POST", "/companies", &kind, &body))
    });
}

fn odd_json(server: &Server, _: &Signed) {
    let deep = "[".repeat(MEGABYTE - 1);
    let wide = format!("{{\"name\":[{}0]}}", "0,".repeat(MEGABYTE / 2 - 20));
    let bodies = [deep, wide];
    at_once(16, |number| {
        let answer = server.client().post("/api/v1/deals", &bodies[number % 2]).unwrap();
        assert!([400, 413, 422].contains(&answer.status), "{answer:?}");
    });
}

/// Each line names the one before ten times over.
fn odd_yaml(server: &Server, _: &Signed) {
    let lines =
        (1..20).map(|line| format!("a{line}: &a{line} [{}]\n", format!("*a{},", line - 1).repeat(10)));
    let bomb: String = std::iter::once("a0: &a0 [x]\n".to_owned()).chain(lines).collect();
    let body = json!({ "definition": bomb }).to_string();
    at_once(8, |_| {
        let answer = server.client().post("/api/v1/processes/check", &body).unwrap();
        assert!(answer.status < 500, "{answer:?}");
    });
}

/// As large as an import may be, with as many cells as bytes.
fn comma_files(server: &Server, signed: &Signed) {
    let size = often("DEALWRIGHT_HOSTILE_MEGABYTES", 8) * MEGABYTE;
    let row = format!("{}\n", ",".repeat(999));
    let file = format!("name{}\n{}", ",".repeat(995), row.repeat(size / row.len()));
    at_once(4, |_| {
        let mut browser = server.stranger().with("cookie", &signed.cookie);
        let boundary = "----frontier";
        let part = |name: &str, more: &str, text: &str| {
            format!("--{boundary}\r\ncontent-disposition: form-data; name=\"{name}\"{more}\r\n\r\n{text}\r\n")
        };
        let body = [
            part("_csrf", "", &signed.csrf),
            part("files", "; filename=\"a.csv\"", &file),
            format!("--{boundary}--\r\n"),
        ];
        let kind = [("content-type", "multipart/form-data; boundary=----frontier")];
        let answer = browser.ask("POST", "/import", &kind, &body.concat()).unwrap();
        assert!(answer.status < 500, "{answer:?}");
        if let Some(place) = answer.header("location").map(str::to_owned) {
            let page = browser.get(&place).unwrap();
            assert!(page.status < 500, "{}", page.body);
        }
    });
}
