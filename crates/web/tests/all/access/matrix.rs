//! The matrix: every route has a line, and every line holds for everybody (S1).

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::json;

use super::lines::{self, Line, Sends};
use super::rows::{Hashes, changed, hashes};
use super::rules::{Rule, Told, Way};
use super::world::{Person, World, wait};
use crate::house::Answer;

/// Methods that an address may know. Another one is refused with those it knows.
fn methods(world: &World, address: &str) -> Vec<Method> {
    // A name that stands for a part of the address may be anything here.
    let path: String = address
        .split('/')
        .map(|part| if part.starts_with('{') { "1" } else { part })
        .collect::<Vec<_>>()
        .join("/");
    let request = Request::builder().method("PROPFIND").uri(path).body(Body::empty()).unwrap();
    let answer = world.send(request);
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{address}");
    let known = answer.header(header::ALLOW).split(',').map(|method| method.trim().parse().unwrap());
    known.filter(|method| *method != Method::HEAD).collect()
}

/// Every route that the server has, as its router tells it.
fn routes(world: &World) -> BTreeSet<String> {
    let addresses = dealwright_web::addresses();
    let with = |address: &String| {
        methods(world, address).into_iter().map(|method| format!("{method} {address}")).collect::<Vec<_>>()
    };
    addresses.iter().flat_map(with).collect()
}

#[test]
fn every_route_has_a_line_in_the_matrix() {
    let world = World::new();
    let served = routes(&world);
    let proven: BTreeSet<String> = lines::all().map(|line| line.route.to_owned()).collect();
    let without: Vec<_> = served.difference(&proven).collect();
    assert!(without.is_empty(), "no line says who may: {without:#?}");
    let gone: Vec<_> = proven.difference(&served).collect();
    assert!(gone.is_empty(), "no such route: {gone:#?}");
    assert!(served.len() > 150, "{}", served.len());
}

/// The source routes no address but those, and hangs nothing below one.
#[test]
fn no_route_is_made_beside_the_table() {
    let table = dealwright_web::addresses();
    let mut routed = 0;
    for (file, text) in sources(concat!(env!("CARGO_MANIFEST_DIR"), "/src").as_ref()) {
        let code = text.split("#[cfg(test)]").next().unwrap();
        for rest in code.split(".route(").skip(1).filter(|_| !file.ends_with("routing.rs")) {
            let address = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
            let address = address.unwrap_or_else(|| panic!("{file} routes what nobody can read"));
            let below = if file.contains("/api/v1/") { "/api/v1" } else { "" };
            assert!(table.contains(&format!("{below}{address}")), "{file} routes {address} beside the table");
            routed += 1;
        }
        for word in [".nest(", "nest_service(", "route_service(", "fallback_service(", ".oneshot("] {
            assert!(!code.contains(word) || file.ends_with("routing.rs"), "{file} has {word}");
        }
    }
    assert!(routed > 80, "{routed}");
}

fn sources(folder: &std::path::Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

/// The answer, and what is wrong with it.
fn judge(line: &Line, person: Person, answer: &Answer, differing: &[String]) -> Option<String> {
    judge_as(line, person, line.rule.tells(person, line.way()), answer, differing)
}

fn judge_as(
    line: &Line,
    person: Person,
    told: Told,
    answer: &Answer,
    differing: &[String],
) -> Option<String> {
    let status = answer.status;
    let to = answer.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap());
    let fits = match told.status() {
        Some(StatusCode::SEE_OTHER) => status == StatusCode::SEE_OTHER && to.starts_with("/sign-in"),
        Some(wanted) => status == wanted,
        None => !status.is_client_error() && !status.is_server_error() && !to.starts_with("/sign-in?back"),
    };
    let wrote = !differing.is_empty();
    let should_write = told == Told::Yes && line.writes;
    let says = if !fits {
        format!("is told {status} {to}, not {told:?}")
    } else if wrote && !should_write {
        format!("is told {status}, and all the same it changes {differing:?}")
    } else if !wrote && should_write {
        format!("is told {status}, and nothing was changed")
    } else {
        return None;
    };
    let words: String = answer.text.chars().take(if fits { 0 } else { 300 }).collect();
    Some(format!("{} as {person:?} at {} {says} {words}", line.route, line.path))
}

/// Asks every line as everybody, in a world of its own after each change.
#[test]
fn every_line_holds_for_everybody() {
    let mut wrong = Vec::new();
    let mut world = World::new();
    let fresh: Hashes = hashes(&world.desk);
    for line in lines::all() {
        for person in Person::ALL {
            let answer = world.send(line.request(&world, person));
            let after = hashes(&world.desk);
            wrong.extend(judge(line, person, &answer, &changed(&fresh, &after)));
            wrong.extend(unguarded(line, &answer));
            if after != fresh {
                world = World::new();
            }
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// By default whoever sees the owner's records may change them, or changes nothing at all. Here managers see everybody's
/// and change their team's.
#[test]
fn whoever_sees_a_record_and_may_not_change_it_changes_nothing() {
    let mut wrong = Vec::new();
    let mut tried = 0;
    let mut world = onlooking();
    let fresh = hashes(&world.desk);
    for line in lines::all() {
        let Some(told) = told_an_onlooker(line) else { continue };
        tried += 1;
        let answer = world.send(line.request(&world, Person::OtherHead));
        let after = hashes(&world.desk);
        wrong.extend(judge_as(line, Person::OtherHead, told, &answer, &changed(&fresh, &after)));
        if after != fresh {
            world = onlooking();
        }
    }
    assert!(wrong.is_empty(), "{} of {tried} are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried > 100, "{tried}");
}

fn onlooking() -> World {
    let world = World::new();
    let reach = json!({ "reads": "all", "writes": "team" });
    world.done(Person::Administrator, "PUT", "/roles/manager", reach);
    world
}

fn told_an_onlooker(line: &Line) -> Option<Told> {
    match line.rule {
        Rule::Reads => Some(Told::Yes),
        Rule::Writes => Some(Told::Forbidden),
        Rule::WritesMany => Some(Told::Idle),
        _ => None,
    }
}

/// What every answer carries, whatever it says (S4).
fn unguarded(line: &Line, answer: &Answer) -> Option<String> {
    let header = |name: &str| answer.headers.get(name).map_or("", |value| value.to_str().unwrap());
    let policy = header("content-security-policy");
    let strict = policy.starts_with("default-src 'none'")
        && ["frame-ancestors 'none'", "base-uri 'none'"].iter().all(|part| policy.contains(part))
        && ["script-src", "form-action"].iter().all(|what| {
            // A file of somebody's may do nothing at all.
            policy.contains(&format!("{what} 'self'")) || policy.contains(&format!("{what} 'none'"))
        })
        && !policy.contains("unsafe")
        && !policy.contains('*')
        && !policy.contains("http");
    let guarded =
        strict && header("x-content-type-options") == "nosniff" && header("x-frame-options") == "DENY";
    (!guarded).then(|| format!("{} answers {} without guards: {policy}", line.route, answer.status))
}

/// A form that did not come from the visitor's own page is not taken, and neither is one read by GET (S7).
#[test]
fn no_form_is_taken_from_elsewhere() {
    let mut world = World::new();
    let fresh = hashes(&world.desk);
    let forms = lines::all().filter(|line| line.way() == Way::Form && line.rule.needs_session());
    let mut wrong = Vec::new();
    let mut tried = 0;
    for line in forms {
        let person = Person::Administrator;
        let path = world.filled(line.path);
        let session = || world.page(line.method(), person, &path);
        let token = world.members[&person].csrf.clone();
        let other = world.members[&Person::Owner].csrf.clone();
        let elsewhere = |name: &str, value: &str| {
            let mut request = line.with_body(&world, session(), &token);
            request.headers_mut().remove("sec-fetch-site");
            request
                .headers_mut()
                .insert(axum::http::HeaderName::from_bytes(name.as_bytes()).unwrap(), value.parse().unwrap());
            request
        };
        let requests = [
            ("no token", line.with_body(&world, session(), "")),
            ("another's token", line.with_body(&world, session(), &other)),
            ("another site", elsewhere("sec-fetch-site", "cross-site")),
            ("a sibling site", elsewhere("sec-fetch-site", "same-site")),
            ("another origin", elsewhere("origin", "https://evil.example")),
            ("a sandboxed frame", elsewhere("origin", "null")),
        ];
        for (what, request) in requests {
            tried += 1;
            let answer = world.send(request);
            if answer.status != StatusCode::FORBIDDEN || hashes(&world.desk) != fresh {
                wrong.push(format!("{} with {what}: {}", line.route, answer.status));
                world = World::new();
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(tried > 300, "{tried}");
}

/// The same forms sent as an address: whatever a link does, it changes nothing (S7).
#[test]
fn no_link_changes_anything() {
    let world = World::new();
    let fresh = hashes(&world.desk);
    for line in lines::all() {
        let mut request = line.request(&world, Person::Administrator);
        let body = std::mem::take(request.body_mut());
        let body = wait(axum::body::to_bytes(body, usize::MAX)).unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        let path = world.filled(line.path);
        let query = if matches!(line.sends, Sends::Form(_)) { format!("?{body}") } else { String::new() };
        let address = if path.contains('?') { path } else { path + &query };
        for method in [Method::GET, Method::HEAD] {
            *request.method_mut() = method;
            let mut asked = Request::builder().method(request.method()).uri(&address);
            *asked.headers_mut().unwrap() = request.headers().clone();
            world.send(asked.body(Body::empty()).unwrap());
            assert_eq!(changed(&fresh, &hashes(&world.desk)), Vec::<String>::new(), "GET {address}");
        }
    }
}
