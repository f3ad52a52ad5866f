//! Taking an act back restores what stood before, whole or not at all.

use desk::activity::{CancelActivity, CompleteActivity, LogActivity, On, PlanActivity, RescheduleActivity};
use desk::case::{MoveCase, OpenMoves};
use desk::deal::{ArchiveDeal, AssignDeal, EditDeal, RestoreDeal};
use desk::look::{DealPage, Doctor};
use desk::note::WriteNote;
use desk::task::{CompleteTask, CreateTask};
use desk::undo::Undo;
use desk::{Act, Conflict, Error};
use jiff::SignedDuration;
use process::Value;
use sales::deal::DealFields;
use sales::{Actor, Role};

use crate::house::{House, hour};
use crate::room::Room;

/// All that is seen of a deal, and the kept sums; only the version counts on.
async fn standing(room: &Room, by: &Actor, deal: i64) -> String {
    let mut seen = room.desk.read(by, DealPage { id: deal }).await.unwrap();
    seen.deal.version = 0;
    seen.deal.changed_at = jiff::Timestamp::UNIX_EPOCH;
    let sums = room.rows().await.into_iter().filter(|row| row.starts_with("deal_totals"));
    // A sum that has become nothing may stay as a row of nothings.
    let sums: Vec<String> = sums.filter(|row| !row.contains("Int(0) Int(0) Int(0)")).collect();
    let tasks: Vec<_> = seen.tasks.iter().map(|task| (&task.title, task.done_at)).collect();
    format!("{:?} {:?} {:?} {tasks:?} {:?} {sums:?}", seen.deal, seen.stays, seen.activities, seen.findings)
}

/// Does something, takes it back, and looks whether all is as before.
async fn there_and_back<A: Act>(room: &Room, by: &Actor, deal: i64, act: A) {
    let before = standing(room, by, deal).await;
    let (_, number) = room.desk.write_undoable(by, act).await.unwrap();
    let number = number.unwrap();
    assert_ne!(standing(room, by, deal).await, before, "the act did something");
    room.desk.write(by, Undo { act: number }).await.unwrap();
    assert_eq!(standing(room, by, deal).await, before);
    assert_eq!(room.desk.read_slowly(&room.system(), Doctor).await.unwrap().len(), 0);
    let rows = room.rows().await;
    let again = room.desk.write(by, Undo { act: number }).await;
    assert!(matches!(again, Err(Error::Conflict(Conflict::Done))));
    assert_eq!(room.rows().await, rows, "a refused undo changes no row");
}

async fn planned(room: &Room, by: &Actor, deal: i64) -> i64 {
    room.desk.read(by, DealPage { id: deal }).await.unwrap().activities[0].id
}

fn euros(fields: DealFields) -> DealFields {
    DealFields { currency: "EUR".into(), ..fields }
}

async fn may_lose(room: &Room, house: &House, deal: i64) -> bool {
    let ways = room.desk.read(&house.boss, OpenMoves { of: deal.into() }).await.unwrap();
    ways.moves.iter().any(|way| way.move_key == "say-no" && way.open)
}

fn booked(deal: i64) -> MoveCase {
    let next_steps = vec![hour("first-appointment", "2026-11-25T09:00:00Z")];
    MoveCase {
        of: deal.into(),
        move_key: "book".into(),
        accepts: vec!["fresh-note".into()],
        next_steps,
        ..MoveCase::default()
    }
}

on_both! {
    async fn a_move_is_taken_back_with_what_it_planned_and_can_be_taken_again(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        there_and_back(room, &house.boss, deal, booked(deal)).await;
        there_and_back(room, &house.boss, deal, booked(deal)).await;
    }

    async fn a_lost_deal_is_open_again_and_its_reason_gone(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let no = LogActivity {
            on: On::Deal(deal),
            fields: hour("call", "2026-11-23T07:00:00Z"),
            outcome: Some("declined".into()),
            findings: String::new(),
            next_step: None,
        };
        let (_, said) = room.desk.write_undoable(&house.boss, no.clone()).await.unwrap();
        let said = said.unwrap();
        assert!(may_lose(room, &house, deal).await);
        room.desk.write(&house.boss, Undo { act: said }).await.unwrap();
        assert!(!may_lose(room, &house, deal).await, "what was not said opens no way");
        room.desk.write(&house.boss, no).await.unwrap();
        let lose = MoveCase {
            of: deal.into(),
            move_key: "say-no".into(),
            answers: [("reason".to_owned(), Value::Choice("price".into())), ("explanation".to_owned(), Value::Text("too dear".into()))].into(),
            accepts: vec!["fresh-note".into()],
            ..MoveCase::default()
        };
        there_and_back(room, &house.boss, deal, lose).await;
    }

    async fn work_on_a_deal_is_taken_back(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let id = planned(room, &house.boss, deal).await;
        let next_step = Some(hour("meeting", "2026-11-26T09:00:00Z"));
        let done = CompleteActivity { id, outcome: Some("reached".into()), next_step: next_step.clone(), ..CompleteActivity::default() };
        there_and_back(room, &house.boss, deal, done).await;
        there_and_back(room, &house.boss, deal, CancelActivity { id, next_step }).await;
        there_and_back(room, &house.boss, deal, PlanActivity { on: On::Deal(deal), fields: hour("call", "2026-11-24T12:00:00Z") }).await;
        let task = CreateTask { on: On::Deal(deal), title: "Send the list".into(), owner: house.boss.member, due_at: None };
        there_and_back(room, &house.boss, deal, task.clone()).await;
        let task = room.desk.write(&house.boss, task).await.unwrap();
        there_and_back(room, &house.boss, deal, CompleteTask { id: task }).await;
        let (_, note) = room.desk.write_undoable(&house.boss, WriteNote { on: On::Deal(deal), body: "Slip".into() }).await.unwrap();
        let note = note.unwrap();
        room.desk.write(&house.boss, Undo { act: note }).await.unwrap();
    }

    async fn what_was_put_off_is_planned_as_before_unless_it_was_moved_again(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let id = planned(room, &house.boss, deal).await;
        let to = |start: &str| RescheduleActivity { id, fields: hour("call", start) };
        let (_, first) = room.desk.write_undoable(&house.boss, to("2026-12-01T09:00:00Z")).await.unwrap();
        let first = first.unwrap();
        let (_, second) = room.desk.write_undoable(&house.boss, to("2026-12-02T09:00:00Z")).await.unwrap();
        let second = second.unwrap();
        let early = room.desk.write(&house.boss, Undo { act: first }).await;
        assert!(matches!(early, Err(Error::Conflict(Conflict::ChangedSince))));
        room.desk.write(&house.boss, Undo { act: second }).await.unwrap();
        room.desk.write(&house.boss, Undo { act: first }).await.unwrap();
    }

    async fn fields_owner_and_archive_come_back(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let fields = DealFields { amount: Some(900), campaign: Some("Spring".into()), ..euros(house.deal(None, 100).fields) };
        there_and_back(room, &house.boss, deal, EditDeal { id: deal, version: 1, fields }).await;
        let other = room.member(&house.boss, "Ann", Role::Rep, None).await;
        there_and_back(room, &house.boss, deal, AssignDeal { id: deal, to: other }).await;
        there_and_back(room, &house.boss, deal, ArchiveDeal { id: deal }).await;
    }

    async fn a_deal_whose_making_was_taken_back_comes_back_with_its_next_step(room: &Room) {
        let house = House::new(room).await;
        let (deal, act) = room.desk.write_undoable(&house.boss, house.deal(None, 100)).await.unwrap();
        let made = standing(room, &house.boss, deal).await;
        room.desk.write(&house.boss, Undo { act: act.unwrap() }).await.unwrap();
        room.desk.write(&house.boss, RestoreDeal { id: deal }).await.unwrap();
        assert_eq!(standing(room, &house.boss, deal).await, made);
        assert_eq!(room.desk.read_slowly(&room.system(), Doctor).await.unwrap(), []);
    }

    async fn a_field_that_someone_changed_since_stays_theirs(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let worth = |version: i64, amount: i64| EditDeal { id: deal, version, fields: euros(house.deal(None, amount).fields) };
        let (version, number) = room.desk.write_undoable(&house.boss, worth(1, 200)).await.unwrap();
        let number = number.unwrap();
        room.desk.write(&house.boss, worth(version, 300)).await.unwrap();
        let rows = room.rows().await;
        let refused = room.desk.write(&house.boss, Undo { act: number }).await;
        assert!(matches!(refused, Err(Error::Conflict(Conflict::ChangedSince))));
        assert_eq!(room.rows().await, rows);
    }

    async fn nobody_takes_back_what_they_may_not_change_and_nobody_after_thirty_days(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let (_, number) = room.desk.write_undoable(&house.boss, ArchiveDeal { id: deal }).await.unwrap();
        let number = number.unwrap();
        let stranger = room.member(&house.boss, "Stranger", Role::Rep, None).await;
        let stranger = room.actor(stranger).await;
        let rows = room.rows().await;
        assert!(matches!(room.desk.write(&stranger, Undo { act: number }).await, Err(Error::NotFound)));
        room.clock.advance(SignedDuration::from_hours(721));
        let late = room.desk.write(&house.boss, Undo { act: number }).await;
        assert!(matches!(late, Err(Error::Conflict(Conflict::TooLate))));
        assert_eq!(room.rows().await, rows);
    }
}
