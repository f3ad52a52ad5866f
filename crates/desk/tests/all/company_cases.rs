//! Processes that run on a company: several at once, each by its own rules.

use std::collections::BTreeMap;

use desk::activity::{CancelActivity, CompleteActivity, LogActivity, On};
use desk::case::{CaseOf, MoveCase, Moved, StartCase};
use desk::company::{CompanyPage, CreateCompany, SetCompanyFields};
use desk::deal::CreateDeal;
use desk::look::{CompanyCases, CompanyCasesSeen, Doctor, Kinds, Timeline};
use desk::process::{ListProcesses, PublishProcess};
use desk::undo::Undo;
use desk::{Error, Setting};
use process::Value;
use sales::company::CompanyFields;
use sales::{Actor, Role};
use store::rows::events::Of;

use crate::house::{House, hour};
use crate::room::Room;

/// How much a customer wants it; a call comes before anybody says so.
const LEVEL: &str = r#"
process: level
title: { en: Level, ru: Интерес }
runs_on: company
starts: { in: unset }
parts: { seller: company.owner }
facts:
  called: { any: activity, where: { type: call } }
stages:
  unset:
    title: { en: Not known, ru: Не ясен }
    next_step: not asked
    on_enter: [ { create_task: { for: seller, title: { en: Find out, ru: Выяснить }, due: 2 days after entry } } ]
    to_go_on: [ { id: called, if: called, say: { en: Call first., ru: Сначала позвоните. }, mend: { log: call } } ]
  warm: { title: { en: Warm, ru: Тёплый }, next_step: not asked, locks: company.type }
  hot: { title: { en: Hot, ru: Горячий }, next_step: not asked }
  won: { title: { en: Won, ru: Успех }, ends: won }
  dead: { title: { en: Dead, ru: Отказ }, ends: lost }
moves:
  interested:
    title: { en: Interested, ru: Интересно }
    from: unset
    to: warm
    ask: [ company.type ]
  heat: { title: { en: Hotter, ru: Теплее }, from: warm, to: hot, by: itself, if: filled(company.industry) }
  win: { title: { en: Won, ru: Успех }, from: [ warm, hot ], to: won }
  never: { title: { en: Never, ru: Никогда }, kind: refusal, from: every open stage, to: dead }
"#;

/// Where a customer stands; the last stage asks that a way to reach them is known.
const STANDING: &str = r#"
process: standing
title: { en: Standing, ru: Положение }
runs_on: company
starts: { in: prospect }
parts: { seller: company.owner }
stages:
  prospect: { title: { en: Prospect, ru: Возможный }, next_step: not asked, to_enter: [ { fields: [ company.name ] } ], to_go_on: [ { fields: [ company.address, company.phone ] } ] }
  active: { title: { en: Active, ru: Действующий }, next_step: required }
  kept: { title: { en: Kept, ru: Постоянный }, ends: won }
  inactive: { title: { en: Inactive, ru: Бывший }, ends: lost }
moves:
  activate: { title: { en: Activate, ru: Начать }, from: prospect, to: active }
  keep: { title: { en: Keep, ru: Удержать }, from: active, to: kept }
  drop: { title: { en: Drop, ru: Бросить }, kind: refusal, from: every open stage, to: inactive }
"#;

struct Customer {
    house: House,
    id: i64,
}

impl Customer {
    async fn new(room: &Room) -> Customer {
        let house = House::new(room).await;
        for definition in [LEVEL, STANDING] {
            let publish = PublishProcess { definition: definition.to_owned(), active: true };
            room.desk.write(&house.boss, publish).await.unwrap();
        }
        let fields = CompanyFields { name: "Harbour Staffing".into(), ..CompanyFields::default() };
        let create = CreateCompany { fields, shared: false, source_id: None };
        let id = room.desk.write(&house.boss, create).await.unwrap();
        Customer { house, id }
    }

    fn start(&self, process: &str) -> StartCase {
        StartCase { company: self.id, process: process.into(), next_step: None }
    }

    async fn started(room: &Room) -> Customer {
        let customer = Customer::new(room).await;
        for process in ["level", "standing"] {
            room.desk.write(&customer.house.boss, customer.start(process)).await.unwrap();
        }
        customer
    }

    fn step(&self, process: &str, key: &str) -> MoveCase {
        MoveCase { of: CaseOf::company(self.id, process), move_key: key.into(), ..MoveCase::default() }
    }

    async fn take(&self, room: &Room, process: &str, key: &str) -> Result<Moved, Error> {
        room.desk.write(&self.house.boss, self.step(process, key)).await
    }

    async fn seen(&self, room: &Room, by: &Actor) -> Result<CompanyCasesSeen, Error> {
        room.desk.read(by, CompanyCases { company: self.id }).await
    }

    /// `process stage` of each case.
    async fn stands(&self, room: &Room) -> Vec<String> {
        let seen = self.seen(room, &self.house.boss).await.unwrap();
        seen.cases.iter().map(|case| format!("{} {}", case.process, case.ways.stage)).collect()
    }

    async fn activate(&self, room: &Room) {
        let next_steps = vec![hour("call", "2026-12-01T10:00:00Z")];
        let act = MoveCase { next_steps, ..self.step("standing", "activate") };
        room.desk.write(&self.house.boss, act).await.unwrap();
    }

    async fn log_call(&self, room: &Room) {
        let log = LogActivity {
            on: On::Company(self.id),
            fields: hour("call", "2026-11-23T07:00:00Z"),
            outcome: Some("reached".into()),
            findings: String::new(),
            next_step: None,
        };
        room.desk.write(&self.house.boss, log).await.unwrap();
    }

    async fn set(&self, room: &Room, field: &str, value: impl Into<serde_json::Value>) {
        let settings = vec![Setting { field: field.into(), value: value.into(), was: None }];
        room.desk.write(&self.house.boss, SetCompanyFields { id: self.id, settings }).await.unwrap();
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
    async fn several_processes_run_on_a_company_each_once(room: &Room) {
        let customer = Customer::new(room).await;
        let seen = customer.seen(room, &customer.house.boss).await.unwrap();
        let names: Vec<&str> = seen.startable.iter().map(|start| start.process.as_str()).collect();
        assert_eq!((names, seen.cases.len()), (vec!["level", "standing"], 0));
        for process in ["level", "standing"] {
            room.desk.write(&customer.house.boss, customer.start(process)).await.unwrap();
        }
        assert_eq!(customer.stands(room).await, ["level unset", "standing prospect"]);
        assert_eq!(customer.seen(room, &customer.house.boss).await.unwrap().startable.len(), 0);
        let before = room.rows().await;
        let again = room.desk.write(&customer.house.boss, customer.start("level")).await;
        assert!(matches!(again, Err(Error::Invalid(_))), "{again:?}");
        let unknown = room.desk.write(&customer.house.boss, customer.start("six-stage-funnel")).await;
        assert!(matches!(unknown, Err(Error::Invalid(_))), "a process of deals does not run on a company");
        assert_eq!(room.rows().await, before, "a refused start changes no row");
        let on_deal = CreateDeal { process: Some("level".into()), ..customer.house.deal(None, 100) };
        assert!(room.desk.write(&customer.house.boss, on_deal).await.is_err());
        customer.is_sound(room).await;
    }

    async fn a_companys_case_moves_by_its_rules_and_writes_what_it_asks(room: &Room) {
        let customer = Customer::started(room).await;
        let before = room.rows().await;
        let early = customer.take(room, "level", "interested").await;
        assert_eq!(refused(early), ["company.type", "called"]);
        assert_eq!(room.rows().await, before, "a refused move changes no row");
        customer.log_call(room).await;
        let answers = BTreeMap::from([("company.type".to_owned(), Value::Text("Regional".into()))]);
        let act = MoveCase { answers, ..customer.step("level", "interested") };
        let moved = room.desk.write(&customer.house.boss, act).await.unwrap();
        assert_eq!((moved.from.as_str(), moved.to.as_str()), ("unset", "warm"));
        assert_eq!(customer.stands(room).await, ["level warm", "standing prospect"]);
        let page = room.desk.read(&customer.house.boss, CompanyPage { id: customer.id }).await.unwrap();
        assert_eq!(page.company.kind.as_deref(), Some("Regional"));
        customer.is_sound(room).await;
    }

    async fn one_process_does_not_stand_in_the_way_of_another(room: &Room) {
        let customer = Customer::started(room).await;
        let early = refused(customer.take(room, "standing", "activate").await);
        assert_eq!(early, ["company.address", "company.phone", "next-step"]);
        customer.set(room, "address", "1 Quay").await;
        customer.set(room, "phones", vec!["+44 20 7946 0000"]).await;
        assert_eq!(refused(customer.take(room, "standing", "activate").await), ["next-step"]);
        customer.activate(room).await;
        assert_eq!(customer.stands(room).await, ["level unset", "standing active"]);
    }

    async fn a_company_is_not_left_without_the_next_step_that_its_stage_asks_for(room: &Room) {
        let customer = Customer::started(room).await;
        customer.set(room, "address", "1 Quay").await;
        customer.set(room, "phones", vec!["+44 20 7946 0000"]).await;
        customer.activate(room).await;
        let planned = customer.seen(room, &customer.house.boss).await.unwrap().activities[0].id;
        let before = room.rows().await;
        let done = CompleteActivity { id: planned, ..CompleteActivity::default() };
        let left = room.desk.write(&customer.house.boss, done.clone()).await.map(|_| ());
        assert!(matches!(left, Err(Error::NextStepRequired { of }) if of == Of::Company(customer.id)));
        let cancelled = CancelActivity { id: planned, next_step: None };
        let left = room.desk.write(&customer.house.boss, cancelled).await;
        assert!(matches!(left, Err(Error::NextStepRequired { .. })));
        assert_eq!(room.rows().await, before, "a refused act changes no row");
        let next = Some(hour("call", "2026-12-02T10:00:00Z"));
        room.desk.write(&customer.house.boss, CompleteActivity { next_step: next, ..done }).await.unwrap();
        customer.is_sound(room).await;
    }

    async fn a_companys_field_that_a_stage_locks_is_not_edited(room: &Room) {
        let customer = Customer::started(room).await;
        customer.log_call(room).await;
        let answers = BTreeMap::from([("company.type".to_owned(), Value::Text("Regional".into()))]);
        let act = MoveCase { answers, ..customer.step("level", "interested") };
        room.desk.write(&customer.house.boss, act).await.unwrap();
        let settings = vec![Setting { field: "type".into(), value: "Local".into(), was: None }];
        let edit = SetCompanyFields { id: customer.id, settings };
        let refused = room.desk.write(&customer.house.boss, edit).await;
        assert!(matches!(refused, Err(Error::Refused(found)) if found[0].id.as_deref() == Some("company.type")));
        customer.set(room, "competitor", "Acme").await;
    }

    async fn what_an_edit_makes_true_lets_a_companys_case_go_on_by_itself(room: &Room) {
        let customer = Customer::started(room).await;
        customer.log_call(room).await;
        let answers = BTreeMap::from([("company.type".to_owned(), Value::Text("Regional".into()))]);
        let act = MoveCase { answers, ..customer.step("level", "interested") };
        room.desk.write(&customer.house.boss, act).await.unwrap();
        customer.set(room, "industry", "Shipping").await;
        assert_eq!(customer.stands(room).await, ["level hot", "standing prospect"]);
        customer.is_sound(room).await;
    }

    async fn a_start_and_a_move_are_taken_back_with_all_they_did(room: &Room) {
        let customer = Customer::new(room).await;
        let boss = &customer.house.boss;
        let (_, act) = room.desk.write_undoable(boss, customer.start("level")).await.unwrap();
        let seen = customer.seen(room, boss).await.unwrap();
        assert_eq!(seen.tasks.iter().map(|task| task.title.as_str()).collect::<Vec<_>>(), ["Find out"]);
        room.desk.write(boss, Undo { act: act.unwrap() }).await.unwrap();
        let seen = customer.seen(room, boss).await.unwrap();
        assert_eq!((seen.cases.len(), seen.tasks.len()), (0, 0));
        room.desk.write(boss, customer.start("level")).await.unwrap();
        customer.log_call(room).await;
        let answers = BTreeMap::from([("company.type".to_owned(), Value::Text("Regional".into()))]);
        let step = MoveCase { answers, ..customer.step("level", "interested") };
        let (_, act) = room.desk.write_undoable(boss, step).await.unwrap();
        room.desk.write(boss, Undo { act: act.unwrap() }).await.unwrap();
        assert_eq!(customer.stands(room).await, ["level unset"]);
        let page = room.desk.read(boss, CompanyPage { id: customer.id }).await.unwrap();
        assert_eq!(page.company.kind, None);
        customer.is_sound(room).await;
    }

    async fn whoever_does_not_see_a_company_neither_sees_nor_moves_its_cases(room: &Room) {
        let customer = Customer::started(room).await;
        let rep = room.member(&customer.house.boss, "Rep", Role::Rep, None).await;
        let rep = room.actor(rep).await;
        assert!(matches!(customer.seen(room, &rep).await, Err(Error::NotFound)));
        let before = room.rows().await;
        for answer in [
            room.desk.write(&rep, customer.step("standing", "drop")).await.map(|_| ()),
            room.desk.write(&rep, customer.start("level")).await,
        ] {
            assert!(matches!(answer, Err(Error::NotFound)), "{answer:?}");
        }
        assert_eq!(room.rows().await, before);
    }

    async fn the_history_says_which_process_went_on(room: &Room) {
        let customer = Customer::started(room).await;
        customer.take(room, "level", "never").await.unwrap();
        let look = Timeline { of: Of::Company(customer.id), kinds: Kinds::Changes, before: None, limit: 20 };
        let seen = room.desk.read(&customer.house.boss, look).await.unwrap();
        let told: Vec<(&str, Option<&str>)> = seen
            .entries
            .iter()
            .map(|entry| (entry.event.kind(), entry.process.as_ref().map(|process| process.key.as_str())))
            .collect();
        assert_eq!(
            told,
            [
                ("case-moved", Some("level")),
                ("case-started", Some("standing")),
                ("case-started", Some("level")),
                ("company-created", None),
            ]
        );
    }

    // Seed 000.2.
    async fn a_running_case_keeps_the_version_it_began_with(room: &Room) {
        let customer = Customer::started(room).await;
        let newer = LEVEL.replace("{ en: Interested, ru: Интересно }", "{ en: Wants it, ru: Хочет }");
        let publish = PublishProcess { definition: newer, active: true };
        let version = room.desk.write(&customer.house.boss, publish).await.unwrap();
        let listed = room.desk.read(&customer.house.boss, ListProcesses).await.unwrap();
        let newest = listed.into_iter().find(|row| row.process == "level").unwrap();
        assert_eq!((newest.id, newest.version, newest.published_at), (version, 2, room.clock.now()));
        let seen = customer.seen(room, &customer.house.boss).await.unwrap();
        let way = seen.cases[0].ways.moves.iter().find(|way| way.move_key == "interested").unwrap();
        assert_eq!(way.title.en, "Interested");
    }
}
