//! Every look over a few deals, on both engines.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use process::Vocabulary;
use sales::activity::NextStep;
use sales::deal::DealFields;
use sales::{Actor, Owners, Role};
use store::rows::cases::{self, NewVisit};
use store::rows::deals::{self, Origin};
use store::rows::processes::{self, NewVersion};
use store::rows::totals::{self, Share};
use store::{Files, Store, StoreSettings, Tx, params};
use testkit::TempDatabase;

use super::*;
use crate::{Desk, Error, World};

const SIMPLE: &str = include_str!("../../../../processes/simple-deal/process.yaml");
const ANN: i64 = 1;
const BOB: i64 = 2;

struct Still;

impl World for Still {
    fn now(&self) -> Timestamp {
        "2026-11-23T09:00:00Z".parse().unwrap()
    }

    fn secret(&self) -> [u8; 32] {
        [7; 32]
    }
}

fn prepare(url: &str) {
    store::migrate::run(&Store::open(&url.parse().unwrap(), StoreSettings::default()).unwrap()).unwrap();
}

fn desk_over(database: &TempDatabase) -> Desk {
    let store = Store::open(&database.url().parse().unwrap(), StoreSettings::default()).unwrap();
    store.write_blocking(furnish).unwrap();
    Desk::new(store, Files::new(testkit::files_of(database.url()), 1), Arc::new(Still))
}

/// Deals 1 and 2 of Ann and 3 of Bob stand in the first stage, none with a next step.
fn furnish(tx: &mut Tx) -> store::Result<()> {
    let at = Still.now();
    tx.run(
        "INSERT INTO installation (id, company_name, base_currency, time_zone, language, working_hours, created_at) \
         VALUES (1, 'Us', 'GBP', 'Europe/London', 'en', $1, $2)",
        params![serde_json::to_string(&sales::calendar::WorkingHours::default()).unwrap(), at],
    )?;
    for (id, name) in [(ANN, "Ann"), (BOB, "Bob")] {
        tx.run(
            "INSERT INTO members (id, name, name_key, role, language, single_keys, created_at) \
             VALUES ($1, $2, $2, 'rep', 'en', $3, $4)",
            params![id, name, true, at],
        )?;
    }
    tx.run(
        "INSERT INTO people (id, name, name_key, version, created_at, changed_at) VALUES (1, 'Eve', 'eve', 1, $1, $1)",
        params![at],
    )?;
    let new = NewVersion {
        process: "simple",
        title_en: "S",
        title_ru: "С",
        definition: SIMPLE,
        runs_on: "deal",
        active: true,
    };
    let version = processes::insert(tx, &new, at, None)?;
    for owner in [ANN, ANN, BOB] {
        add_deal(tx, version, owner, at)?;
    }
    Ok(())
}

fn add_deal(tx: &mut Tx, version: i64, owner: i64, at: Timestamp) -> store::Result<()> {
    let definition = process::check(SIMPLE, &Vocabulary::open()).0.unwrap();
    let stage = definition.start();
    let name = format!("Deal of {owner}");
    let fields = DealFields {
        name,
        person_id: Some(1),
        amount: Some(100),
        currency: "GBP".into(),
        ..DealFields::default()
    };
    let origin = Origin {
        process_version_id: version,
        stage: &stage.key,
        status: "open",
        stage_probability: i64::from(stage.probability),
        entered_at: at,
        closed_at: None,
        closed_month: None,
        lost_reason: None,
        source_id: None,
        import_id: None,
        created_at: at,
        created_by: None,
        now: at,
    };
    let id = deals::insert(tx, &fields, owner, &origin)?;
    let visit = NewVisit { stage: &stage.key, move_key: "", kind: "start", started_at: at, entered_at: at };
    let run = cases::Run { process: "funnel", version };
    cases::insert(tx, store::rows::events::Of::Deal(id), &run, &visit, "[]")?;
    let deal = deals::get(tx, id)?;
    totals::change(tx, None, Share::of(&deal).as_ref())
}

fn ann() -> Actor {
    let reads = Owners::Only(vec![ANN]);
    Actor { member: Some(ANN), role: Role::Rep, writes: reads.clone(), reads, ..Actor::system(TimeZone::UTC) }
}

async fn a_rep_sees_the_own_deals_everywhere_and_no_others(desk: Desk) {
    let board = Board { process: None, filter: BoardFilter::default(), per_column: 1 };
    let board = desk.read(&ann(), board).await.unwrap();
    let first = &board.columns[0];
    assert_eq!((first.totals.deals(), first.totals.is_more, first.cards.cards.len()), (2, false, 1));
    assert_eq!(first.cards.cards[0].next_step.state, NextStep::Missing);
    let more = BoardColumn {
        process: Some("simple".into()),
        stage: first.stage.clone(),
        filter: BoardFilter { text: Some("DEAL".into()), ..BoardFilter::default() },
        after: first.cards.next.clone(),
        limit: 9,
    };
    let more = desk.read(&ann(), more).await.unwrap();
    assert_eq!((more.cards.len(), more.next), (1, None));

    for sort in Sort::ALL {
        let list = DealList { filter: ListFilter::default(), sort, desc: false, after: None, limit: 1 };
        let page = desk.read(&ann(), list.clone()).await.unwrap();
        let rest = desk.read(&ann(), DealList { after: page.next.clone(), ..list }).await.unwrap();
        assert_ne!(page.deals[0].deal.id, rest.deals[0].deal.id, "{sort:?}");
        assert_eq!((rest.next, rest.totals.unwrap()[0].deals), (None, 2), "{sort:?}");
    }
    assert!(matches!(desk.read(&ann(), DealPage { id: 3 }).await, Err(Error::NotFound)));
    let page = desk.read(&ann(), DealPage { id: 1 }).await.unwrap();
    assert_eq!((page.stays.len(), page.entry, page.people[0].is_main), (1, 1, true));
    let timeline = |id| Timeline { of: Of::Deal(id), kinds: Kinds::All, before: None, limit: 9 };
    assert!(matches!(desk.read(&ann(), timeline(3)).await, Err(Error::NotFound)));
    assert!(desk.read(&ann(), timeline(1)).await.unwrap().entries.is_empty());
    let of_eve = OpenDealsOf { of: Of::Person(1), after: None, limit: 9 };
    assert_eq!(desk.read(&ann(), of_eve).await.unwrap().deals.len(), 2);
    let day = desk.read(&ann(), MyDay::default()).await.unwrap();
    assert_eq!(day.without_next_step.len(), 2);
    assert!(matches!(desk.read(&ann(), MyDay { member: Some(BOB) }).await, Err(Error::NotFound)));
    assert_eq!(desk.read(&ann(), NavCounts).await.unwrap().open_deals, 2);
    let sums = desk.read_slowly(&ann(), Summary { by: SummaryBy::Owner, status: None }).await.unwrap();
    assert_eq!((sums.len(), sums[0].key.as_deref(), sums[0].count), (1, Some("Ann"), 2));
    assert!(matches!(desk.read_slowly(&ann(), Doctor).await, Err(Error::Forbidden)));
}

async fn the_doctor_names_a_lie_about_totals(desk: Desk) {
    let system = Actor::system(TimeZone::UTC);
    let about_totals = |complaints: Vec<Complaint>| {
        complaints.into_iter().filter(|complaint| complaint.invariant.contains("totals")).count()
    };
    assert_eq!(about_totals(desk.read_slowly(&system, Doctor).await.unwrap()), 0);
    for (table, lies) in [("deal_totals", 2), ("deal_totals_by_type", 4)] {
        let lie = format!("UPDATE {table} SET deals = deals + 1");
        desk.store().write(move |tx| tx.run(&lie, params![])).await.unwrap();
        assert_eq!(about_totals(desk.read_slowly(&system, Doctor).await.unwrap()), lies);
    }
}

/// A store opens its threads outside a runtime.
fn block_on(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(test);
}

macro_rules! on_both_engines {
    ($($test:ident,)*) => {
        $(mod $test {
            #[test]
            fn on_sqlite() {
                let database = testkit::sqlite_like("looks", super::prepare);
                super::block_on(super::$test(super::desk_over(&database)));
            }

            #[test]
            fn on_postgres() {
                let database = testkit::postgres_like("looks", super::prepare);
                super::block_on(super::$test(super::desk_over(&database)));
            }
        })*
    };
}

on_both_engines! {
    a_rep_sees_the_own_deals_everywhere_and_no_others,
    the_doctor_names_a_lie_about_totals,
}
