//! What runs beside the stage: strands, approvals, hand-offs and the hold, kept and taken back with their acts.

use std::collections::BTreeMap;

use desk::case::{MoveCase, Moved, OpenMoves};
use desk::deal::{CreateDeal, SetDealFields};
use desk::look::{DealPage, Doctor, Kinds, Timeline};
use desk::member::CreateTeam;
use desk::process::PublishProcess;
use desk::undo::Undo;
use desk::{Error, Setting};
use process::Value;
use sales::{Actor, Role};
use store::rows::events::Of;

use crate::house::House;
use crate::room::Room;

/// A large quote is approved by the head and by nobody who sells it; the job is handed over.
const QUOTE: &str = r#"
process: quote
title: { en: Quote, ru: Предложение }
main: true
starts: { in: quote }
parts: { seller: deal.owner, head: head of seller }
stages:
  quote:
    title: { en: Quote, ru: Предложение }
    next_step: not asked
    to_go_on: [ { strands: all } ]
  job:
    title: { en: Job, ru: Работа }
    next_step: not asked
    on_enter: [ { offer: to_jobs } ]
    to_go_on: [ { hand_off: to_jobs } ]
  won: { title: { en: Won, ru: Успех }, ends: won }
  lost: { title: { en: Lost, ru: Отказ }, ends: lost }
strands:
  stock:
    title: { en: Stock, ru: Склад }
    in: quote
    states:
      open: { title: { en: Not reserved, ru: Не заказано } }
      reserved: { title: { en: Reserved, ru: Заказано }, is: done }
    moves:
      reserve: { title: { en: Reserve, ru: Заказать }, from: open, to: reserved, by: itself, if: filled(deal.source) }
approvals:
  discount:
    title: { en: Discount, ru: Скидка }
    in: quote
    if: 'deal.amount > money(100, "EUR")'
    asked_by: seller
    from: head
    not_by: seller
    void_when_changed: deal.amount
    unless: deal.amount <= approved.amount
hand_offs:
  to_jobs:
    title: { en: Job, ru: Работа }
    in: job
    by: seller
    to: head
    confirm: [ { answer: number, title: { en: Number, ru: Номер }, text: short } ]
    void_when_changed: deal.description
hold: { by: seller }
moves:
  agree: { title: { en: Agreed, ru: Договорились }, from: quote, to: job }
  done: { title: { en: Done, ru: Готово }, from: job, to: won }
  refuse: { title: { en: Refuse, ru: Отказ }, kind: refusal, from: every open stage, to: lost }
"#;

struct Quote {
    seller: Actor,
    head: Actor,
    deal: i64,
}

impl Quote {
    /// A seller's deal of 200, in the first stage; stock is not reserved yet.
    async fn new(room: &Room) -> Quote {
        let house = House::new(room).await;
        let publish = PublishProcess { definition: QUOTE.to_owned(), active: true };
        room.desk.write(&house.boss, publish).await.unwrap();
        let head = room.member(&house.boss, "Head", Role::Manager, None).await;
        let team = CreateTeam { name: "Sales".into(), parent: None, head: Some(head) };
        let team = room.desk.write(&house.boss, team).await.unwrap();
        let seller = room.member(&house.boss, "Seller", Role::Rep, Some(team)).await;
        let mut act = CreateDeal { process: Some("quote".into()), ..house.deal(Some(seller), 20_000) };
        act.fields.source = None;
        let deal = room.desk.write(&house.boss, act).await.unwrap();
        Quote { seller: room.actor(seller).await, head: room.actor(head).await, deal }
    }

    async fn set(&self, room: &Room, field: &str, value: serde_json::Value) {
        let settings = vec![Setting { field: field.into(), value, was: None }];
        room.desk.write(&self.seller, SetDealFields { id: self.deal, settings }).await.unwrap();
    }

    fn step(&self, key: &str) -> MoveCase {
        MoveCase { of: self.deal.into(), move_key: key.into(), ..MoveCase::default() }
    }

    async fn take(&self, room: &Room, by: &Actor, key: &str) -> Result<Moved, Error> {
        room.desk.write(by, self.step(key)).await
    }

    async fn undoable(&self, room: &Room, by: &Actor, key: &str) -> i64 {
        room.desk.write_undoable(by, self.step(key)).await.unwrap().1.unwrap()
    }

    /// `key state` of each strand that is there.
    async fn strands(&self, room: &Room) -> Vec<String> {
        let ways = room.desk.read(&self.head, OpenMoves { of: self.deal.into() }).await.unwrap();
        ways.strands.iter().map(|strand| format!("{} {}", strand.key, strand.state)).collect()
    }

    async fn open_tasks(&self, room: &Room) -> Vec<String> {
        let seen = room.desk.read(&self.head, DealPage { id: self.deal }).await.unwrap();
        seen.tasks.into_iter().filter(|task| task.done_at.is_none()).map(|task| task.title).collect()
    }

    async fn is_sound(&self, room: &Room) {
        assert_eq!(room.desk.read_slowly(&room.system(), Doctor).await.unwrap(), []);
    }
}

fn refused(answer: Result<Moved, Error>) -> Vec<String> {
    match answer {
        Err(Error::Refused(findings)) => findings.into_iter().filter_map(|finding| finding.id).collect(),
        other => panic!("not refused: {other:?}"),
    }
}

on_both! {
    async fn a_deal_goes_on_only_when_what_runs_beside_it_is_done(room: &Room) {
        let quote = Quote::new(room).await;
        assert_eq!(quote.strands(room).await, ["stock open", "discount unasked", "hold off"]);
        let before = room.rows().await;
        assert_eq!(refused(quote.take(room, &quote.seller, "agree").await), ["quote-strands"]);
        assert_eq!(room.rows().await, before, "a refused move changes no row");
        quote.set(room, "source", "event".into()).await;
        assert_eq!(quote.strands(room).await, ["stock reserved", "discount unasked", "hold off"]);
        quote.take(room, &quote.seller, "discount.ask").await.unwrap();
        quote.take(room, &quote.head, "discount.grant").await.unwrap();
        let moved = quote.take(room, &quote.seller, "agree").await.unwrap();
        assert_eq!((moved.from.as_str(), moved.to.as_str()), ("quote", "job"));
        quote.is_sound(room).await;
    }

    async fn an_approval_is_given_by_the_head_and_by_nobody_who_sells_it(room: &Room) {
        let quote = Quote::new(room).await;
        assert_eq!(refused(quote.take(room, &quote.head, "discount.grant").await), Vec::<String>::new());
        quote.take(room, &quote.seller, "discount.ask").await.unwrap();
        assert_eq!(quote.open_tasks(room).await, ["Approve: Discount"]);
        assert_eq!(refused(quote.take(room, &quote.seller, "discount.grant").await), ["by"]);
        quote.take(room, &quote.head, "discount.grant").await.unwrap();
        assert_eq!(quote.open_tasks(room).await.len(), 0, "whoever was asked has answered");
        assert_eq!(quote.strands(room).await[1], "discount granted");
    }

    async fn an_administrator_who_sells_it_does_not_approve_it_either(room: &Room) {
        let house = House::new(room).await;
        let publish = PublishProcess { definition: QUOTE.to_owned(), active: true };
        room.desk.write(&house.boss, publish).await.unwrap();
        let act = CreateDeal { process: Some("quote".into()), ..house.deal(None, 20_000) };
        let deal = room.desk.write(&house.boss, act).await.unwrap();
        let step = |key: &str| MoveCase { of: deal.into(), move_key: key.into(), ..MoveCase::default() };
        room.desk.write(&house.boss, step("discount.ask")).await.unwrap();
        assert_eq!(refused(room.desk.write(&house.boss, step("discount.grant")).await), ["not-by"]);
    }

    async fn a_larger_amount_voids_the_approval_and_the_act_is_taken_back_with_it(room: &Room) {
        let quote = Quote::new(room).await;
        quote.take(room, &quote.seller, "discount.ask").await.unwrap();
        quote.take(room, &quote.head, "discount.grant").await.unwrap();
        quote.set(room, "amount", 15_000.into()).await;
        assert_eq!(quote.strands(room).await[1], "discount granted", "a smaller amount keeps it");
        let larger = Setting { field: "amount".into(), value: 30_000.into(), was: None };
        let act = SetDealFields { id: quote.deal, settings: vec![larger] };
        let act = room.desk.write_undoable(&quote.seller, act).await.unwrap().1.unwrap();
        assert_eq!(quote.strands(room).await[1], "discount void");
        room.desk.write(&quote.seller, Undo { act }).await.unwrap();
        assert_eq!(quote.strands(room).await[1], "discount granted");
        quote.set(room, "amount", 5_000.into()).await;
        assert_eq!(quote.strands(room).await, ["stock open", "hold off"], "not needed");
        quote.set(room, "amount", 20_000.into()).await;
        assert_eq!(quote.strands(room).await[1], "discount unasked", "and needed again");
        quote.is_sound(room).await;
    }

    async fn an_answer_is_taken_back_unless_something_followed_it(room: &Room) {
        let quote = Quote::new(room).await;
        let asked = quote.undoable(room, &quote.seller, "discount.ask").await;
        let granted = quote.undoable(room, &quote.head, "discount.grant").await;
        assert!(room.desk.write(&quote.seller, Undo { act: asked }).await.is_err(), "it was answered since");
        room.desk.write(&quote.head, Undo { act: granted }).await.unwrap();
        assert_eq!(quote.strands(room).await[1], "discount asked");
        assert_eq!(quote.open_tasks(room).await, ["Approve: Discount"]);
        room.desk.write(&quote.seller, Undo { act: asked }).await.unwrap();
        assert_eq!(quote.strands(room).await[1], "discount unasked");
        assert_eq!(quote.open_tasks(room).await.len(), 0);
        quote.is_sound(room).await;
    }

    // Seeds 001.23 and 001.24.
    async fn a_job_is_handed_over_once_confirmed_with_its_number_and_offered_again_when_amended(room: &Room) {
        let quote = Quote::new(room).await;
        quote.set(room, "source", "event".into()).await;
        quote.set(room, "amount", 5_000.into()).await;
        quote.take(room, &quote.seller, "agree").await.unwrap();
        assert_eq!(quote.strands(room).await, ["stock reserved", "to_jobs offered", "hold off"]);
        assert_eq!(quote.open_tasks(room).await, ["Take over: Job"]);
        assert!(quote.take(room, &quote.seller, "to_jobs.offer").await.is_err(), "it is offered already");
        assert_eq!(quote.open_tasks(room).await.len(), 1, "one job is made of it");
        assert_eq!(refused(quote.take(room, &quote.seller, "to_jobs.accept").await), ["by"]);
        quote.take(room, &quote.head, "to_jobs.accept").await.unwrap();
        assert_eq!(refused(quote.take(room, &quote.seller, "done").await), ["to_jobs"]);
        let number = BTreeMap::from([("number".to_owned(), Value::Text("J-7".into()))]);
        let confirm = MoveCase { answers: number, ..quote.step("to_jobs.confirm") };
        room.desk.write(&quote.head, confirm).await.unwrap();
        quote.set(room, "description", "another size".into()).await;
        assert_eq!(quote.strands(room).await[1], "to_jobs offered");
        assert_eq!(quote.open_tasks(room).await, ["Take over: Job"]);
        quote.is_sound(room).await;
    }

    async fn on_hold_nothing_goes_on_and_resuming_lets_happen_what_waited(room: &Room) {
        let quote = Quote::new(room).await;
        quote.set(room, "amount", 5_000.into()).await;
        let reason = BTreeMap::from([("reason".to_owned(), Value::Text("no budget".into()))]);
        let hold = MoveCase { answers: reason, ..quote.step("hold.hold") };
        room.desk.write(&quote.seller, hold).await.unwrap();
        quote.set(room, "source", "event".into()).await;
        assert_eq!(quote.strands(room).await, ["stock open", "hold on"]);
        assert_eq!(refused(quote.take(room, &quote.seller, "agree").await), ["hold", "quote-strands"]);
        quote.take(room, &quote.seller, "hold.resume").await.unwrap();
        assert_eq!(quote.strands(room).await, ["stock reserved", "hold off"]);
        quote.take(room, &quote.seller, "agree").await.unwrap();
        quote.is_sound(room).await;
    }

    async fn each_step_of_a_strand_is_told_on_the_timeline(room: &Room) {
        let quote = Quote::new(room).await;
        quote.take(room, &quote.seller, "discount.ask").await.unwrap();
        quote.take(room, &quote.head, "discount.grant").await.unwrap();
        let look = Timeline { of: Of::Deal(quote.deal), kinds: Kinds::All, before: None, limit: 20 };
        let told = room.desk.read(&quote.head, look).await.unwrap().entries;
        let moved = told.iter().filter_map(|entry| match &entry.event {
            sales::Event::CaseMoved { strand: Some(strand), from, to, .. } => Some(format!("{strand} {from} {to}")),
            _ => None,
        });
        assert_eq!(moved.collect::<Vec<_>>(), ["discount asked granted", "discount unasked asked"]);
    }
}
