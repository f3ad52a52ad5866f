//! What follows of an act by itself: automatic moves, falling back, amendments, and taking all of it back.

use std::collections::BTreeMap;

use desk::activity::{LogActivity, On};
use desk::case::{MoveCase, Moved, OpenMoves};
use desk::deal::{CreateDeal, SetDealFields};
use desk::look::{DealPage, Doctor, Kinds, Timeline};
use desk::process::PublishProcess;

use desk::undo::Undo;
use desk::{Act, Error, Setting};
use process::Value;
use store::rows::events::Of;

use crate::house::{House, hour};
use crate::room::Room;

/// New until somebody called and the source is known; paid as soon as the monthly amount covers the order.
const ORDER: &str = r#"
process: order
title: { en: Order, ru: Заказ }
main: true
starts: { in: new }
working_time: owner's team
parts: { seller: deal.owner }
facts: { called: { any: activity, where: { type: call } } }
stages:
  new: { title: { en: New, ru: Новый }, next_step: not asked, probability: 10, to_go_on: [ { id: source, fields: [ deal.source ] } ] }
  paid:
    title: { en: Prepayment, ru: Предоплата }
    next_step: not asked
    probability: 40
    locks: [ deal.amount ]
    on_enter: [ { create_task: { for: seller, title: { en: Ask for the money, ru: Попросить оплату } } } ]
    to_go_on:
      - id: covered
        if: filled(deal.recurring) && deal.recurring >= deal.amount
        stays_true: true
        say: { en: The prepayment does not cover the order., ru: Предоплата не покрывает заказ. }
        mend: { fill: deal.recurring }
  sent: { title: { en: Sent, ru: Отправлен }, next_step: not asked, probability: 70, locks: [ deal.amount ] }
  made: { title: { en: Made, ru: Изготовлен }, next_step: not asked, probability: 90, no_way_back: true }
  won: { title: { en: Won, ru: Успех }, ends: won }
  lost: { title: { en: Lost, ru: Отказ }, ends: lost }
moves:
  agree: { title: { en: Agreed, ru: Согласован }, from: new, to: paid, by: itself, if: called }
  send: { title: { en: Send, ru: Отправить }, from: paid, to: sent, by: itself, if: filled(deal.recurring) }
  make: { title: { en: Made, ru: Готов }, from: sent, to: made }
  close: { title: { en: Close, ru: Закрыть }, from: made, to: won }
  enlarge:
    title: { en: Enlarge the order, ru: Увеличить заказ }
    kind: amend
    from: [ paid, sent, made ]
    stay: true
    ask: [ deal.amount ]
    do: [ { note: { to: record, text: { en: "Was {before.deal.amount}.", ru: "Было {before.deal.amount}." } } } ]
  back: { title: { en: Back, ru: Назад }, kind: return, from: every open stage, to: any visited }
  refuse: { title: { en: Refuse, ru: Отказ }, kind: refusal, from: every open stage, to: lost }
  again: { title: { en: Again, ru: Снова }, kind: reopen, from: lost, to: last open, within: 2 days after entry }
"#;

struct Order {
    house: House,
    deal: i64,
}

impl Order {
    /// A deal of 100 in the first stage, its source not known.
    async fn new(room: &Room) -> Order {
        let house = House::new(room).await;
        let publish = PublishProcess { definition: ORDER.to_owned(), active: true };
        room.desk.write(&house.boss, publish).await.unwrap();
        let mut act = CreateDeal { process: Some("order".into()), ..house.deal(None, 10_000) };
        act.fields.source = None;
        let deal = room.desk.write(&house.boss, act).await.unwrap();
        Order { house, deal }
    }

    /// One that has come as far as being sent.
    async fn sent(room: &Room) -> Order {
        let order = Order::new(room).await;
        order.set(room, "recurring", 10_000.into()).await.unwrap();
        order.set(room, "source", "event".into()).await.unwrap();
        order.call(room).await;
        assert_eq!(order.stage(room).await, "sent");
        order
    }

    async fn set(&self, room: &Room, field: &str, value: serde_json::Value) -> Result<i64, Error> {
        let settings = vec![Setting { field: field.into(), value, was: None }];
        room.desk.write(&self.house.boss, SetDealFields { id: self.deal, settings }).await
    }

    async fn call(&self, room: &Room) -> i64 {
        let act = LogActivity {
            on: On::Deal(self.deal),
            fields: hour("call", "2026-11-23T07:00:00Z"),
            outcome: Some("reached".into()),
            findings: String::new(),
            next_step: None,
        };
        self.undoable(room, act).await
    }

    async fn undoable<A: Act>(&self, room: &Room, act: A) -> i64 {
        room.desk.write_undoable(&self.house.boss, act).await.unwrap().1.unwrap()
    }

    fn step(&self, key: &str) -> MoveCase {
        MoveCase { of: self.deal.into(), move_key: key.into(), ..MoveCase::default() }
    }

    async fn enlarge(&self, room: &Room, minor: i64) -> Moved {
        let amount = Value::Money { minor, currency: "EUR".into() };
        let answers = BTreeMap::from([("deal.amount".to_owned(), amount)]);
        room.desk.write(&self.house.boss, MoveCase { answers, ..self.step("enlarge") }).await.unwrap()
    }

    async fn stage(&self, room: &Room) -> String {
        room.desk.read(&self.house.boss, DealPage { id: self.deal }).await.unwrap().deal.stage
    }

    async fn offered(&self, room: &Room) -> Vec<String> {
        let ways = room.desk.read(&self.house.boss, OpenMoves { of: self.deal.into() }).await.unwrap();
        ways.moves.into_iter().filter(|way| !way.by_itself).map(|way| way.move_key).collect()
    }

    async fn is_sound(&self, room: &Room) {
        assert_eq!(room.desk.read_slowly(&room.system(), Doctor).await.unwrap(), []);
    }
}

fn refused(answer: Result<i64, Error>) -> Vec<String> {
    match answer {
        Err(Error::Refused(findings)) => findings.into_iter().filter_map(|finding| finding.id).collect(),
        other => panic!("not refused: {other:?}"),
    }
}

on_both! {
    async fn one_act_sets_off_all_that_may_follow_and_is_taken_back_with_it(room: &Room) {
        let order = Order::new(room).await;
        order.call(room).await;
        assert_eq!(order.stage(room).await, "new", "its source is not known");
        order.set(room, "recurring", 10_000.into()).await.unwrap();
        let source = Setting { field: "source".into(), value: "event".into(), was: None };
        let act = order.undoable(room, SetDealFields { id: order.deal, settings: vec![source] }).await;
        assert_eq!(order.stage(room).await, "sent");
        let seen = room.desk.read(&order.house.boss, DealPage { id: order.deal }).await.unwrap();
        let stays: Vec<_> = seen.stays.iter().map(|stay| (stay.stage.as_str(), stay.move_key.as_str())).collect();
        assert_eq!(stays, [("new", ""), ("paid", "agree"), ("sent", "send")]);
        assert_eq!(seen.tasks.len(), 1, "entering prepayment asks for the money");
        order.is_sound(room).await;
        room.desk.write(&order.house.boss, Undo { act }).await.unwrap();
        assert_eq!(order.stage(room).await, "new");
        order.is_sound(room).await;
    }

    async fn what_happens_by_itself_is_told_as_nobodys_and_under_the_number_of_its_cause(room: &Room) {
        let order = Order::new(room).await;
        order.set(room, "source", "event".into()).await.unwrap();
        let act = order.call(room).await;
        let look = Timeline { of: Of::Deal(order.deal), kinds: Kinds::All, before: None, limit: 20 };
        let told = room.desk.read(&order.house.boss, look).await.unwrap().entries;
        let moved = told.iter().find(|entry| entry.event.kind() == "case-moved").unwrap();
        assert!(moved.by.is_none());
        assert_eq!(moved.act, Some(act));
    }

    async fn after_a_way_back_a_move_rests_until_it_was_false_once(room: &Room) {
        let order = Order::new(room).await;
        order.set(room, "source", "event".into()).await.unwrap();
        order.call(room).await;
        assert_eq!(order.stage(room).await, "paid");
        assert!(!order.offered(room).await.contains(&"agree".to_owned()));
        let back = MoveCase { to: Some("new".into()), ..order.step("back") };
        room.desk.write(&order.house.boss, back.clone()).await.unwrap();
        order.call(room).await;
        assert_eq!(order.stage(room).await, "new", "it rests");
        assert!(order.offered(room).await.contains(&"agree".to_owned()), "and is offered to a hand");
        order.set(room, "source", serde_json::Value::Null).await.unwrap();
        order.set(room, "source", "event".into()).await.unwrap();
        assert_eq!(order.stage(room).await, "paid", "it has been false");
        room.desk.write(&order.house.boss, back).await.unwrap();
        room.desk.write(&order.house.boss, order.step("agree")).await.unwrap();
        assert_eq!(order.stage(room).await, "paid", "a hand has taken it");
        order.is_sound(room).await;
    }

    async fn a_locked_field_is_changed_by_an_amendment_alone(room: &Room) {
        let order = Order::sent(room).await;
        let before = room.rows().await;
        assert_eq!(refused(order.set(room, "amount", 5_000.into()).await), ["deal.amount"]);
        assert_eq!(room.rows().await, before, "a refused edit changes no row");
        let moved = order.enlarge(room, 8_000).await;
        assert_eq!((moved.from.as_str(), moved.to.as_str()), ("sent", "sent"));
        let seen = room.desk.read(&order.house.boss, DealPage { id: order.deal }).await.unwrap();
        assert_eq!((seen.deal.amount, seen.deal.version), (Some(8_000), moved.version));
        assert_eq!(seen.stays.len(), 3, "it has not entered the stage again");
        assert!(room.rows().await.iter().any(|row| row.starts_with("notes ") && row.contains("Was 100 EUR.")));
        order.is_sound(room).await;
    }

    // Seed 002.18.
    async fn a_larger_order_falls_back_to_its_prepayment_and_goes_on_when_that_is_there(room: &Room) {
        let order = Order::sent(room).await;
        let moved = order.enlarge(room, 15_000).await;
        assert_eq!((moved.to.as_str(), moved.status.as_str()), ("paid", "open"));
        let seen = room.desk.read(&order.house.boss, DealPage { id: order.deal }).await.unwrap();
        assert_eq!(seen.deal.recurring, Some(10_000), "money received is not lost");
        assert_eq!(seen.findings[0]["id"], "covered");
        order.set(room, "recurring", 15_000.into()).await.unwrap();
        assert_eq!(order.stage(room).await, "sent");
        order.is_sound(room).await;
    }

    async fn an_amendment_is_taken_back_with_the_fall_it_caused(room: &Room) {
        let order = Order::sent(room).await;
        let amount = Value::Money { minor: 15_000, currency: "EUR".into() };
        let answers = BTreeMap::from([("deal.amount".to_owned(), amount)]);
        let act = order.undoable(room, MoveCase { answers, ..order.step("enlarge") }).await;
        assert_eq!(order.stage(room).await, "paid");
        room.desk.write(&order.house.boss, Undo { act }).await.unwrap();
        let seen = room.desk.read(&order.house.boss, DealPage { id: order.deal }).await.unwrap();
        assert_eq!((seen.deal.stage.as_str(), seen.deal.amount), ("sent", Some(10_000)));
        order.is_sound(room).await;
    }

    async fn where_there_is_no_way_back_the_want_stands_on_the_case_until_it_is_mended(room: &Room) {
        let order = Order::sent(room).await;
        room.desk.write(&order.house.boss, order.step("make")).await.unwrap();
        assert_eq!(order.enlarge(room, 15_000).await.to, "made");
        let findings = || async {
            let seen = room.desk.read(&order.house.boss, DealPage { id: order.deal }).await.unwrap();
            seen.findings.iter().map(|finding| finding["id"].clone()).collect::<Vec<_>>()
        };
        assert_eq!(findings().await, ["covered"]);
        order.set(room, "recurring", 15_000.into()).await.unwrap();
        assert_eq!(findings().await.len(), 0);
    }

    async fn a_lost_deal_may_be_taken_up_again_only_in_its_time(room: &Room) {
        let order = Order::sent(room).await;
        room.desk.write(&order.house.boss, order.step("refuse")).await.unwrap();
        assert_eq!(order.offered(room).await, ["again"]);
        room.desk.write(&order.house.boss, order.step("again")).await.unwrap();
        assert_eq!(order.stage(room).await, "sent");
        room.desk.write(&order.house.boss, order.step("refuse")).await.unwrap();
        room.clock.set("2026-12-20T09:00:00Z".parse().unwrap());
        assert_eq!(order.offered(room).await.len(), 0);
        let late = room.desk.write(&order.house.boss, order.step("again")).await;
        assert_eq!(refused(late.map(|_| 0)), ["within"]);
    }
}
