//! Ways in and out: nobody learns who is here, guessing is slow, a link works once, and what is revoked is so at once (S7).

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use dealwright_web::{security, visitor};
use jiff::SignedDuration;

use super::lines;
use super::rows::{changed, hashes};
use super::rules::{Rule, Way};
use super::world::{Person, World};
use crate::house::{Answer, PASSWORD};

fn sign_in(world: &World, email: &str, password: &str) -> Answer {
    let form = format!("email={email}&password={password}");
    world.send_form(Person::Anonymous, "/sign-in", &form)
}

/// The session that an answer opens.
fn session(answer: &Answer) -> String {
    let cookie = answer.header(header::SET_COOKIE);
    let secret = cookie.strip_prefix(&format!("{}=", visitor::COOKIE)).unwrap_or_else(|| panic!("{cookie}"));
    secret.split(';').next().unwrap().to_owned()
}

fn day_with(world: &World, session: &str) -> StatusCode {
    let cookie = format!("{}={session}", visitor::COOKIE);
    let request = Request::get("/day").header(header::HOST, "crm.example").header(header::COOKIE, cookie);
    world.send(request.body(Body::empty()).unwrap()).status
}

#[test]
fn nobody_learns_who_is_here_by_trying_to_come_in() {
    let world = World::new();
    let plain = |email: &str, password: &str| {
        let answer = sign_in(&world, email, password);
        assert!(answer.headers.get(header::SET_COOKIE).is_none(), "{email}");
        (answer.status, answer.text.replace(email, "somebody"))
    };
    let unknown = plain("nobody@example.com", "wrong horse battery");
    assert_eq!(unknown.0, StatusCode::UNAUTHORIZED);
    for (email, password) in [
        ("olaf@example.com", "wrong horse battery"),
        ("arno@example.com", PASSWORD),
        ("newcomer@example.com", PASSWORD),
        ("leaver@example.com", PASSWORD),
        ("petra@example.com", ""),
        ("hugo@example.com", &"x".repeat(5_000)),
        ("hilda@example.com", &format!("{PASSWORD} ")),
    ] {
        assert_eq!(plain(email, password), unknown, "{email}");
    }
}

#[test]
fn guessing_stops_after_five_and_tells_no_more_then() {
    let world = World::new();
    let mut told = Vec::new();
    for email in ["olaf@example.com", "nobody@example.com"] {
        for _ in 0..5 {
            assert_eq!(sign_in(&world, email, "wrong horse battery").status, StatusCode::UNAUTHORIZED);
        }
        // The right one is not looked at any more.
        let locked = sign_in(&world, email, PASSWORD);
        assert_eq!(locked.status, StatusCode::TOO_MANY_REQUESTS);
        told.push(locked.text.replace(email, "somebody"));
    }
    assert_eq!(told[0], told[1]);
    assert_eq!(sign_in(&world, "petra@example.com", PASSWORD).status, StatusCode::SEE_OTHER);
    world.clock.advance(SignedDuration::from_mins(15));
    assert_eq!(sign_in(&world, "olaf@example.com", PASSWORD).status, StatusCode::SEE_OTHER);
}

#[test]
fn guessing_ones_own_password_by_an_open_session_stops_as_well() {
    let world = World::new();
    let form = "old=wrong horse battery&new=another horse battery";
    for _ in 0..5 {
        let answer = world.post(Person::OtherTeam, "/profile/password", form);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
    }
    let right = form.replace("wrong", "correct");
    assert_eq!(
        world.post(Person::OtherTeam, "/profile/password", &right).status,
        StatusCode::TOO_MANY_REQUESTS
    );
}

/// The one-time link that an administrator's page shows.
fn link(world: &World, member: &str) -> String {
    let path = world.filled(&format!("/members/<{member}>/link"));
    let page = world.post(Person::Administrator, &path, "");
    assert!(page.status.is_success(), "{}", page.text);
    page.text.split("/join/").nth(1).unwrap().split(['<', '"', '&']).next().unwrap().to_owned()
}

fn join(world: &World, link: &str) -> Answer {
    world.send_form(Person::Anonymous, &format!("/join/{link}"), "password=another horse battery")
}

#[test]
fn a_link_works_once_and_the_newest_alone() {
    let world = World::new();
    let (older, newer) = (link(&world, "otherteam"), link(&world, "otherteam"));
    assert_eq!(join(&world, &older).status, StatusCode::NOT_FOUND);
    // A password that is too short leaves the link good.
    let short = world.send_form(Person::Anonymous, &format!("/join/{newer}"), "password=short");
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(join(&world, &newer).status, StatusCode::SEE_OTHER);
    let before = hashes(&world.desk);
    assert_eq!(join(&world, &newer).status, StatusCode::NOT_FOUND);
    assert_eq!(changed(&before, &hashes(&world.desk)), Vec::<String>::new());
    assert_eq!(sign_in(&world, "olaf@example.com", PASSWORD).status, StatusCode::UNAUTHORIZED);
    assert_eq!(sign_in(&world, "olaf@example.com", "another horse battery").status, StatusCode::SEE_OTHER);
    // Whoever sat in the old session is out.
    assert_eq!(world.get(Person::OtherTeam, "/day").status, StatusCode::SEE_OTHER);
}

#[test]
fn a_link_is_good_for_three_days_and_not_for_whoever_has_left() {
    let world = World::new();
    let late = link(&world, "newcomer");
    world.clock.advance(SignedDuration::from_hours(72));
    assert_eq!(join(&world, &late).status, StatusCode::NOT_FOUND);
    let world = World::new();
    let left = link(&world, "newcomer");
    world.post(Person::Administrator, &world.filled("/members/<newcomer>/archive"), "");
    assert_eq!(join(&world, &left).status, StatusCode::NOT_FOUND);
}

#[test]
fn what_is_revoked_is_so_at_once() {
    let world = World::new();
    let owner = &world.members[&Person::Owner];
    let me = || world.api(Person::Owner, "GET", "/api/v1/me", None).status;
    let other = session(&sign_in(&world, "oona@example.com", PASSWORD));
    assert_ne!(other, owner.session);
    // Another password: this session stays, the others end.
    let form = "old=correct horse battery&new=another horse battery";
    assert_eq!(world.post(Person::Owner, "/profile/password", form).status, StatusCode::SEE_OTHER);
    assert_eq!(
        (world.get(Person::Owner, "/day").status, day_with(&world, &other)),
        (StatusCode::OK, StatusCode::SEE_OTHER)
    );
    // Another role: what it does not reach is gone with the next request.
    assert_eq!(world.get(Person::Owner, "/deals/new").status, StatusCode::OK);
    let reader = "name=Oona&email=oona@example.com&role=reader";
    world.post(Person::Administrator, &world.filled("/members/<owner>"), reader);
    assert_eq!(world.post(Person::Owner, "/companies", "name=Newfound").status, StatusCode::FORBIDDEN);
    // Put away: neither session nor token opens anything.
    assert_eq!(me(), StatusCode::OK);
    world.post(Person::Administrator, &world.filled("/members/<owner>/archive"), "");
    assert_eq!(
        (world.get(Person::Owner, "/day").status, me()),
        (StatusCode::SEE_OTHER, StatusCode::UNAUTHORIZED)
    );
    // Signed out: the cookie is worthless, wherever it was copied to.
    world.post(Person::Peer, "/sign-out", "");
    assert_eq!(world.get(Person::Peer, "/day").status, StatusCode::SEE_OTHER);
    // A token that is revoked.
    let tokens = world.get(Person::OtherTeam, "/settings/tokens").text;
    let token = tokens.split("name=\"form\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    world.post(Person::OtherTeam, "/settings/tokens", &format!("act=revoke&form={token}"));
    assert_eq!(world.api(Person::OtherTeam, "GET", "/api/v1/me", None).status, StatusCode::UNAUTHORIZED);
}

/// A session's cookie opens nothing of the API, so that no other site can use it; a token opens no page.
#[test]
fn each_way_in_opens_its_own_side_alone() {
    let world = World::new();
    let fresh = hashes(&world.desk);
    for line in lines::all().filter(|line| line.rule.needs_session()) {
        let mut request = line.request(&world, Person::Administrator);
        let member = &world.members[&Person::Administrator];
        let headers = request.headers_mut();
        if line.way() == Way::Api {
            headers.remove(header::AUTHORIZATION);
            headers
                .insert(header::COOKIE, format!("{}={}", visitor::COOKIE, member.session).parse().unwrap());
            headers.insert(security::CSRF_HEADER, member.csrf.parse().unwrap());
        } else {
            headers.remove(header::COOKIE);
            headers.insert(header::AUTHORIZATION, format!("Bearer {}", member.token).parse().unwrap());
        }
        let answer = world.send(request);
        let wanted = Rule::Members.tells(Person::Anonymous, line.way()).status();
        assert_eq!(Some(answer.status), wanted, "{}", line.route);
        assert_eq!(changed(&fresh, &hashes(&world.desk)), Vec::<String>::new(), "{}", line.route);
    }
}

/// The address that a request names for us is repeated nowhere, and counts for nothing where ours is known.
#[test]
fn a_made_up_host_leads_nobody_astray() {
    let world = World::new().at_origin("https://crm.example");
    let evil = |method: Method, person: Person, path: &str| {
        let mut request = world.page(method, person, path).body(Body::empty()).unwrap();
        request.headers_mut().insert(header::HOST, "evil.example".parse().unwrap());
        request.headers_mut().insert("x-forwarded-host", "evil.example".parse().unwrap());
        request
    };
    for line in lines::all().filter(|line| line.method() == Method::GET) {
        for person in [Person::Administrator, Person::Anonymous] {
            let answer = world.send(evil(Method::GET, person, &world.filled(line.path)));
            assert!(!answer.text.contains("evil.example"), "{}", line.route);
            let to = answer.headers.get(header::LOCATION).map_or("/", |to| to.to_str().unwrap());
            assert!(to.starts_with('/') && !to.starts_with("//"), "{} leads to {to}", line.route);
        }
    }
    // A link to be sent on bears our own address.
    let member = &world.members[&Person::Administrator];
    let mut request = evil(Method::POST, Person::Administrator, &world.filled("/members/<newcomer>/link"));
    request.headers_mut().insert(security::CSRF_HEADER, member.csrf.parse().unwrap());
    request.headers_mut().insert(header::CONTENT_TYPE, "application/x-www-form-urlencoded".parse().unwrap());
    let shown = world.send(request).text;
    assert!(shown.contains("https://crm.example/join/") && !shown.contains("evil.example"), "{shown}");
    // A form that began on the made-up site, and says so, is not taken.
    let mut request = evil(Method::POST, Person::Administrator, "/companies");
    request.headers_mut().remove("sec-fetch-site");
    request.headers_mut().insert(header::ORIGIN, "https://evil.example".parse().unwrap());
    request.headers_mut().insert(security::CSRF_HEADER, member.csrf.parse().unwrap());
    assert_eq!(world.send(request).status, StatusCode::FORBIDDEN);
}

#[test]
fn nobody_is_signed_in_by_another_site_or_led_to_one() {
    let world = World::new();
    let form = format!("email=olaf@example.com&password={PASSWORD}");
    let send = |name: &'static str, value: &str| {
        let request = Request::post("/sign-in").header(header::HOST, "crm.example").header(name, value);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        world.send(request.body(Body::from(world.form(&form))).unwrap())
    };
    assert_eq!(send("sec-fetch-site", "cross-site").status, StatusCode::FORBIDDEN);
    assert_eq!(send("origin", "https://evil.example").status, StatusCode::FORBIDDEN);
    assert_eq!(send("origin", "http://crm.example").status, StatusCode::SEE_OTHER);
    for back in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "\\\\evil.example",
        "/\r\nx: y",
        "",
    ] {
        let answer = world.send_form(Person::Anonymous, "/sign-in", &format!("{form}&back={back}"));
        assert_eq!(
            (answer.status, answer.header(header::LOCATION)),
            (StatusCode::SEE_OTHER, "/day"),
            "{back:?}"
        );
        let note = format!("company=<shared_company>&body=x&back={back}");
        let answer = world.post(Person::Owner, "/notes", &note);
        let own = world.filled("/companies/<shared_company>");
        assert_eq!(
            (answer.status, answer.header(header::LOCATION)),
            (StatusCode::SEE_OTHER, own.as_str()),
            "{back:?}"
        );
    }
}

#[test]
fn the_cookie_is_for_our_site_and_out_of_reach_of_scripts() {
    let world = World::new();
    let cookie = sign_in(&world, "olaf@example.com", PASSWORD).header(header::SET_COOKIE).to_owned();
    assert!(
        cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"),
        "{cookie}"
    );
    let world = world.at_origin("https://crm.example");
    for cookie in [
        sign_in(&world, "olaf@example.com", PASSWORD).header(header::SET_COOKIE),
        world.post(Person::Peer, "/sign-out", "").header(header::SET_COOKIE),
    ] {
        assert!(cookie.contains("; Secure"), "{cookie}");
    }
}
