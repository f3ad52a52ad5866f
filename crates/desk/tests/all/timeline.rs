//! Timelines: what happened, with the names that its reader may know.

use desk::activity::{LogActivity, On, PlanActivity};
use desk::company::{CompanyPage, CreateCompany, EditCompany, TakeCompany};
use desk::look::{Kinds, Of, Timeline, TimelineSeen};
use desk::person::{ArchivePerson, CreatePerson, PersonPage, TakePerson};
use desk::{Conflict, Error};
use sales::company::CompanyFields;
use sales::person::{PersonFields, Post};
use sales::{Actor, Role};

use crate::house::{House, hour};
use crate::room::Room;

async fn rep(room: &Room, boss: &Actor, name: &str) -> Actor {
    let id = room.member(boss, name, Role::Rep, None).await;
    room.actor(id).await
}

async fn person(room: &Room, by: &Actor, name: &str) -> i64 {
    let fields = PersonFields { name: name.into(), ..PersonFields::default() };
    room.desk.write(by, CreatePerson { fields, ..CreatePerson::default() }).await.unwrap()
}

async fn timeline(room: &Room, by: &Actor, of: Of) -> TimelineSeen {
    room.desk.read(by, Timeline { of, kinds: Kinds::All, before: None, limit: 50 }).await.unwrap()
}

on_both! {
    async fn an_activity_is_told_with_whom_it_was_whoever_the_deals_contact_is(room: &Room) {
        let house = House::new(room).await;
        let (ruth, tom) = (person(room, &house.boss, "Ruth Sandys").await, person(room, &house.boss, "Tom Keller").await);
        let mut new = house.deal(None, 100);
        new.fields.person_id = Some(tom);
        let deal = room.desk.write(&house.boss, new).await.unwrap();
        let fields = sales::activity::ActivityFields { person_id: Some(ruth), ..hour("call", "2026-11-23T08:00:00Z") };
        let log = LogActivity { on: On::Deal(deal), fields: fields.clone(), outcome: None, findings: String::new(), next_step: None };
        room.desk.write(&house.boss, log).await.unwrap();
        room.desk.write(&house.boss, PlanActivity { on: On::Deal(deal), fields }).await.unwrap();
        let seen = timeline(room, &house.boss, Of::Deal(deal)).await;
        let with: Vec<&str> = seen.names.with.values().map(|person| person.name.as_str()).collect();
        assert_eq!(with, ["Tom Keller", "Ruth Sandys", "Ruth Sandys"], "the process's own call is with the contact");
        let process = seen.entries.iter().find_map(|entry| entry.process.as_ref()).unwrap();
        assert_eq!(process.stage("prospect").unwrap().title.en, "Prospect");
        assert!(seen.entries.iter().all(|entry| entry.currency == "EUR"), "the installation's own");
    }

    async fn who_is_out_of_reach_is_not_named(room: &Room) {
        let boss = room.boss().await;
        let ann = rep(room, &boss, "Ann").await;
        let company = |name: &str, shared| CreateCompany { fields: CompanyFields { name: name.into(), ..CompanyFields::default() }, shared, source_id: None };
        let hidden = room.desk.write(&boss, company("Aerie", false)).await.unwrap();
        let shared = room.desk.write(&boss, company("Kestrel", true)).await.unwrap();
        let fields = CompanyFields { name: "Kestrel".into(), parent_id: Some(hidden), ..CompanyFields::default() };
        room.desk.write(&boss, EditCompany { id: shared, version: 1, fields }).await.unwrap();
        assert_eq!(timeline(room, &boss, Of::Company(shared)).await.names.companies.get(&hidden).unwrap(), "Aerie");
        assert!(timeline(room, &ann, Of::Company(shared)).await.names.companies.is_empty());
    }

    async fn a_company_without_owner_is_taken_once(room: &Room) {
        let house = House::new(room).await;
        let (ann, ben) = (rep(room, &house.boss, "Ann").await, rep(room, &house.boss, "Ben").await);
        let reader = room.member(&house.boss, "Ruth", Role::Reader, None).await;
        let ruth = room.actor(reader).await;
        let take = TakeCompany { id: house.company };
        let before = room.rows().await;
        assert!(matches!(room.desk.write(&ruth, take).await, Err(Error::Forbidden)));
        assert_eq!(room.rows().await, before);
        room.desk.write(&ann, take).await.unwrap();
        let seen = room.desk.read(&ann, CompanyPage { id: house.company }).await.unwrap();
        assert_eq!(seen.owner_name.as_deref(), Some("Ann"));
        let taken = room.rows().await;
        room.desk.write(&ann, take).await.unwrap();
        assert!(matches!(room.desk.write(&ben, take).await, Err(Error::NotFound)));
        assert!(matches!(room.desk.write(&house.boss, take).await, Err(Error::Stale)));
        assert_eq!(room.rows().await, taken, "who comes later changes nothing");
    }

    async fn a_person_who_is_taken_keeps_their_posts(room: &Room) {
        let house = House::new(room).await;
        let ann = rep(room, &house.boss, "Ann").await;
        let posts = vec![Post { company_id: house.company, role: "CTO".into() }];
        let fields = PersonFields { name: "Vera Kim".into(), posts, ..PersonFields::default() };
        let id = room.desk.write(&house.boss, CreatePerson { fields, shared: true, source_id: None }).await.unwrap();
        room.desk.write(&ann, TakePerson { id }).await.unwrap();
        let seen = room.desk.read(&ann, PersonPage { id }).await.unwrap();
        assert_eq!((seen.owner_name.as_deref(), seen.posts[0].role.as_str()), (Some("Ann"), "CTO"));
        let fields = PersonFields { name: "Lev".into(), ..PersonFields::default() };
        let away = room.desk.write(&house.boss, CreatePerson { fields, shared: true, source_id: None }).await.unwrap();
        room.desk.write(&house.boss, ArchivePerson { id: away }).await.unwrap();
        let refused = room.desk.write(&ann, TakePerson { id: away }).await;
        assert!(matches!(refused, Err(Error::Conflict(Conflict::Archived))));
    }
}
