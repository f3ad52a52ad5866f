//! The four processes of a staffing company's customer, run together as they are shipped (seed 000).

use std::collections::BTreeMap;

use desk::activity::{LogActivity, On};
use desk::case::{CaseOf, MoveCase, Moved, StartCase};
use desk::company::CreateCompany;
use desk::deal::{CreateDeal, SetDealFields};
use desk::file::{AttachFile, Paper, Receiving};
use desk::look::{CompanyCases, Doctor, MyDay};
use desk::member::CreateTeam;
use desk::person::CreatePerson;
use desk::process::PublishProcess;
use desk::undo::Undo;
use desk::{Error, Setting};
use process::Value;
use sales::company::CompanyFields;
use sales::deal::DealFields;
use sales::person::{ContactStatus, PersonFields, Post};
use sales::{Actor, Role};
use store::rows::events::Of;

use crate::house::{House, hour};
use crate::room::Room;

const SHIPPED: [&str; 4] = [
    include_str!("../../../../processes/staffing-status/process.yaml"),
    include_str!("../../../../processes/staffing-level/process.yaml"),
    include_str!("../../../../processes/staffing-order/process.yaml"),
    include_str!("../../../../processes/staffing-customer/process.yaml"),
];
const COURSE: &str = "staffing-customer";

struct Customer {
    boss: Actor,
    seller: Actor,
    onboarding: Actor,
    id: i64,
}

impl Customer {
    /// A seller's company with all that a customer needs to begin.
    async fn new(room: &Room) -> Customer {
        let house = House::new(room).await;
        for definition in SHIPPED {
            let publish = PublishProcess { definition: definition.to_owned(), active: true };
            room.desk.write(&house.boss, publish).await.unwrap();
        }
        let team = CreateTeam { name: "On-boarding".into(), parent: None, head: None };
        let team = room.desk.write(&house.boss, team).await.unwrap();
        let onboarding = room.member(&house.boss, "Carol", Role::Administrator, Some(team)).await;
        let seller = room.member(&house.boss, "Sam", Role::Rep, None).await;
        let (seller, onboarding) = (room.actor(seller).await, room.actor(onboarding).await);
        let fields = CompanyFields {
            name: "Harbour Mills".into(),
            address: Some("1 Quay".into()),
            phones: vec!["+44 20 7946 0000".into()],
            web: Some("harbour.example".into()),
            ..CompanyFields::default()
        };
        let create = CreateCompany { fields, shared: false, source_id: None };
        let id = room.desk.write(&seller, create).await.unwrap();
        Customer { boss: house.boss, seller, onboarding, id }
    }

    async fn started(room: &Room) -> Customer {
        let customer = Customer::new(room).await;
        customer.start(room).await.unwrap();
        customer
    }

    async fn start(&self, room: &Room) -> Result<(), Error> {
        let start = StartCase { company: self.id, process: COURSE.into(), next_step: None };
        room.desk.write(&self.seller, start).await
    }

    fn step(&self, process: &str, key: &str, answers: &[(&str, &str)]) -> MoveCase {
        let answers = answers.iter().map(|(key, text)| ((*key).to_owned(), Value::Text((*text).to_owned())));
        MoveCase {
            of: CaseOf::company(self.id, process),
            move_key: key.into(),
            answers: answers.collect::<BTreeMap<_, _>>(),
            ..MoveCase::default()
        }
    }

    async fn take(
        &self,
        room: &Room,
        by: &Actor,
        key: &str,
        answers: &[(&str, &str)],
    ) -> Result<Moved, Error> {
        room.desk.write(by, self.step(COURSE, key, answers)).await
    }

    /// `process stage` of each case.
    async fn stands(&self, room: &Room) -> Vec<String> {
        let seen = room.desk.read(&self.boss, CompanyCases { company: self.id }).await.unwrap();
        seen.cases.iter().map(|case| format!("{} {}", case.process, case.ways.stage)).collect()
    }

    async fn link(&self, room: &Room, name: &str, status: ContactStatus) {
        let posts = vec![Post { company_id: self.id, role: String::new() }];
        let fields = PersonFields { name: name.into(), status, posts, ..PersonFields::default() };
        let create = CreatePerson { fields, shared: false, source_id: None };
        room.desk.write(&self.seller, create).await.unwrap();
    }

    async fn attach(&self, room: &Room, kind: &str) {
        let mut receiving = Receiving::begin(&room.desk).await.unwrap();
        receiving.write(kind.as_bytes()).await.unwrap();
        let kept = receiving.keep().await.unwrap();
        let paper = Paper { document: Some(kind.into()), signed: true };
        let act = AttachFile { of: Of::Company(self.id), name: kind.into(), paper, kept };
        room.desk.write(&self.seller, act).await.unwrap();
    }

    async fn log_call(&self, room: &Room) {
        let log = LogActivity {
            on: On::Company(self.id),
            fields: hour("call", "2026-11-23T07:00:00Z"),
            outcome: Some("reached".into()),
            findings: String::new(),
            next_step: Some(hour("call", "2026-11-25T10:00:00Z")),
        };
        room.desk.write(&self.seller, log).await.unwrap();
    }

    /// As far as the proposal, hot.
    async fn proposed(room: &Room) -> Customer {
        let customer = Customer::started(room).await;
        customer.link(room, "Ruth", ContactStatus::Active).await;
        customer.take(room, &customer.seller, "met", &[]).await.unwrap();
        customer.log_call(room).await;
        room.desk.write(&customer.seller, customer.step("staffing-level", "hot", &[])).await.unwrap();
        customer.take(room, &customer.seller, "gathered", &FACTS).await.unwrap();
        customer.take(room, &customer.seller, "interested", &[]).await.unwrap();
        customer.attach(room, "proposal").await;
        customer
    }

    fn order(&self) -> CreateDeal {
        let fields =
            DealFields { name: "Twelve pickers".into(), company_id: Some(self.id), ..DealFields::default() };
        CreateDeal { fields, process: Some("staffing-order".into()), ..CreateDeal::default() }
    }

    /// As far as active, on-boarding still under way.
    async fn activated(room: &Room) -> Customer {
        let customer = Customer::proposed(room).await;
        customer.take(room, &customer.seller, "accepted", &SAID).await.unwrap();
        customer.attach(room, "contract").await;
        customer.take(room, &customer.seller, "recorded", &[]).await.unwrap();
        customer.take(room, &customer.onboarding, "approve", &[("message", "Fine")]).await.unwrap();
        customer
    }

    async fn is_sound(&self, room: &Room) {
        assert_eq!(room.desk.read_slowly(&room.system(), Doctor).await.unwrap(), []);
    }
}

const SAID: [(&str, &str); 2] = [("contact", "Ruth"), ("message", "From May on")];
const FACTS: [(&str, &str); 4] = [
    ("company.industry", "Milling"),
    ("company.type", "Regional"),
    ("company.competitor", "Acme"),
    ("company.description", "Two shifts"),
];

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> Vec<String> {
    match answer {
        Err(Error::Refused(findings)) => findings.into_iter().filter_map(|finding| finding.id).collect(),
        other => panic!("not refused: {other:?}"),
    }
}

on_both! {
    // Seed 000.1, 000.4, 000.5, 000.6.
    async fn a_customer_begins_as_a_prospect_with_its_facts_and_goes_on_with_an_active_contact(room: &Room) {
        let customer = Customer::new(room).await;
        let alone = StartCase { company: customer.id, process: "staffing-status".into(), next_step: None };
        assert!(room.desk.write(&customer.seller, alone).await.is_err(), "the course alone starts a status");
        customer.start(room).await.unwrap();
        assert_eq!(
            customer.stands(room).await,
            ["staffing-customer created", "staffing-level unset", "staffing-status prospect"]
        );
        customer.link(room, "Tom", ContactStatus::Inactive).await;
        assert_eq!(refused(customer.take(room, &customer.seller, "met", &[]).await), ["active-contact"]);
        customer.link(room, "Ruth", ContactStatus::Active).await;
        customer.take(room, &customer.seller, "met", &[]).await.unwrap();
        customer.is_sound(room).await;
    }

    // Seed 000.14, 000.22, 000.30, 000.36, 000.38.
    async fn from_prospect_to_active_each_machine_follows_the_others(room: &Room) {
        let customer = Customer::proposed(room).await;
        let early = room.desk.write(&customer.seller, customer.order()).await;
        assert_eq!(refused(early), ["active-customer"]);
        customer.take(room, &customer.seller, "accepted", &SAID).await.unwrap();
        assert_eq!(
            customer.stands(room).await,
            ["staffing-customer update", "staffing-level hot", "staffing-status credit-check"]
        );
        assert_eq!(refused(room.desk.write(&customer.seller, customer.order()).await), ["active-customer"]);
        customer.attach(room, "contract").await;
        customer.take(room, &customer.seller, "recorded", &[]).await.unwrap();
        let own = customer.take(room, &customer.seller, "approve", &[("message", "Fine")]).await;
        assert_eq!(refused(own), ["by"]);
        customer.take(room, &customer.onboarding, "approve", &[("message", "Fine")]).await.unwrap();
        assert_eq!(
            customer.stands(room).await,
            ["staffing-customer activation", "staffing-level hot", "staffing-status active"]
        );
        room.desk.write(&customer.seller, customer.order()).await.unwrap();
        let seen = room.desk.read(&customer.boss, CompanyCases { company: customer.id }).await.unwrap();
        let open: Vec<&str> = seen.tasks.iter().filter(|task| task.kind == "on-boarding").map(|task| task.title.as_str()).collect();
        assert_eq!(
            open,
            [
                "Credit limit, if applicable",
                "Invoice preferences of each department",
                "Upload the credit documents",
                "Service info that differs from the default",
            ]
        );
        customer.is_sound(room).await;
    }

    // Seed 000.30: what the status refuses, the course does not do either.
    async fn a_refusal_of_one_process_refuses_what_the_other_began(room: &Room) {
        let customer = Customer::activated(room).await;
        room.desk.write(&customer.seller, customer.order()).await.unwrap();
        let before = room.rows().await;
        let withdrawn = customer.take(room, &customer.seller, "withdraw", &[("message", "Closed")]).await;
        assert_eq!(refused(withdrawn), ["no-open-work"]);
        assert_eq!(room.rows().await, before, "a refused move changes no row");
        let by_hand = room.desk.write(&customer.boss, customer.step("staffing-status", "close", &[])).await;
        assert_eq!(refused(by_hand), ["by", "no-open-work"]);
        customer.is_sound(room).await;
    }

    // Seed 000.18.
    async fn a_rejection_cools_plans_and_wants_the_deal_updated_all_or_none(room: &Room) {
        let customer = Customer::proposed(room).await;
        let fields = DealFields { name: "Inquiry".into(), company_id: Some(customer.id), source: Some("event".into()), ..DealFields::default() };
        let create = CreateDeal { fields, process: Some("six-stage-funnel".into()), ..CreateDeal::default() };
        room.clock.set("2026-11-20T09:00:00Z".parse().unwrap());
        let deal = room.desk.write(&customer.seller, create).await.unwrap();
        room.clock.set("2026-11-24T09:00:00Z".parse().unwrap());
        let said = [("contact", "Ruth"), ("message", "Too dear")];
        let rejected = |next: bool| {
            let next_steps = if next { vec![hour("call", "2027-02-01T10:00:00Z")] } else { Vec::new() };
            MoveCase { next_steps, ..customer.step(COURSE, "rejected", &said) }
        };
        let before = room.rows().await;
        let early = refused(room.desk.write(&customer.seller, rejected(true)).await);
        assert_eq!(early, ["opportunity-updated"]);
        assert_eq!(room.rows().await, before, "all three or none");
        let settings = vec![Setting { field: "probability".into(), value: 20.into(), was: None }];
        room.desk.write(&customer.seller, SetDealFields { id: deal, settings }).await.unwrap();
        room.desk.write(&customer.seller, rejected(true)).await.unwrap();
        assert_eq!(
            customer.stands(room).await,
            ["staffing-customer cold", "staffing-level cold", "staffing-status prospect"]
        );
        // Seed 000.12: it is not closed, and stands in its owner's list on the day.
        room.clock.set("2027-02-01T08:00:00Z".parse().unwrap());
        let day = room.desk.read(&customer.seller, MyDay { member: None }).await.unwrap();
        assert!(format!("{day:?}").contains("Harbour Mills"), "{day:?}");
        customer.is_sound(room).await;
    }

    // Seed 000.13.
    async fn never_buries_them_and_cancels_what_is_planned(room: &Room) {
        let customer = Customer::proposed(room).await;
        customer.take(room, &customer.seller, "never", &[("message", "They hire themselves")]).await.unwrap();
        assert_eq!(
            customer.stands(room).await,
            ["staffing-customer dead", "staffing-level dead", "staffing-status prospect"]
        );
        let seen = room.desk.read(&customer.boss, CompanyCases { company: customer.id }).await.unwrap();
        assert_eq!(seen.activities.len(), 0);
        customer.is_sound(room).await;
    }

    async fn an_acceptance_is_taken_back_in_all_machines(room: &Room) {
        let customer = Customer::proposed(room).await;
        let step = customer.step(COURSE, "accepted", &SAID);
        let (_, act) = room.desk.write_undoable(&customer.seller, step).await.unwrap();
        room.desk.write(&customer.seller, Undo { act: act.unwrap() }).await.unwrap();
        assert_eq!(
            customer.stands(room).await,
            ["staffing-customer proposal", "staffing-level hot", "staffing-status prospect"]
        );
        let seen = room.desk.read(&customer.boss, CompanyCases { company: customer.id }).await.unwrap();
        assert_eq!(seen.tasks.len(), 0);
        customer.is_sound(room).await;
    }

    // Seed 000.29: a department's order counts for the whole.
    async fn an_order_of_a_department_keeps_the_customer_active(room: &Room) {
        let customer = Customer::activated(room).await;
        let fields = CompanyFields { name: "Harbour Mills, Night shift".into(), parent_id: Some(customer.id), ..CompanyFields::default() };
        let create = CreateCompany { fields, shared: false, source_id: None };
        let department = room.desk.write(&customer.seller, create).await.unwrap();
        let order = room.desk.write(&customer.seller, customer.order()).await.unwrap();
        let settings = vec![Setting { field: "company_id".into(), value: department.into(), was: None }];
        room.desk.write(&customer.seller, SetDealFields { id: order, settings }).await.unwrap();
        let deactivate = || customer.step("staffing-status", "deactivate", &[]);
        assert_eq!(refused(room.desk.write(&customer.seller, deactivate()).await), ["no-open-work"]);
        let cancel = MoveCase {
            of: order.into(),
            move_key: "cancel".into(),
            answers: BTreeMap::from([("reason".to_owned(), Value::Text("Not needed".into()))]),
            ..MoveCase::default()
        };
        room.desk.write(&customer.seller, cancel).await.unwrap();
        room.desk.write(&customer.seller, deactivate()).await.unwrap();
        customer.is_sound(room).await;
    }

    // Process language, section 8: a guard on another record is held until the commit.
    async fn an_order_and_a_deactivation_never_both_go_through(room: &Room) {
        let customer = Customer::activated(room).await;
        let deactivate = customer.step("staffing-status", "deactivate", &[]);
        let (order, gone) = tokio::join!(
            room.desk.write(&customer.seller, customer.order()),
            room.desk.write(&customer.boss, deactivate),
        );
        assert!(order.is_ok() != gone.is_ok(), "{order:?} {gone:?}");
        customer.is_sound(room).await;
    }
}
