//! What happens by itself, told as stories.

use crate::read::read;
use crate::testing::vocabulary;
use crate::text::{Report, parse};
use crate::{Act, Case, Definition, Finding, Knowledge, Then, check_with_stories, settle};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Order, prepaid, delivered; a larger order reopens what was paid for.
const ORDER: &str = r#"
process: order
title: { en: Order, ru: Заказ }
starts: { in: new }
working_time: owner's team
parts: { seller: deal.owner }
facts:
  called: { any: activity, where: { type: call } }
  visits: { count: activity, where: { type: visit, done: true }, since: entry }
stages:
  new:
    title: { en: New, ru: Новый }
    next_step: not asked
    to_go_on: [ { id: source, fields: [ deal.source ] } ]
  paid:
    title: { en: Prepayment, ru: Предоплата }
    next_step: not asked
    locks: [ deal.amount ]
    on_enter: [ { create_task: { for: seller, title: { en: Ask for the money, ru: Попросить оплату } } } ]
    on_leave: [ { note: { to: record, text: { en: Left prepayment., ru: Предоплата пройдена. } } } ]
    to_go_on:
      - id: covered
        if: filled(deal.recurring) && deal.recurring >= deal.amount
        stays_true: true
        say: { en: The prepayment does not cover the order., ru: Предоплата не покрывает заказ. }
        mend: { fill: deal.recurring }
  sent:
    title: { en: Sent, ru: Отправлен }
    next_step: not asked
    locks: [ deal.amount ]
  made: { title: { en: Made, ru: Изготовлен }, next_step: not asked, no_way_back: true }
  won: { title: { en: Won, ru: Успех }, ends: won }
  lost: { title: { en: Lost, ru: Отказ }, ends: lost }
moves:
  agree: { title: { en: Agreed, ru: Согласован }, from: new, to: paid, by: itself, if: called }
  send: { title: { en: Send, ru: Отправить }, from: paid, to: sent, by: itself, if: filled(deal.recurring) }
  make: { title: { en: Made, ru: Готов }, from: sent, to: made, if: visits > 0 }
  recount: { title: { en: Recount, ru: Пересчитать }, kind: return, from: made, to: sent, by: itself, if_changed: deal.description }
  close: { title: { en: Close, ru: Закрыть }, from: made, to: won }
  enlarge:
    title: { en: Enlarge the order, ru: Увеличить заказ }
    kind: amend
    from: [ paid, sent, made ]
    stay: true
    ask: [ deal.amount ]
    do: [ { note: { to: record, text: { en: "Was {before.deal.amount}, is {deal.amount}.", ru: "Было {before.deal.amount}, стало {deal.amount}." } } } ]
  back: { title: { en: Back, ru: Назад }, kind: return, from: every open stage, to: any visited }
  refuse: { title: { en: Refuse, ru: Отказ }, kind: refusal, from: every open stage, to: lost }
  again: { title: { en: Again, ru: Снова }, kind: reopen, from: lost, to: last open, within: 30 days after entry }
"#;

const STORIES: &str = r#"
stories:
  - name: a call agrees the order by itself, but only once its source is known
    given: { stage: new }
    steps:
      - { when: { logs: { type: call } }, then: { stage: new, moves: [] } }
      - { when: { changes: { deal.source: web } }, then: { stage: paid, moves: [ agree ], made: { task: { for: seller, times: 1 } } } }
  - name: one change sets off a chain
    given: { stage: new, fields: { deal.source: web, deal.amount: 'money(100, "USD")', deal.recurring: 'money(100, "USD")' } }
    steps:
      - { when: { logs: { type: call } }, then: { stage: sent, moves: [ agree, send ], made: { note: { title: Left prepayment. } } } }
  - name: a hand cannot do what happens by itself
    given: { stage: new, fields: { deal.source: web } }
    steps:
      - { when: { move: agree }, then: { refused_by: [ by ] } }
  - name: after a way back what is true already rests, is offered, and wakes once it was false
    given: { stage: paid, visited: [ new ], fields: { deal.source: web }, activities: [ { type: call } ] }
    steps:
      - { when: { move: back, to: new }, then: { stage: new, moves: [ back ], offered: [ agree ] } }
      - { when: { logs: { type: email } }, then: { stage: new } }
      - { when: { changes: { deal.source: unset } }, then: { stage: new } }
      - { when: { changes: { deal.source: web } }, then: { stage: paid, moves: [ agree ] } }
  - name: a resting move is taken by hand
    given: { stage: paid, visited: [ new ], fields: { deal.source: web }, activities: [ { type: call } ] }
    steps:
      - { when: { move: back, to: new }, then: { stage: new } }
      - { when: { move: agree }, then: { stage: paid } }
  - name: a locked field is changed by an amendment alone, and what was stands beside what is
    given: { stage: sent, visited: [ new, paid ], fields: { deal.source: web, deal.amount: 'money(100, "USD")', deal.recurring: 'money(100, "USD")' } }
    steps:
      - { when: { changes: { deal.amount: 'money(50, "USD")' } }, then: { refused_by: [ deal.amount ] } }
      - { when: { move: enlarge, answers: { deal.amount: 'money(80, "USD")' } }, then: { stage: sent, moves: [ enlarge ], made: { note: { title: 'Was 100 USD, is 80 USD.' } } } }
  - name: a larger order falls back to the prepayment, which waits there for its money
    given: { stage: sent, visited: [ new, paid ], fields: { deal.source: web, deal.amount: 'money(100, "USD")', deal.recurring: 'money(100, "USD")' } }
    steps:
      - when: { move: enlarge, answers: { deal.amount: 'money(150, "USD")' } }
        then: { stage: paid, moves: [ enlarge, falls-back ], flagged: [ covered ], made: { task: { for: seller } } }
      - { when: { changes: { deal.recurring: 'money(150, "USD")' } }, then: { stage: sent, moves: [ send ] } }
  - name: from a stage without way back nothing falls back
    given: { stage: made, visited: [ new, paid, sent ], fields: { deal.source: web, deal.amount: 'money(100, "USD")', deal.recurring: 'money(100, "USD")' } }
    steps:
      - { when: { move: enlarge, answers: { deal.amount: 'money(150, "USD")' } }, then: { stage: made, moves: [ enlarge ] } }
  - name: a change that is waited for goes back by itself, and only in the act that makes it
    given: { stage: made, visited: [ new, paid, sent ], fields: { deal.source: web, deal.amount: 'money(100, "USD")', deal.recurring: 'money(100, "USD")' } }
    steps:
      - { when: { changes: { deal.description: new size } }, then: { stage: sent, moves: [ recount ] } }
  - name: a move with a condition is there only where it holds
    given: { stage: sent, visited: [ new, paid ], fields: { deal.amount: 'money(100, "USD")', deal.recurring: 'money(100, "USD")' } }
    steps:
      - { when: { move: make }, then: { refused_by: [ if ] } }
      - { when: { logs: { type: visit } } }
      - { when: { move: make }, then: { stage: made } }
  - name: a refused order may be taken up again for thirty days
    given: { stage: sent, visited: [ new, paid ], fields: { deal.amount: 'money(100, "USD")', deal.recurring: 'money(100, "USD")' } }
    steps:
      - { when: { move: refuse }, then: { stage: lost } }
      - { when: { passes: 30 days } }
      - { when: { move: again }, then: { stage: sent } }
      - { when: { move: refuse }, then: { stage: lost } }
      - { when: { passes: 31 days } }
      - { when: { move: again }, then: { refused_by: [ within ] } }
"#;

fn findings(text: &str) -> Vec<Finding> {
    check_with_stories(text, &vocabulary()).1
}

#[test]
fn what_happens_by_itself_goes_as_these_stories_say() {
    let found = findings(&format!("{ORDER}{STORIES}"));
    assert_eq!(found, [], "{found:#?}");
}

/// What the checker would refuse, read all the same.
fn unchecked(text: &str) -> Definition {
    let mut report = Report::default();
    let root = parse(text, &mut report).unwrap();
    read(&root, &vocabulary(), &mut report).unwrap().definition
}

#[test]
fn a_circle_is_told_by_the_checker_and_at_run_time_ends_the_act() {
    let round = "  round: { title: { en: Round, ru: Кругом }, from: sent, to: paid, by: itself }\nmoves:\n";
    let text = ORDER.replace("moves:\n", &format!("moves:\n{}", round.trim_end_matches("moves:\n")));
    let told: Vec<_> = findings(&text).into_iter().map(|finding| finding.code).collect();
    assert_eq!(told, ["DW701"]);
    let definition = unchecked(&text);
    let (now, act) = (Timestamp::UNIX_EPOCH, Act { taken: ["round".to_owned()].into(), ..Act::default() });
    let case = Case {
        stage: "sent".into(),
        entry: 3,
        started_at: now,
        entered_at: now,
        visits: Vec::new(),
        resting: BTreeSet::new(),
        strands: Default::default(),
    };
    let settled = settle(&definition, &case, &Knowledge::default(), &act, now);
    let Then::Loop(finding) = settled.then else { panic!("{settled:?}") };
    assert_eq!((finding.code, finding.id.as_deref()), (crate::code::LOOP, Some("round")));
}
