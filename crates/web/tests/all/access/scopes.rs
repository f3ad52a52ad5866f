//! Every route of the API asks of its token what its line says: with that it goes, with all but that it does not.

use axum::http::{StatusCode, header};
use desk::access::ActorOf;
use sales::{Area, Level, Need, Scope, Within};

use super::lines::{self, Line};
use super::rows::{Hashes, hashes};
use super::rules::{Rule, Way};
use super::world::{Person, World, wait};
use crate::house::{Answer, token_of};

/// The need that a line names.
fn need(line: &Line) -> Need {
    let (of, level) = line.asks.split_once(':').unwrap_or(("", line.asks));
    let of = match of {
        "" => Within::Anything,
        "everything" => Within::Everything,
        area => Within::One(Area::parse(area).unwrap_or_else(|| panic!("{} asks {}", line.route, line.asks))),
    };
    let level = Level::parse(level).unwrap_or_else(|| panic!("{} asks {}", line.route, line.asks));
    Need::new(level, of)
}

/// The least that suffices.
fn least(need: Need) -> Scope {
    match need.of {
        // Any area would do, for it lies in none.
        Within::Anything => Scope::new(need.level, [Area::Imports]),
        Within::One(area) => Scope::new(need.level, [area]),
        Within::Everything => Scope::new(need.level, []),
    }
}

/// The most that does not suffice, by level and by area.
fn most_without(need: Need) -> Vec<Scope> {
    let lower = Level::ALL.into_iter().rfind(|level| *level < need.level);
    let other: Vec<Area> = match need.of {
        Within::Anything => Vec::new(),
        Within::One(own) => Area::ALL.into_iter().filter(|area| *area != own).collect(),
        Within::Everything => Area::ALL.to_vec(),
    };
    let by_area = (!other.is_empty()).then(|| Scope::new(Level::Administration, other));
    lower.map(|level| Scope::new(level, [])).into_iter().chain(by_area).collect()
}

/// The line as its rightful person asks it, with a token that covers this alone; and whether rows changed.
fn asked(world: &World, line: &Line, scope: Scope) -> (Answer, bool) {
    let person = if line.rule == Rule::Own { Person::Owner } else { Person::Administrator };
    let system = sales::Actor::system(jiff::tz::TimeZone::UTC);
    let token = wait(async {
        let actor = world.desk.read(&system, ActorOf { member: world.members[&person].id }).await.unwrap();
        token_of(&world.desk, &actor, scope).await
    });
    let mut request = line.request(world, person);
    request.headers_mut().insert(header::AUTHORIZATION, format!("Bearer {token}").parse().unwrap());
    let before: Hashes = hashes(&world.desk);
    let answer = world.send(request);
    (answer, hashes(&world.desk) != before)
}

#[test]
fn every_route_of_the_api_asks_of_its_token_what_its_line_says() {
    let mut wrong = Vec::new();
    let mut world = World::new();
    let lines = lines::all().filter(|line| line.way() == Way::Api && line.rule != Rule::Everybody);
    for line in lines {
        for scope in most_without(need(line)) {
            let (answer, changed) = asked(&world, line, scope.clone());
            let named = format!("\"scope\":\"{}\"", line.asks);
            let told =
                answer.text.contains("urn:dealwright:problem:scope-missing") && answer.text.contains(&named);
            if answer.status != StatusCode::FORBIDDEN || !told || changed {
                wrong.push(format!("{} with {scope:?}: {} {}", line.path, answer.status, answer.text));
            }
        }
        let (answer, changed) = asked(&world, line, least(need(line)));
        if answer.status == StatusCode::FORBIDDEN {
            wrong.push(format!("{} with all that it asks: {}", line.path, answer.text));
        }
        if changed {
            world = World::new();
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
