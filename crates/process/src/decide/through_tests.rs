//! Several processes on one record: what one reads of another, moves of it, and starts.

use crate::{
    Case, Command, Decision, Effect, Knowledge, ProcessSpec, Value, Vocabulary, check, check_with_stories,
    code, decide, explain,
};
use jiff::Timestamp;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

/// A status that only another process moves.
const STATUS: &str = r#"
process: status
title: { en: Status, ru: Статус }
runs_on: company
endless: true
starts: { in: prospect }
stages:
  prospect: { title: { en: Prospect, ru: Возможный }, next_step: not asked }
  active: { title: { en: Active, ru: Действующий }, next_step: not asked, permits: order }
moves:
  activate: { title: { en: Activate, ru: Начать }, from: prospect, to: active, by: nobody }
stories:
  - name: a status is moved by the course alone
    steps:
      - when: { move: activate }
        then: { refused_by: by }
      - when: { move: activate, through: course }
        then: { stage: active }
"#;

/// The course of winning a customer, which moves their status.
const COURSE: &str = r#"
process: course
title: { en: Course, ru: Ход }
runs_on: company
starts: { in: talk }
uses: { status: status }
stages:
  talk: { title: { en: Talk, ru: Разговор }, next_step: not asked, on_enter: [ { start: status } ] }
  kept: { title: { en: Kept, ru: Свой }, next_step: not asked, to_enter: [ { id: may, if: status.permits.order, say: { en: Not active., ru: Не действует. }, mend: { fill: company.industry } } ] }
  won: { title: { en: Won, ru: Успех }, ends: won }
  lost: { title: { en: Lost, ru: Отказ }, ends: lost }
moves:
  win: { title: { en: Win, ru: Успех }, from: talk, to: won, if: 'status.stage == "prospect"', do: [ { move: { process: status, take: activate } } ] }
  keep: { title: { en: Keep, ru: Удержать }, from: talk, to: kept }
  done: { title: { en: Done, ru: Готово }, from: kept, to: won }
  lose: { title: { en: Lose, ru: Отказ }, kind: refusal, from: every open stage, to: lost }
stories:
  - name: the course begins with a status and takes it along
    given: { fields: { status.stage: prospect } }
    steps:
      - when: { starts: true }
        then: { stage: talk, started: status, moved: [] }
      - when: { move: keep }
        then: { refused_by: may }
      - when: { changes: { status.permits.order: true } }
      - when: { move: keep }
        then: { stage: kept, moved: [] }
  - name: winning makes them active
    given: { fields: { status.stage: prospect } }
    steps:
      - when: { move: win }
        then: { stage: won, moved: status.activate }
"#;

fn known(texts: &[&str]) -> Vocabulary {
    let specs = texts.iter().filter_map(|text| check(text, &Vocabulary::open()).0);
    Vocabulary {
        processes: Some(specs.map(|definition| ProcessSpec::of(&definition)).collect()),
        ..Vocabulary::open()
    }
}

#[test]
fn two_processes_of_a_company_are_whole_together() {
    let together = known(&[STATUS, COURSE]);
    for text in [STATUS, COURSE] {
        assert_eq!(check_with_stories(text, &together).1, []);
    }
}

#[test]
fn a_move_left_to_others_that_none_takes_is_told_of_and_does_not_stop_the_process() {
    let (definition, found) = check(STATUS, &known(&[STATUS]));
    assert!(definition.is_some());
    assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["DW401"]);
}

#[test]
fn a_move_left_to_others_is_offered_to_no_hand_and_refused_to_each() {
    let (status, _) = check(STATUS, &Vocabulary::open());
    let (status, case) = (status.unwrap(), Case::begin("prospect", NOW));
    let knowledge = Knowledge { taker_is_person: true, may_override: true, ..Knowledge::default() };
    assert_eq!(explain(&status, &case, &knowledge, NOW).len(), 0);
    let by_hand = Command { move_key: "activate".into(), entry: 1, ..Command::default() };
    let Decision::Refused(findings) = decide(&status, &case, &knowledge, &by_hand, NOW) else {
        panic!("a hand took it")
    };
    assert_eq!(findings[0].code, code::NOT_YOURS);
    let overridden = Command { override_reason: Some("because".into()), ..by_hand.clone() };
    assert!(matches!(decide(&status, &case, &knowledge, &overridden, NOW), Decision::Refused(_)));
    let through = Command { through: Some("course".into()), ..by_hand };
    assert!(matches!(decide(&status, &case, &knowledge, &through, NOW), Decision::Step(_)));
}

#[test]
fn what_is_asked_of_another_process_is_named_so_that_it_can_be_supplied() {
    let (course, found) = check(COURSE, &Vocabulary::open());
    let course = course.unwrap_or_else(|| panic!("{found:#?}"));
    let [used] = course.uses() else { panic!("{:?}", course.uses()) };
    assert_eq!((used.process.as_str(), used.stage().as_str()), ("status", "status.stage"));
    assert_eq!(used.permits.iter().collect::<Vec<_>>(), ["order"]);
    let mut knowledge = Knowledge::default();
    knowledge.fields.insert(used.stage(), Value::Choice("prospect".into()));
    let win = Command { move_key: "win".into(), entry: 1, ..Command::default() };
    let Decision::Step(step) = decide(&course, &Case::begin("talk", NOW), &knowledge, &win, NOW) else {
        panic!("refused")
    };
    assert_eq!(step.effects, [Effect::Move { process: "status".into(), take: "activate".into() }]);
}

#[test]
fn an_endless_process_asks_for_no_end_and_has_none() {
    let ended = STATUS.replace("next_step: not asked, permits: order", "ends: won");
    let found = check(&ended, &Vocabulary::open()).1;
    assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["DW303"]);
}
