//! What is out of reach is as if it were not there: no page, list, file, count, search or feed tells of it (S2).

use super::furniture::CANARY;
use super::lines::{self, Line};
use super::world::{Person, World};
use crate::house::Answer;

/// What somebody asks who wants to know more than they may. Words of the owner's records that hold no canary.
#[rustfmt::skip]
const ASKED: &[&str] = &[
    "/day?member=<owner>", "/day?member=<head>", "/day?all=overdue",
    "/deals?owner=<owner>", "/deals?team=<alpha>", "/deals?q=lighthouse", "/deals?type=project", "/deals?next=missing",
    "/deals/columns/prospect", "/deals/columns/prospect?owner=<owner>",
    "/deals/list?status=any", "/deals/list?status=archived", "/deals/list?status=won", "/deals/list?owner=<owner>&status=any",
    "/deals/list?team=<alpha>&status=any", "/deals/list?q=harbour&status=any", "/deals/list?company=<company>&status=any",
    "/deals/list?person=<person>&status=any", "/deals/list?stage=prospect", "/deals/list?source=event", "/deals/list?next=planned",
    "/deals/list?sort=name", "/deals/list?sort=amount&desc=1", "/deals/list?sort=stage&desc=1", "/deals/list?sort=changed&desc=1",
    "/deals/list?sort=created&desc=1", "/deals/list?sort=next_step&next=missing",
    "/deals.csv?status=any", "/deals.csv?owner=<owner>", "/deals.csv?q=lighthouse", "/deals.csv?status=archived",
    "/deals/clients?client=harb", "/deals/clients?contact=pil", "/deals/new?company=<company>", "/deals/new?client=Harbour",
    "/companies?q=harb", "/companies?owner=<owner>", "/companies?sort=newest", "/companies?sort=falling",
    "/companies/named?parent=harb", "/companies/named?parent=quay", "/companies/new?name=Harbour",
    "/people?q=pil", "/people?owner=<owner>", "/people?sort=newest", "/people/new?company=<company>",
    "/archive?kind=deals", "/archive?kind=companies", "/archive?kind=people",
    "/search?q=harbour", "/search?q=pilot", "/search?q=lighthouse", "/search?q=quay", "/search?q=7654321", "/search?q=old",
    "/search?q=harbour&kind=company", "/search?q=pilot&kind=person", "/search?q=lighthouse&kind=deal", "/search?q=ha", "/search?q=wreck",
    "/search/palette?q=harbour", "/search/palette?q=lighthouse", "/search/palette?q=l", "/search/palette?q=&at=/deals/<deal>",
    "/reports", "/reports?by=owner", "/reports?by=stage", "/reports?by=product", "/reports?by=type", "/reports?by=quarter",
    "/notifications", "/process", "/process/six-stage-funnel", "/notes/new?company=<company>", "/notes/new?person=<person>",
    "/tasks/new?company=<company>", "/tasks/new?person=<person>", "/import?before=99", "/companies/<daughter>", "/deals/<given_deal>",
    "/deals/<archived_deal>", "/companies/<archived_company>", "/people/<archived_person>", "/companies/<company>?show=changes",
    "/api/v1/day?member=<owner>", "/api/v1/search?q=harbour", "/api/v1/search?q=quay", "/api/v1/search?q=7654321", "/api/v1/search?q=h",
    "/api/v1/deals?owner=<owner>", "/api/v1/deals?team=<alpha>", "/api/v1/deals?q=lighthouse", "/api/v1/deals?archived=true",
    "/api/v1/deals?company_id=<company>", "/api/v1/deals?person_id=<person>", "/api/v1/deals?sort=amount&desc=true",
    "/api/v1/deals?stage=prospect", "/api/v1/deals?source=event&limit=1", "/api/v1/deals/board?owner=<owner>",
    "/api/v1/deals/board?team=<alpha>", "/api/v1/deals/board?q=harbour", "/api/v1/deals/summary?by=stage",
    "/api/v1/deals/summary?by=status", "/api/v1/deals/summary?by=owner", "/api/v1/deals/summary?by=product",
    "/api/v1/deals/summary?by=type", "/api/v1/deals/summary?by=quarter_closed", "/api/v1/companies?q=harb",
    "/api/v1/companies?owner=<owner>", "/api/v1/companies?archived=true", "/api/v1/people?q=pil", "/api/v1/people?archived=true",
    "/api/v1/notifications?unread=true", "/api/v1/imports?after=99", "/api/v1/deals/<given_deal>", "/api/v1/companies/<daughter>",
];

/// Bodies that name what the sender cannot see.
#[rustfmt::skip]
const SENT: &[(&str, &str, &str)] = &[
    ("POST", "/companies", "name=Harbour"),
    ("POST", "/companies", "name=Newfound&parent=Harbour"),
    ("POST", "/companies", "name=Newfound&parent=x&parent_was=x&parent_id=<company>"),
    ("POST", "/people", "name=Newfound&company-0=Harbour"),
    ("POST", "/people", "name=Newfound&company-0=x&company-was-0=x&company-id-0=<company>"),
    ("POST", "/deals", "name=Newfound&client=x&company=<company>"),
    ("POST", "/deals", "name=Newfound&contact=x&person=<person>"),
    ("POST", "/deals", "name=Newfound&client=Common Ground&party_id=<person>&party_name=x"),
    ("POST", "/activities", "mode=plan&with=<person>&next_kind=call&next_day=2026-11-25&next_from=10:00&next_to=10:30"),
    ("POST", "/api/v1/deals", r#"{"name":"x","currency":"EUR","company_id":<company>}"#),
    ("POST", "/api/v1/deals", r#"{"name":"x","currency":"EUR","person_id":<person>}"#),
    ("POST", "/api/v1/deals", r#"{"name":"x","currency":"EUR","company_id":<shared_company>,"people":[{"person_id":<person>}]}"#),
    ("POST", "/api/v1/companies", r#"{"name":"x","parent_id":<company>}"#),
    ("POST", "/api/v1/people", r#"{"name":"x","posts":[{"company_id":<company>}]}"#),
    ("POST", "/api/v1/activities", r#"{"type":"call","starts_at":"2026-11-24T10:00:00Z","ends_at":"2026-11-24T11:00:00Z","person_id":<person>}"#),
    ("POST", "/api/v1/activities/log", r#"{"type":"call","starts_at":"2026-11-20T10:00:00Z","ends_at":"2026-11-20T11:00:00Z","person_id":<person>}"#),
    ("POST", "/api/v1/activities", r#"{"type":"call","starts_at":"2026-11-24T10:00:00Z","ends_at":"2026-11-24T11:00:00Z","on":{"company":<company>}}"#),
    ("POST", "/api/v1/tasks", r#"{"title":"x","on":{"person":<person>}}"#),
    ("POST", "/api/v1/notes", r#"{"body":"x","on":{"person":<person>}}"#),
];

/// An answer without the numbers of acts: they are drawn, and another world draws others.
fn unnumbered(text: &str) -> String {
    ["/acts/", "\"act\":\""].into_iter().fold(text.to_owned(), |text, mark| {
        let bare = |part: &str| part.trim_start_matches(|letter: char| letter.is_ascii_digit()).to_owned();
        let (first, rest) = text.split_once(mark).unwrap_or((&text, ""));
        let rest: Vec<String> = rest.split(mark).map(bare).collect();
        format!("{first}{mark}{}", rest.join(mark))
    })
}

/// What differs between a world with the owner's records and one without them.
fn differing(asked: &str, person: Person, with: &Answer, without: &Answer) -> Option<String> {
    let (told, untold) = (unnumbered(&with.text), unnumbered(&without.text));
    if with.status == without.status && told == untold {
        return None;
    }
    let same = told.bytes().zip(untold.bytes()).take_while(|(a, b)| a == b).count();
    let from = (0..=same.saturating_sub(60)).rev().find(|at| told.is_char_boundary(*at)).unwrap_or(0);
    let told: String = told[from..].chars().take(240).collect();
    Some(format!("{asked} tells {person:?} of it: {} and {}: ..{told}", with.status, without.status))
}

#[test]
fn what_is_out_of_reach_is_as_if_it_were_not_there() {
    let (with, without) = (World::new(), World::without_the_owners());
    let mut wrong = Vec::new();
    let pages = lines::all().filter(|line| !line.writes && line.method() == axum::http::Method::GET);
    let asked: Vec<&str> = pages.map(|line| line.path).chain(ASKED.iter().copied()).collect();
    for person in Person::LESSER {
        for path in &asked {
            let look = |world: &World| {
                let path = world.filled(path);
                if path.starts_with("/api/") {
                    world.api(person, "GET", &path, None)
                } else {
                    world.get(person, &path)
                }
            };
            let seen = look(&with);
            wrong.extend(differing(path, person, &seen, &look(&without)));
            if seen.text.contains(CANARY) {
                wrong.push(format!("{path} shows {person:?} what the owner wrote"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(asked.len() > 180, "{}", asked.len());
}

/// Where something is refused, the refusal is the same whether the thing is hidden or not there.
#[test]
fn a_refusal_does_not_tell_whether_the_thing_is_there() {
    let (mut with, mut without) = (World::new(), World::without_the_owners());
    let fresh = [&with, &without].map(|world| super::rows::hashes(&world.desk));
    let mut wrong = Vec::new();
    let mut judge = |asked: &str, person: Person, one: Answer, other: Answer| {
        if one.status.is_client_error() || other.status.is_client_error() {
            wrong.extend(differing(asked, person, &one, &other));
        } else if one.status != other.status {
            wrong.push(format!("{asked} as {person:?}: {} and {}", one.status, other.status));
        }
    };
    for person in Person::LESSER {
        // A link is another in each world.
        let lines = lines::all().filter(|line: &&Line| line.writes && !line.path.contains("<invite>"));
        for line in lines {
            let [one, other] = [&with, &without].map(|world| world.send(line.request(world, person)));
            judge(line.path, person, one, other);
            refresh(&mut with, &mut without, &fresh);
        }
        for (method, path, body) in SENT {
            let send = |world: &World| {
                if path.starts_with("/api/") {
                    let body = serde_json::from_str(&world.filled(body)).unwrap();
                    return world.api(person, method, path, Some(body));
                }
                world.post(person, path, body)
            };
            let (one, other) = (send(&with), send(&without));
            judge(&format!("{path} {body}"), person, one, other);
            refresh(&mut with, &mut without, &fresh);
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn refresh(with: &mut World, without: &mut World, fresh: &[super::rows::Hashes; 2]) {
    if super::rows::hashes(&with.desk) != fresh[0] || super::rows::hashes(&without.desk) != fresh[1] {
        (*with, *without) = (World::new(), World::without_the_owners());
    }
}

/// Notices stay with whom they were sent to; the deal they were about may be somebody else's by now.
#[test]
fn whoever_had_a_deal_once_hears_no_more_of_it() {
    let world = World::new();
    let deal = format!("/deals/{}", world.id("deal"));
    let give = |to: &str| {
        let body = serde_json::json!({ "owner_id": world.id(to).parse::<i64>().unwrap() });
        world.done(Person::Head, "PUT", &format!("{deal}/owner"), body);
    };
    give("peer");
    assert!(world.get(Person::Peer, "/notifications").text.contains(CANARY));
    give("owner");
    for path in ["/notifications", "/day", "/deals", "/search?q=lighthouse"] {
        assert!(!world.get(Person::Peer, path).text.contains(CANARY), "{path}");
    }
    let told = world.api(Person::Peer, "GET", "/api/v1/notifications", None);
    assert!(!told.json()["items"][0]["deal"].is_object(), "{}", told.text);
}
