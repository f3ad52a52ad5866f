//! Moving a case through the shipped funnel.

use std::collections::BTreeMap;

use desk::Error;
use desk::activity::{LogActivity, On, PlanActivity};
use desk::case::{MoveCase, OpenMoves};
use desk::look::{DealPage, Doctor, MyDay};
use desk::note::WriteNote;
use desk::process::PublishProcess;
use process::Value;

use crate::house::{FUNNEL, House, hour};
use crate::room::Room;

fn step(deal: i64, key: &str) -> MoveCase {
    MoveCase {
        of: deal.into(),
        move_key: key.into(),
        accepts: vec!["fresh-note".into()],
        ..MoveCase::default()
    }
}

async fn log(room: &Room, house: &House, deal: i64, kind: &str, outcome: &str) {
    let act = LogActivity {
        on: On::Deal(deal),
        fields: hour(kind, "2026-11-23T07:00:00Z"),
        outcome: Some(outcome.into()),
        findings: "router is old".into(),
        next_step: None,
    };
    room.desk.write(&house.boss, act).await.unwrap();
}

async fn plan(room: &Room, house: &House, deal: i64, kind: &str) {
    let act = PlanActivity { on: On::Deal(deal), fields: hour(kind, "2026-11-25T09:00:00Z") };
    room.desk.write(&house.boss, act).await.unwrap();
}

fn ids(refused: Result<desk::case::Moved, Error>) -> Vec<String> {
    match refused {
        Err(Error::Refused(findings)) => findings.into_iter().filter_map(|finding| finding.id).collect(),
        other => panic!("not refused: {other:?}"),
    }
}

on_both! {
    // Seed 003.24, 003.26.
    async fn a_deal_walks_to_discovery_only_after_the_visit_and_with_both_discoveries_booked(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        plan(room, &house, deal, "first-appointment").await;
        room.desk.write(&house.boss, step(deal, "book")).await.unwrap();
        let before = room.rows().await;
        let missing = ids(room.desk.write(&house.boss, step(deal, "discover")).await);
        assert_eq!(missing, ["visited", "discoveries-booked"]);
        assert_eq!(room.rows().await, before, "a refused move changes no row");
        log(room, &house, deal, "first-appointment", "done").await;
        plan(room, &house, deal, "sales-discovery").await;
        plan(room, &house, deal, "network-discovery").await;
        let moved = room.desk.write(&house.boss, step(deal, "discover")).await.unwrap();
        assert_eq!((moved.from.as_str(), moved.to.as_str()), ("first-appointment", "discovery"));
        let ways = room.desk.read(&house.boss, OpenMoves { of: deal.into() }).await.unwrap();
        assert!(ways.moves.iter().any(|way| way.move_key == "present" && !way.open));
        assert_eq!(room.desk.read_slowly(&room.system(), Doctor).await.unwrap().len(), 0);
    }

    async fn a_deadline_of_two_working_hours_runs_on_the_calendar(room: &Room) {
        let house = House::new(room).await;
        let book = "    ask: [ { plan: first-appointment, within: 5 working days";
        let title = "{ en: Confirm it, ru: Подтвердить }";
        let task =
            format!("    do: [ {{ create_task: {{ for: seller, title: {title}, due: 2 working hours after entry }} }} ]");
        let definition = FUNNEL.replace(book, &format!("{task}\n{book}"));
        room.desk.write(&house.boss, PublishProcess { definition, active: true }).await.unwrap();
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        plan(room, &house, deal, "first-appointment").await;
        // Friday 17:30 in Berlin, where the house closes at 18:00 and opens on Monday at 9:00.
        room.clock.set("2026-11-27T16:30:00Z".parse().unwrap());
        room.desk.write(&house.boss, step(deal, "book")).await.unwrap();
        let day = room.desk.read(&house.boss, MyDay::default()).await.unwrap();
        let due = day.tasks.later.iter().find(|task| task.title == "Confirm it").and_then(|task| task.due_at);
        assert_eq!(due.unwrap().to_string(), "2026-11-30T09:30:00Z");
    }

    // Seeds 003.30, 003.31.
    async fn a_lost_deal_keeps_its_reason_and_is_lost_only_after_a_direct_no(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let answers = BTreeMap::from([
            ("reason".to_owned(), Value::Choice("price".into())),
            ("explanation".to_owned(), Value::Text("too dear".into())),
        ]);
        let lose = MoveCase { answers, ..step(deal, "say-no") };
        assert_eq!(ids(room.desk.write(&house.boss, lose.clone()).await), ["direct-no"]);
        log(room, &house, deal, "call", "declined").await;
        let moved = room.desk.write(&house.boss, lose).await.unwrap();
        assert_eq!(moved.status, "lost");
        let seen = room.desk.read(&house.boss, DealPage { id: deal }).await.unwrap();
        assert_eq!(seen.deal.lost_reason.as_deref(), Some("price"));
        assert!(seen.deal.closed_at.is_some());
        assert!(room.rows().await.iter().any(|row| row.starts_with("notes ") && row.contains("too dear")));
        assert_eq!(room.desk.read_slowly(&room.system(), Doctor).await.unwrap().len(), 0);
    }

    // Seed 003.35.
    async fn a_warning_must_be_accepted_and_stays_with_the_case(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        plan(room, &house, deal, "first-appointment").await;
        let hasty = MoveCase { accepts: vec![], ..step(deal, "book") };
        assert_eq!(ids(room.desk.write(&house.boss, hasty.clone()).await), ["fresh-note"]);
        room.desk.write(&house.boss, WriteNote { on: On::Deal(deal), body: "Met at the fair".into() }).await.unwrap();
        room.desk.write(&house.boss, hasty).await.unwrap();
    }

    async fn a_move_made_up_on_an_older_entry_is_refused(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        plan(room, &house, deal, "first-appointment").await;
        room.desk.write(&house.boss, MoveCase { entry: Some(1), ..step(deal, "book") }).await.unwrap();
        let stale = room.desk.write(&house.boss, MoveCase { entry: Some(1), ..step(deal, "book") }).await;
        assert!(matches!(stale, Err(Error::Refused(_))));
    }
}
