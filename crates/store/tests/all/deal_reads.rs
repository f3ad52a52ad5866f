//! Boards, lists, timelines, days, sums and audits over the shipped schema, on both engines.

use jiff::Timestamp;
use sales::Owners;
use sales::activity::ActivityFields;
use sales::deal::{DealFields, DealLine};
use store::rows::activities::{self, Subject};
use store::rows::cases::{self, NewVisit, Run};
use store::rows::deal_board::{self, Place};
use store::rows::deal_filter::{DealFilter, Window};
use store::rows::deal_list::{self, By, Mark, Order};
use store::rows::deals::{self, Origin};
use store::rows::events::{self, About, Doing, Of};
use store::rows::totals::{self, Share};
use store::rows::{audit, day, deal_page, processes, summary, timeline};
use store::{Error, Store, StoreSettings, Tx, params};
use testkit::TempDatabase;

const ANN: i64 = 1;
const BOB: i64 = 2;
const NONE: [i64; 0] = [];

/// The store stands before the database so that it closes first.
pub struct Shipped {
    store: Store,
    _database: TempDatabase,
}

impl Shipped {
    fn over(database: TempDatabase) -> Shipped {
        let store = Store::open(&database.url().parse().unwrap(), StoreSettings::default()).unwrap();
        store.write_blocking(furnish).unwrap();
        Shipped { store, _database: database }
    }

    fn read<T: Send + 'static>(&self, f: impl Fn(&mut Tx) -> Result<T, Error> + Send + Sync + 'static) -> T {
        self.store.read_blocking(f).unwrap()
    }
}

fn prepare(url: &str) {
    store::migrate::run(&Store::open(&url.parse().unwrap(), StoreSettings::default()).unwrap()).unwrap();
}

fn at(day: i8) -> Timestamp {
    jiff::civil::date(2026, 11, day).at(9, 0, 0, 0).in_tz("UTC").unwrap().timestamp()
}

/// Two members, one process, and five deals: 1 and 2 of Ann wait for a next step, 3 of Ann and 4 of Bob have one,
/// 5 of Bob is won.
fn furnish(tx: &mut Tx) -> Result<(), Error> {
    for (id, name) in [(ANN, "Ann"), (BOB, "Bob")] {
        tx.run(
            "INSERT INTO members (id, name, name_key, role, language, single_keys, created_at) \
             VALUES ($1, $2, $3, 'rep', 'en', $4, $5)",
            params![id, name, sales::fold::fold(name), true, at(1)],
        )?;
    }
    tx.run(
        "INSERT INTO process_versions (id, process, version, title_en, title_ru, definition, active, published_at) \
         VALUES (1, 'funnel', 1, 'Funnel', 'Воронка', '', $1, $2)",
        params![true, at(1)],
    )?;
    tx.run(
        "INSERT INTO companies (id, name, name_key, version, created_at, changed_at) VALUES (1, 'Кречет', 'кречет', 1, $1, $1)",
        params![at(1)],
    )?;
    tx.run(
        "INSERT INTO products (id, name, name_key, list_price, currency, created_at) \
         VALUES (1, 'Router', 'router', 700, 'GBP', $1), (2, 'Cable', 'cable', 50, 'GBP', $1)",
        params![at(1)],
    )?;
    add(tx, ANN, "offer", None, Some(500), &[1])?;
    add(tx, ANN, "offer", None, None, &[1, 2])?;
    add(tx, ANN, "offer", Some(at(20)), Some(300), &[])?;
    add(tx, BOB, "offer", Some(at(10)), Some(900), &[])?;
    add(tx, BOB, "won", None, Some(100), &[])?;
    Ok(())
}

fn add(
    tx: &mut Tx,
    owner: i64,
    stage: &str,
    step: Option<Timestamp>,
    amount: Option<i64>,
    lines: &[i64],
) -> Result<(), Error> {
    let line = |id: &i64| DealLine { product_id: *id, quantity: 2, unit_price: None };
    let fields = DealFields {
        name: format!("Deal of {owner}"),
        company_id: Some(1),
        currency: "GBP".into(),
        amount,
        lines: lines.iter().map(line).collect(),
        ..DealFields::default()
    };
    let is_won = stage == "won";
    let origin = Origin {
        process_version_id: 1,
        stage,
        status: if is_won { "won" } else { "open" },
        stage_probability: 50,
        entered_at: at(2),
        closed_at: is_won.then(|| at(2)),
        closed_month: is_won.then(|| "2026-11".to_owned()),
        lost_reason: None,
        source_id: None,
        import_id: None,
        created_at: at(2),
        created_by: None,
        now: at(2),
    };
    let id = deals::insert(tx, &fields, owner, &origin)?;
    let visit = NewVisit { stage, move_key: "", kind: "start", started_at: at(2), entered_at: at(2) };
    let run = Run { process: "offer", version: 1 };
    cases::insert(tx, Of::Deal(id), &run, &visit, "[]")?;
    if let Some(starts_at) = step {
        let planned = ActivityFields {
            kind: "call".into(),
            subject: "Ask".into(),
            starts_at,
            ends_at: starts_at + jiff::SignedDuration::from_mins(30),
            owner_id: None,
            person_id: None,
            words: String::new(),
        };
        activities::insert(
            tx,
            &planned,
            Subject { deal_id: Some(id), ..Subject::default() },
            owner,
            None,
            at(2),
            None,
        )?;
        deals::refresh_next_step(tx, id)?;
    }
    let deal = deals::get(tx, id)?;
    totals::change(tx, None, Share::of(&deal).as_ref())?;
    let doing = Doing { at: at(2), actor: "member", member: Some(owner), kind: "note-written", act: None };
    events::insert(tx, &doing, &About::deal(id, Some(1), None), "{}")
}

fn everyones() -> DealFilter {
    DealFilter::of(Owners::Everyone)
}

fn ids(places: &[Place]) -> Vec<i64> {
    places.iter().map(|place| place.id).collect()
}

pub fn a_column_shows_missing_steps_first_then_the_earliest(shipped: &Shipped) {
    let (all, anns, rest) = shipped.read(|tx| {
        let all = deal_board::list_column(tx, &everyones(), &[1], "offer", None, 10)?;
        let anns = DealFilter::of(Owners::Only(vec![ANN]));
        let anns = deal_board::list_column(tx, &anns, &[1], "offer", None, 10)?;
        let first = deal_board::list_column(tx, &everyones(), &[1], "offer", None, 1)?;
        let rest = deal_board::list_column(tx, &everyones(), &[1], "offer", first.last().copied(), 10)?;
        Ok((all, anns, rest))
    });
    assert_eq!(ids(&all), [1, 2, 4, 3]);
    assert_eq!(ids(&anns), [1, 2, 3]);
    assert_eq!(ids(&rest), [2, 4, 3]);
}

pub fn the_columns_of_a_board_are_those_read_one_by_one(shipped: &Shipped) {
    // So many that they need several statements.
    let stages = ["offer", "won", "nowhere", "offer"].repeat(30);
    let owners =
        [Owners::Everyone, Owners::Only(vec![ANN]), Owners::Only(vec![ANN, BOB]), Owners::Only(vec![])];
    for owners in owners {
        for limit in [1, 3, 10] {
            let (filter, stages) = (DealFilter::of(owners.clone()), stages.clone());
            let (together, apart) = shipped.read(move |tx| {
                let together = deal_board::list_columns(tx, &filter, &[1], &stages, limit)?;
                let apart: Result<Vec<_>, Error> = stages
                    .iter()
                    .map(|stage| deal_board::list_column(tx, &filter, &[1], stage, None, limit))
                    .collect();
                Ok((together, apart?))
            });
            assert_eq!(together, apart, "{owners:?}, {limit} a column");
            assert_eq!(together[0].is_empty(), owners == Owners::Only(vec![]));
        }
    }
}

/// Of several owners each gives its share first; one that has more than that is read again.
pub fn a_column_is_whole_where_one_owner_has_nearly_all_of_it(shipped: &Shipped) {
    let fill = |tx: &mut Tx| -> Result<(), Error> {
        for n in 0..60 {
            let step = (n % 3 > 0).then(|| at(3 + n % 20));
            add(tx, if n % 15 == 0 { BOB } else { ANN }, "offer", step, None, &[])?;
        }
        Ok(())
    };
    shipped.store.write_blocking(fill).unwrap();
    for limit in [1, 5, 20, 40, 100] {
        let [of_all, of_both] = [Owners::Everyone, Owners::Only((ANN..=6).collect())].map(|owners| {
            let filter = DealFilter::of(owners);
            shipped.read(move |tx| deal_board::list_column(tx, &filter, &[1], "offer", None, limit))
        });
        assert_eq!(of_all.len(), limit.min(64) as usize);
        assert_eq!(of_both, of_all, "{limit} a column");
    }
}

/// Reads an order two by two.
fn paged(shipped: &Shipped, filter: &DealFilter, by: By) -> Vec<i64> {
    let mut seen: Vec<i64> = Vec::new();
    let mut after: Option<(Mark, i64)> = None;
    loop {
        let (filter, from) = (filter.clone(), after.clone());
        let page = shipped.read(move |tx| deal_list::page(tx, &filter, by, from.as_ref(), 2));
        let Some(last) = page.last() else { return seen };
        after = Some(last.clone());
        seen.extend(page.iter().map(|(_, id)| *id));
    }
}

/// However the rows are found (along the order, owner by owner, or by reading and sorting), it is one order.
pub fn every_order_pages_through_all_deals_once(shipped: &Shipped) {
    let both = DealFilter::of(Owners::Only(vec![ANN, BOB]));
    let anns = DealFilter::of(Owners::Only(vec![ANN]));
    let open = |filter: DealFilter| DealFilter { statuses: vec!["open".into()], ..filter };
    for order in
        [Order::Name, Order::Amount, Order::ExpectedClose, Order::Created, Order::Changed, Order::NextStep]
    {
        for desc in [false, true] {
            let by = By { order, desc };
            let all = paged(shipped, &everyones(), by);
            let mut sorted = all.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, [1, 2, 3, 4, 5], "{by:?}: {all:?}");
            assert_eq!(paged(shipped, &both, by), all, "{by:?}");
            let without =
                |lost: &[i64]| -> Vec<i64> { all.iter().copied().filter(|id| !lost.contains(id)).collect() };
            assert_eq!(paged(shipped, &anns, by), without(&[4, 5]), "{by:?}");
            assert_eq!(paged(shipped, &open(everyones()), by), without(&[5]), "{by:?}");
            assert_eq!(paged(shipped, &open(both.clone()), by), without(&[5]), "{by:?}");
            assert_eq!(paged(shipped, &DealFilter::of(Owners::Only(Vec::new())), by), NONE, "{by:?}");
        }
    }
}

pub fn amounts_order_both_ways_with_unknown_ones_last(shipped: &Shipped) {
    let order = |desc| {
        let page = shipped
            .read(move |tx| deal_list::page(tx, &everyones(), By { order: Order::Amount, desc }, None, 9));
        page.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    };
    assert_eq!(order(false), [5, 3, 1, 4, 2]);
    assert_eq!(order(true), [4, 1, 3, 5, 2]);
}

pub fn a_filter_narrows_by_each_of_its_parts(shipped: &Shipped) {
    let found = |filter: DealFilter| {
        let by = By { order: Order::Created, desc: false };
        let page = shipped.read(move |tx| deal_list::page(tx, &filter, by, None, 9));
        page.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    };
    assert_eq!(found(DealFilter::of(Owners::Only(vec![BOB]))), [4, 5]);
    assert_eq!(found(DealFilter::of(Owners::Only(vec![]))), NONE);
    assert_eq!(found(DealFilter { statuses: vec!["won".into()], ..everyones() }), [5]);
    assert_eq!(
        found(DealFilter { stages: vec!["offer".into()], versions: Some(vec![1]), ..everyones() }),
        [1, 2, 3, 4]
    );
    assert_eq!(found(DealFilter { next_step: Some(Window::Missing), ..everyones() }), [1, 2]);
    let soon = Window::Between(Some(at(5)), Some(at(15)));
    assert_eq!(found(DealFilter { next_step: Some(soon), ..everyones() }), [4]);
    assert_eq!(found(DealFilter { text: Some("крече".into()), ..everyones() }), [1, 2, 3, 4, 5]);
    assert_eq!(found(DealFilter { text: Some("100%".into()), ..everyones() }), NONE);
    assert_eq!(found(DealFilter { company_id: Some(1), ..everyones() }), [1, 2, 3, 4, 5]);
    assert_eq!(found(DealFilter { person_id: Some(1), ..everyones() }), NONE);
    assert_eq!(found(DealFilter { archived: true, ..everyones() }), NONE);
}

pub fn a_listed_deal_has_its_names_and_next_step(shipped: &Shipped) {
    let (rows, products, steps) = shipped.read(|tx| {
        Ok((
            deal_list::load(tx, &[4, 1])?,
            deal_list::list_products(tx, &[1, 2])?,
            deal_list::list_next_activities(tx, &[1, 4])?,
        ))
    });
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [4, 1]);
    assert_eq!((rows[0].owner_name.as_str(), rows[0].company_name.as_deref()), ("Bob", Some("Кречет")));
    assert_eq!(rows[0].entry, 1);
    assert_eq!((steps.len(), steps[&4].subject.as_str()), (1, "Ask"));
    assert_eq!(products[&2], ["Router", "Cable"]);
}

pub fn sums_stay_within_reach(shipped: &Shipped) {
    let anns = Owners::Only(vec![ANN]);
    let (counted, won, bobs, versions) = shipped.read(move |tx| {
        let filter = DealFilter { text: Some("deal".into()), ..everyones() };
        let won = |tx: &mut Tx, owners| totals::list_won_since(tx, owners, &[1], "2026-11");
        Ok((
            deal_board::list_counted(tx, &filter, &[1], "offer")?,
            won(tx, &anns)?,
            won(tx, &Owners::Everyone)?,
            processes::list_versions(tx, "deal")?,
        ))
    });
    assert_eq!((counted[0].deals, counted[0].amount), (4, 1700));
    assert_eq!(won, []);
    assert_eq!((bobs[0].deals, bobs[0].amount), (1, 100));
    assert_eq!(
        versions.iter().map(|row| (row.id, row.process.as_str())).collect::<Vec<_>>(),
        [(1, "funnel")]
    );
}

pub fn a_product_counts_with_the_deal_or_with_price_times_quantity(shipped: &Shipped) {
    let mut rows =
        shipped.read(|tx| summary::list(tx, summary::By::Product, Some("open"), &Owners::Everyone));
    rows.sort_by(|a, b| a.key.cmp(&b.key));
    let seen: Vec<(Option<&str>, i64, i64)> =
        rows.iter().map(|row| (row.key.as_deref(), row.deals, row.minor)).collect();
    assert_eq!(seen, [(Some("Cable"), 1, 100), (Some("Router"), 2, 500 + 1400)]);
}

pub fn every_summary_counts_the_deals_within_reach(shipped: &Shipped) {
    for by in [
        summary::By::Stage,
        summary::By::Status,
        summary::By::Owner,
        summary::By::Type,
        summary::By::MonthClosed,
        summary::By::QuarterClosed,
    ] {
        let rows = shipped.read(move |tx| summary::list(tx, by, None, &Owners::Only(vec![BOB])));
        assert_eq!(rows.iter().map(|row| row.deals).sum::<i64>(), 2, "{by:?}");
        assert_eq!(rows.iter().map(|row| row.minor).sum::<i64>(), 1000, "{by:?}");
    }
}

pub fn a_companys_timeline_leaves_out_deals_of_others(shipped: &Shipped) {
    let (anns, all) = shipped.read(|tx| {
        let anns = timeline::list(tx, Of::Company(1), &Owners::Only(vec![ANN]), &["note-written"], None, 9)?;
        let before = anns.first().map(|row| (row.at, row.id));
        let all = timeline::list(tx, Of::Company(1), &Owners::Everyone, &[], before, 9)?;
        Ok((anns, all))
    });
    assert_eq!(anns.iter().map(|row| row.deal_id).collect::<Vec<_>>(), [Some(3), Some(2), Some(1)]);
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].member_name.as_deref(), Some("Ann"));
}

pub fn a_companys_timeline_names_nobody_out_of_reach(shipped: &Shipped) {
    let write = |tx: &mut Tx| {
        tx.run(
            "INSERT INTO people (id, name, name_key, mails, phones, owner_id, version, created_at, changed_at) \
             VALUES (1, 'Vera', 'vera', '', '', $1, 1, $2, $2)",
            params![BOB, at(1)],
        )?;
        let about = About { company_id: Some(1), ..About::person(1) };
        let doing = Doing { at: at(3), actor: "import", kind: "person-created", ..Doing::default() };
        events::insert(tx, &doing, &about, "{}")?;
        let doing = Doing { at: at(4), actor: "member", member: Some(ANN), kind: "note-written", act: None };
        events::insert(tx, &doing, &About::deal(1, Some(1), Some(1)), "{}")
    };
    shipped.store.write_blocking(write).unwrap();
    let named = |reads: Owners| {
        let rows = shipped.read(move |tx| timeline::list(tx, Of::Company(1), &reads, &[], None, 9));
        rows.into_iter().filter(|row| row.at > at(2)).map(|row| row.person_name).collect::<Vec<_>>()
    };
    assert_eq!(named(Owners::Everyone), [Some("Vera".to_owned()), Some("Vera".to_owned())]);
    assert_eq!(named(Owners::Only(vec![ANN])), [None], "the note stays, its person is not told");
}

pub fn a_day_holds_what_is_the_members_own(shipped: &Shipped) {
    let (todo, late, tasks, queued, counts) = shipped.read(|tx| {
        Ok((
            day::list_activities(tx, BOB, at(1), at(30), 9)?,
            day::count_activities(tx, BOB, at(1), at(5))?,
            (
                day::list_tasks(tx, BOB, 9)?,
                day::count_overdue_tasks(tx, BOB, at(30))?,
                day::count_unread(tx, BOB)?,
            ),
            day::list_queued_tasks(tx, BOB, &Owners::Only(vec![BOB]), 9)?,
            day::list_deal_counts(tx, &Owners::Only(vec![ANN]))?,
        ))
    });
    assert_eq!((todo.len(), todo[0].deal_id, todo[0].amount, late), (1, Some(4), Some(900), 0));
    assert_eq!((tasks, queued), ((vec![], 0, 0), vec![]));
    assert_eq!(counts, [(1, "offer".to_owned(), 3)]);
}

pub fn a_deal_page_finds_what_stands_beside_it(shipped: &Shipped) {
    let (lines, people, open, tasks) = shipped.read(|tx| {
        Ok((
            deal_page::list_lines(tx, 2)?,
            deal_page::list_people(tx, 2)?,
            deal_page::list_open_activities(tx, 3)?,
            deal_page::list_tasks(tx, 3)?,
        ))
    });
    assert_eq!(lines.iter().map(|line| line.list_price).collect::<Vec<_>>(), [Some(700), Some(50)]);
    assert_eq!((people, tasks), (vec![], vec![]));
    assert_eq!((open.len(), open[0].owner_name.as_str()), (1, "Ann"));
}

/// Each lie planted is the only thing its check then finds.
pub fn the_audit_names_a_planted_lie(shipped: &Shipped) {
    let broken = |tx: &mut Tx| -> Result<Vec<(&'static str, i64)>, Error> {
        let mut found = Vec::new();
        for check in audit::CHECKS {
            // Nothing here keeps search entries.
            if !check.invariant.contains("search") {
                found.extend(check.list_broken(tx)?.into_iter().map(|(row, _)| (check.invariant, row)));
            }
        }
        Ok(found)
    };
    assert_eq!(shipped.read(broken), []);
    assert_eq!(shipped.read(totals::list_lying), Vec::<String>::new());
    let lies = [
        ("UPDATE deals SET next_step_at = NULL WHERE id = 3", 3),
        ("UPDATE visits SET left_at = 5 WHERE case_id = (SELECT id FROM cases WHERE deal_id = 2)", 2),
        ("UPDATE deals SET closed_at = NULL WHERE id = 5", 5),
        ("UPDATE deals SET stage_entered_at = 5 WHERE id = 4", 4),
    ];
    for (at, (lie, deal)) in lies.into_iter().enumerate() {
        shipped.store.write_blocking(move |tx| tx.run(lie, params![])).unwrap();
        let found = shipped.read(broken);
        assert_eq!(found.len(), at + 1, "{lie}: {found:?}");
        assert!(found.iter().any(|(_, row)| *row == deal), "{lie}: {found:?}");
    }
    let without = shipped.read(|tx| audit::list_without_next_step(tx, 1, "offer"));
    assert_eq!(without, [(1,), (2,)]);
    assert_eq!(shipped.read(audit::list_standings).len(), 2);
    assert_eq!(shipped.read(audit::list_visited).len(), 2);
}

macro_rules! on_both_engines {
    ($($test:ident,)*) => {
        mod sqlite {
            use super::{Shipped, prepare};
            $(#[test]
            fn $test() {
                super::$test(&Shipped::over(testkit::sqlite_like("deal-reads", prepare)));
            })*
        }
        mod postgres {
            use super::{Shipped, prepare};
            $(#[test]
            fn $test() {
                super::$test(&Shipped::over(testkit::postgres_like("deal-reads", prepare)));
            })*
        }
    };
}

on_both_engines! {
    a_column_shows_missing_steps_first_then_the_earliest,
    the_columns_of_a_board_are_those_read_one_by_one,
    a_column_is_whole_where_one_owner_has_nearly_all_of_it,
    every_order_pages_through_all_deals_once,
    amounts_order_both_ways_with_unknown_ones_last,
    a_filter_narrows_by_each_of_its_parts,
    a_listed_deal_has_its_names_and_next_step,
    sums_stay_within_reach,
    a_product_counts_with_the_deal_or_with_price_times_quantity,
    every_summary_counts_the_deals_within_reach,
    a_companys_timeline_leaves_out_deals_of_others,
    a_companys_timeline_names_nobody_out_of_reach,
    a_day_holds_what_is_the_members_own,
    a_deal_page_finds_what_stands_beside_it,
    the_audit_names_a_planted_lie,
}
