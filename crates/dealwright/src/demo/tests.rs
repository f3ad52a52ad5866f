//! The demo as a whole, on a database of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use desk::World;
use desk::access::{BecomeAdministrator, InitialLink, become_administrator};
use desk::import::{UndoImport, undo};
use desk::look::{DealPage, DealSeen, Doctor, Kinds, MyDay, Of, Timeline};
use desk::settings::Prepare;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use process::Lang;
use sales::activity::NextStep;
use store::{Files, Store, StoreSettings, migrate};
use testkit::{Clock, TempDatabase};

use super::*;
use crate::shipped;

struct TestWorld {
    clock: Clock,
    count: AtomicU64,
}

impl World for TestWorld {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn secret(&self) -> [u8; 32] {
        let mut secret = [7; 32];
        secret[..8].copy_from_slice(&self.count.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        secret
    }
}

/// The desk stands before the database so that it closes first.
struct Room {
    desk: Desk,
    _database: TempDatabase,
}

/// A house in London with an administrator called Dana Whitfield, on a Monday at noon.
async fn room() -> Room {
    room_in(Lang::En, "Dana Whitfield").await
}

async fn room_in(language: Lang, administrator: &str) -> Room {
    let database = testkit::sqlite();
    let store = Store::open(&database.url().parse().unwrap(), StoreSettings::default()).unwrap();
    migrate::run(&store).unwrap();
    let world = TestWorld { clock: Clock::at("2026-11-23T12:00:00Z"), count: AtomicU64::new(0) };
    let desk = Desk::new(store, Files::new(testkit::files_of(database.url()), 1 << 20), Arc::new(world));
    desk.write(&actor::system(), Prepare).await.unwrap();
    desk.write(&actor::system(), shipped::PublishShipped).await.unwrap();
    let link = desk.write(&actor::system(), InitialLink).await.unwrap().unwrap();
    let dana = BecomeAdministrator {
        link,
        name: administrator.into(),
        email: "dana@example.com".into(),
        password: "correct horse battery".into(),
        company_name: "Northwind".into(),
        base_currency: "GBP".into(),
        time_zone: "Europe/London".into(),
        language,
    };
    become_administrator(&desk, dana).await.unwrap();
    Room { desk, _database: database }
}

async fn demo(room: &Room, deals: u32) -> Made {
    make(&room.desk, &actor::system(), deals, 7).await.unwrap()
}

async fn seen(room: &Room, deals: i64) -> Vec<DealSeen> {
    let mut all = Vec::new();
    for id in 1..=deals {
        all.push(room.desk.read(&actor::system(), DealPage { id }).await.unwrap());
    }
    all
}

#[tokio::test]
async fn every_row_comes_in_and_every_life_is_lived_without_a_refusal() {
    let room = room().await;
    let made = demo(&room, 120).await;
    let (_, report) = &made.imports[0];
    for file in &report.files {
        assert_eq!((file.imported, file.mend, file.known), (file.rows, 0, 0), "{}", file.name);
    }
    assert_eq!(made.lived.deals, 120);
    assert!(
        made.lived.activities > 300 && made.lived.moves > 250 && made.lived.notes > 200,
        "{:?}",
        made.lived
    );
    let complaints = room.desk.read_slowly(&actor::system(), Doctor).await.unwrap();
    assert_eq!(complaints, []);
}

#[tokio::test]
async fn deals_stand_where_they_were_meant_to_with_their_past_and_their_next_step() {
    let room = room().await;
    demo(&room, 120).await;
    let firm = Firm::new(7, 120, Land::English, "GBP", Some("Dana Whitfield".into()));
    let deals = seen(&room, 120).await;
    let mut steps = Vec::new();
    for (nth, meant) in (0..120).map(|nth| (nth, firm.deal(nth))) {
        let source = format!("demo-7:D{nth}");
        let seen = deals.iter().find(|seen| seen.deal.source_id.as_deref() == Some(&source)).unwrap();
        assert_eq!(seen.deal.stage, meant.stage, "{source}");
        assert_eq!(seen.deal.lost_reason.as_deref().unwrap_or_default(), meant.reason);
        assert_eq!(seen.deal.next_step_at.is_some(), seen.deal.status == "open", "{source}");
        assert!(!seen.findings.iter().any(|finding| finding.to_string().contains("next-step")), "{source}");
        steps
            .extend(seen.deal.next_step_at.map(|at| NextStep::of(Some(at), room.desk.now(), &TimeZone::UTC)));
    }
    for kind in [NextStep::Overdue, NextStep::Today, NextStep::Planned] {
        assert!(steps.contains(&kind), "{kind:?} is missing of {steps:?}");
    }
}

#[tokio::test]
async fn the_administrator_has_a_day_with_something_late_today_and_to_come() {
    let room = room().await;
    demo(&room, 240).await;
    let day = room.desk.read(&actor::system(), MyDay { member: Some(1) }).await.unwrap();
    assert!(!day.overdue.is_empty() && !day.next.is_empty());
    assert!(day.overdue.len() + day.today.len() > 3, "{} late, {} today", day.overdue.len(), day.today.len());
}

#[tokio::test]
async fn the_same_seed_makes_the_same_rows() {
    let mut told = Vec::new();
    for _ in 0..2 {
        let room = room().await;
        demo(&room, 40).await;
        let mut rows = Vec::new();
        for seen in seen(&room, 40).await {
            let of = Of::Deal(seen.deal.id);
            let timeline = Timeline { of, kinds: Kinds::All, before: None, limit: 200 };
            rows.push(format!("{seen:?} {:?}", room.desk.read(&actor::system(), timeline).await.unwrap()));
        }
        told.push(rows);
    }
    assert_eq!(told[0].len(), 40);
    assert!(told[0] == told[1], "two runs with one seed differ");
}

#[tokio::test]
async fn a_russian_house_sells_to_russian_clients_most_of_the_time() {
    let room = room_in(Lang::Ru, "Ольга Кравцова").await;
    let made = demo(&room, 60).await;
    assert!(made.imports[0].1.files.iter().all(|file| file.imported == file.rows), "{:?}", made.imports[0].1);
    let is_russian =
        |seen: &&DealSeen| seen.company.as_ref().is_some_and(|link| link.name.contains(['а', 'о', 'е']));
    let deals = seen(&room, 60).await;
    assert!((45..60).contains(&deals.iter().filter(is_russian).count()));
    assert!(deals.iter().any(|seen| seen.owner.name == "Ольга Кравцова"));
}

#[tokio::test]
async fn undo_takes_back_all_of_it() {
    let room = room().await;
    let made = demo(&room, 60).await;
    let id = made.imports[0].0;
    let undone = undo(&room.desk, &actor::system(), UndoImport { id, force: true }).await.unwrap();
    assert_eq!(undone.kept, [], "nothing stays");
    assert!(room.desk.read(&actor::system(), DealPage { id: 1 }).await.is_err());
    assert_eq!(room.desk.read_slowly(&actor::system(), Doctor).await.unwrap(), []);
}

#[tokio::test]
async fn a_second_run_with_the_same_seed_changes_nothing() {
    let room = room().await;
    demo(&room, 30).await;
    let before = format!("{:?}", seen(&room, 30).await);
    let again = demo(&room, 30).await;
    assert_eq!(again.lived, Done::default());
    assert!(before == format!("{:?}", seen(&room, 30).await));
}
