//! Strands, approvals, hand-offs and the hold, told as stories.

use crate::check_with_stories;
use crate::testing::vocabulary;

/// A quote that lawyers look at, stock is reserved for, and somebody must approve; the job is handed over.
const QUOTE: &str = r#"
process: quote
title: { en: Quote, ru: Предложение }
starts: { in: talk }
parts: { seller: deal.owner, lawyer: deal.engineer, head: head of seller, desk: queue accounting }
facts:
  called: { any: activity, where: { type: call } }
  visited_once: { any: activity, where: { type: visit } }
stages:
  talk: { title: { en: Talk, ru: Разговор }, next_step: not asked }
  quote:
    title: { en: Quote, ru: Предложение }
    next_step: not asked
    on_enter: [ { request: pair } ]
    to_go_on:
      - { id: all-done, strands: all }
  job:
    title: { en: Job, ru: Работа }
    next_step: not asked
    on_enter: [ { offer: to_jobs } ]
    to_go_on: [ { hand_off: to_jobs } ]
  won: { title: { en: Won, ru: Успех }, ends: won }
  lost: { title: { en: Lost, ru: Отказ }, ends: lost }
strands:
  legal:
    title: { en: Legal, ru: Юристы }
    in: quote
    if: 'deal.amount > money(1000, "USD")'
    again: reset
    states:
      waiting: { title: { en: Waiting, ru: Ждут } }
      objected: { title: { en: Objected, ru: Возражают }, is: failed }
      cleared: { title: { en: Cleared, ru: Согласны }, is: done }
    moves:
      clear: { title: { en: Clear, ru: Согласны }, from: [ waiting, objected ], to: cleared, by: lawyer }
      object:
        title: { en: Object, ru: Возразить }
        from: waiting
        to: objected
        by: lawyer
        ask: [ { answer: why, title: { en: Why, ru: Почему }, text: long } ]
        do: [ { notify: { part: seller, text: { en: "Lawyers object: {why}", ru: "Юристы против: {why}" } } } ]
  stock:
    title: { en: Stock, ru: Склад }
    in: quote
    states:
      open: { title: { en: Not reserved, ru: Не заказано } }
      reserved: { title: { en: Reserved, ru: Заказано }, is: done }
    moves:
      reserve: { title: { en: Reserve, ru: Заказать }, from: open, to: reserved, by: itself, if: called }
approvals:
  discount:
    title: { en: Discount, ru: Скидка }
    in: [ talk, quote ]
    if: filled(deal.recurring)
    asked_by: seller
    not_by: seller
    steps:
      - { from: head }
      - { from: desk, only_if: 'deal.amount > money(10000, "USD")' }
    void_when_changed: deal.amount
    unless: deal.amount <= approved.amount
  pair:
    title: { en: Both, ru: Оба }
    in: quote
    if: visited_once
    all_of: [ lawyer, head ]
    void_when_changed: deal.description
hand_offs:
  to_jobs:
    title: { en: Job, ru: Работа }
    in: job
    by: seller
    to: desk
    confirm: [ { answer: number, title: { en: Number, ru: Номер }, text: short } ]
    void_when_changed: deal.description
hold:
  by: seller
  reasons: { budget: { title: { en: No budget, ru: Нет бюджета } } }
moves:
  go: { title: { en: Quote, ru: Предложить }, from: talk, to: quote }
  agree: { title: { en: Agreed, ru: Договорились }, from: quote, to: job }
  done: { title: { en: Done, ru: Готово }, from: job, to: won }
  back: { title: { en: Back, ru: Назад }, kind: return, from: [ quote, job ], to: any visited }
  refuse: { title: { en: Refuse, ru: Отказ }, kind: refusal, from: every open stage, to: lost }
  extend:
    title: { en: Extend, ru: Продлить }
    kind: return
    from: job
    to: quote
    needs: [ { id: not-over, if: deal.expected_close_on >= today, say: { en: The day is over., ru: Срок прошёл. }, mend: { fill: deal.expected_close_on } } ]
stories:
  - name: a hand's need may ask what day it is
    given: { stage: job, visited: [ talk, quote ], fields: { deal.expected_close_on: 2026-01-06 } }
    steps:
      - { when: { passes: 3 days } }
      - { when: { move: extend }, then: { refused_by: [ not-over ] } }
      - { when: { changes: { deal.expected_close_on: 2026-01-09 } } }
      - { when: { move: extend }, then: { stage: quote } }
  - name: a strand that is not there counts as done, and what is there is waited for
    given: { stage: quote, fields: { deal.amount: 'money(500, "USD")' } }
    steps:
      - { when: { move: agree }, then: { refused_by: [ all-done ], strands: { legal: absent, stock: open } } }
      - { when: { logs: { type: call } }, then: { strands: { stock: reserved }, moves: [ stock.reserve ] } }
      - { when: { move: agree }, then: { stage: job } }
  - name: whoever holds the part clears it, and a failed one holds the deal until it is cleared
    given: { stage: quote, fields: { deal.amount: 'money(5000, "USD")' }, strands: { stock: reserved } }
    steps:
      - { when: { strand: legal, move: clear, by: seller }, then: { refused_by: [ by ], strands: { legal: waiting } } }
      - { when: { strand: legal, move: object, by: lawyer }, then: { refused_by: [ why ] } }
      - when: { strand: legal, move: object, by: lawyer, answers: { why: no cap } }
        then: { strands: { legal: objected }, notified: { seller: 1 }, stage: quote }
      - { when: { move: agree }, then: { refused_by: [ all-done ] } }
      - { when: { strand: legal, move: clear, by: lawyer }, then: { strands: { legal: cleared } } }
      - { when: { move: agree }, then: { stage: job } }
  - name: outside its stages a strand keeps its state but takes no moves, and begins anew on coming back
    given: { stage: job, visited: [ talk, quote ], fields: { deal.amount: 'money(5000, "USD")' }, strands: { legal: cleared, stock: reserved } }
    steps:
      - { when: { strand: legal, move: object, answers: { why: never }, by: lawyer }, then: { refused_by: [ legal ], strands: { legal: cleared } } }
      - { when: { move: back, to: quote }, then: { stage: quote, strands: { legal: waiting, stock: reserved } } }
  - name: an approval is asked for, given step by step, and not by whoever asks
    given: { stage: quote, fields: { deal.amount: 'money(20000, "USD")', deal.recurring: 'money(1, "USD")' }, strands: { legal: cleared, stock: reserved } }
    steps:
      - { when: { requests: discount, by: seller }, then: { approvals: { discount: asked }, made: { task: { for: head, times: 1 } } } }
      - { when: { approves: discount, by: seller }, then: { refused_by: [ by ] } }
      - { when: { approves: discount, by: head }, then: { approvals: { discount: asked-2 }, made: { task: { for: desk, times: 1 } } } }
      - { when: { move: agree }, then: { refused_by: [ all-done ] } }
      - { when: { approves: discount, by: desk }, then: { approvals: { discount: granted } } }
      - { when: { move: agree }, then: { stage: job } }
  - name: a step whose condition does not hold is left out
    given: { stage: quote, fields: { deal.amount: 'money(900, "USD")', deal.recurring: 'money(1, "USD")' } }
    steps:
      - { when: { requests: discount } }
      - { when: { approves: discount, by: head }, then: { approvals: { discount: granted } } }
      - { when: { requests: discount }, then: { refused_by: [ not-from-here ], approvals: { discount: granted } } }
  - name: a larger amount voids the approval, a smaller one keeps it
    given: { stage: quote, fields: { deal.amount: 'money(900, "USD")', deal.recurring: 'money(1, "USD")' }, approvals: { discount: granted } }
    steps:
      - { when: { changes: { deal.amount: 'money(800, "USD")' } }, then: { approvals: { discount: granted } } }
      - { when: { changes: { deal.amount: 'money(950, "USD")' } }, then: { approvals: { discount: void }, moves: [ discount.void ] } }
      - { when: { requests: discount }, then: { approvals: { discount: asked } } }
  - name: sent back is not refused
    given: { stage: quote, fields: { deal.recurring: 'money(1, "USD")' }, approvals: { discount: asked } }
    steps:
      - { when: { returns: discount, by: head }, then: { refused_by: [ reason ] } }
      - { when: { returns: discount, by: head, answers: { reason: too much } }, then: { approvals: { discount: returned } } }
      - { when: { requests: discount } }
      - { when: { refuses: discount, by: head, answers: { reason: never } }, then: { approvals: { discount: refused } } }
      - { when: { requests: discount }, then: { refused_by: [ not-from-here ] } }
  - name: what is no longer needed begins anew when it is needed again
    given: { stage: quote, fields: { deal.recurring: 'money(1, "USD")' }, approvals: { discount: granted } }
    steps:
      - { when: { changes: { deal.recurring: unset } }, then: { approvals: { discount: absent } } }
      - { when: { changes: { deal.recurring: 'money(2, "USD")' } }, then: { approvals: { discount: unasked } } }
  - name: both must agree, in whatever order, and nobody counts twice
    given: { stage: talk, activities: [ { type: visit } ] }
    steps:
      - { when: { move: go }, then: { stage: quote, approvals: { pair: asked }, made: { task: { times: 2 } } } }
      - { when: { approves: pair, by: head }, then: { approvals: { pair: asked } } }
      - { when: { approves: pair, by: head }, then: { refused_by: [ agreed ] } }
      - { when: { approves: pair, by: lawyer }, then: { approvals: { pair: granted } } }
  - name: what was asked in a stage that is left is asked no more
    given: { stage: quote, visited: [ talk ], fields: { deal.recurring: 'money(1, "USD")' }, activities: [ { type: visit } ], approvals: { pair: asked, discount: asked } }
    steps:
      - { when: { move: back, to: talk }, then: { stage: talk, approvals: { pair: unasked, discount: asked } } }
  - name: the job is taken over and confirmed with its number, and an amended one is offered again
    given: { stage: quote, strands: { stock: reserved } }
    steps:
      - { when: { move: agree }, then: { stage: job, strands: { to_jobs: offered }, made: { task: { for: desk, times: 1 } } } }
      - { when: { move: done }, then: { refused_by: [ to_jobs ] } }
      - { when: { strand: to_jobs, move: accept, by: seller }, then: { refused_by: [ by ] } }
      - { when: { strand: to_jobs, move: accept, by: desk }, then: { strands: { to_jobs: accepted } } }
      - { when: { strand: to_jobs, move: confirm, by: desk }, then: { refused_by: [ number ] } }
      - { when: { strand: to_jobs, move: confirm, by: desk, answers: { number: J-7 } }, then: { strands: { to_jobs: confirmed } } }
      - { when: { changes: { deal.description: another size } }, then: { strands: { to_jobs: offered }, made: { task: { for: desk, times: 1 } } } }
  - name: on hold nothing goes forward and nothing happens by itself
    given: { stage: quote, fields: { deal.amount: 'money(500, "USD")' } }
    steps:
      - { when: { holds: true }, then: { refused_by: [ reason ] } }
      - { when: { holds: true, answers: { reason: budget } }, then: { strands: { hold: 'on' } } }
      - { when: { logs: { type: call } }, then: { strands: { stock: open } } }
      - { when: { move: agree }, then: { refused_by: [ hold, all-done ] } }
      - { when: { resumes: true }, then: { strands: { hold: 'off', stock: reserved } } }
      - { when: { move: agree }, then: { stage: job } }
  - name: a deal on hold may still be refused
    given: { stage: quote, strands: { hold: 'on' } }
    steps:
      - { when: { move: refuse }, then: { stage: lost } }
"#;

#[test]
fn strands_go_as_these_stories_say() {
    let found = check_with_stories(QUOTE, &vocabulary()).1;
    assert_eq!(found, [], "{found:#?}");
}
