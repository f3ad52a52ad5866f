//! People: made, edited, listed, put away; their posts at companies.

use desk::company::{CompanyPage, CreateCompany};
use desk::person::{
    ArchivePerson, CreatePerson, EditPerson, ListPeople, PersonPage, PersonSeen, RestorePerson,
};
use desk::{Conflict, Error};
use sales::company::CompanyFields;
use sales::person::{PersonFields, Post};
use sales::{Actor, Fault, Role};

use crate::room::Room;

fn named(name: &str) -> PersonFields {
    PersonFields { name: name.into(), ..PersonFields::default() }
}

fn post(company_id: i64, role: &str) -> Post {
    Post { company_id, role: role.into() }
}

async fn make(room: &Room, by: &Actor, fields: PersonFields) -> i64 {
    room.desk.write(by, CreatePerson { fields, ..CreatePerson::default() }).await.unwrap()
}

async fn company(room: &Room, by: &Actor, name: &str) -> i64 {
    let fields = CompanyFields { name: name.into(), ..CompanyFields::default() };
    room.desk.write(by, CreateCompany { fields, ..CreateCompany::default() }).await.unwrap()
}

async fn rep(room: &Room, boss: &Actor, name: &str) -> Actor {
    let id = room.member(boss, name, Role::Rep, None).await;
    room.actor(id).await
}

async fn page(room: &Room, by: &Actor, id: i64) -> PersonSeen {
    room.desk.read(by, PersonPage { id }).await.unwrap()
}

fn posts(seen: &PersonSeen) -> Vec<(&str, &str)> {
    seen.posts.iter().map(|post| (post.company_name.as_str(), post.role.as_str())).collect()
}

async fn names(room: &Room, by: &Actor, look: ListPeople) -> Vec<String> {
    let seen = room.desk.read(by, ListPeople { limit: 50, ..look }).await.unwrap();
    seen.rows.into_iter().map(|row| row.name).collect()
}

on_both! {
    async fn a_person_is_seen_at_each_of_their_companies(room: &Room) {
        let boss = room.boss().await;
        let (kestrel, merlin) = (company(room, &boss, "Kestrel").await, company(room, &boss, "Merlin").await);
        let fields = PersonFields {
            mails: vec![" Vera@Example.COM ".into()],
            posts: vec![post(merlin, "board"), post(kestrel, "CTO")],
            ..named(" Вера Ким ")
        };
        let id = make(room, &boss, fields).await;
        let seen = page(room, &boss, id).await;
        assert_eq!((seen.person.name.as_str(), seen.person.mails.as_str()), ("Вера Ким", "Vera@example.com"));
        assert_eq!(posts(&seen), [("Kestrel", "CTO"), ("Merlin", "board")]);
        let at = room.desk.read(&boss, CompanyPage { id: kestrel }).await.unwrap();
        assert_eq!((at.people[0].name.as_str(), at.people[0].role.as_deref()), ("Вера Ким", Some("CTO")));
    }

    async fn a_person_out_of_reach_is_not_there(room: &Room) {
        let boss = room.boss().await;
        let (ann, ben) = (rep(room, &boss, "Ann").await, rep(room, &boss, "Ben").await);
        let act = CreateCompany { fields: CompanyFields { name: "Kestrel".into(), ..CompanyFields::default() }, shared: true, source_id: None };
        let shared = room.desk.write(&boss, act).await.unwrap();
        let id = make(room, &ann, PersonFields { posts: vec![post(shared, "CTO")], ..named("Vera Kim") }).await;
        assert!(matches!(room.desk.read(&ben, PersonPage { id }).await, Err(Error::NotFound)));
        assert_eq!(names(room, &ben, ListPeople::default()).await, Vec::<String>::new());
        assert!(room.desk.read(&ben, CompanyPage { id: shared }).await.unwrap().people.is_empty());
        assert_eq!(names(room, &ann, ListPeople::default()).await, ["Vera Kim"]);
    }

    async fn a_post_out_of_sight_is_neither_shown_nor_lost(room: &Room) {
        let boss = room.boss().await;
        let ann = rep(room, &boss, "Ann").await;
        let hidden = company(room, &boss, "Aerie").await;
        let own = company(room, &ann, "Kestrel").await;
        let id = make(room, &ann, PersonFields { posts: vec![post(own, "CTO")], ..named("Vera Kim") }).await;
        let both = PersonFields { owner_id: ann.member, posts: vec![post(own, "CTO"), post(hidden, "board")], ..named("Vera Kim") };
        room.desk.write(&boss, EditPerson { id, version: 1, fields: both }).await.unwrap();
        let seen = page(room, &ann, id).await;
        assert_eq!(posts(&seen), [("Kestrel", "CTO")]);
        let listed = room.desk.read(&ann, ListPeople { limit: 5, ..ListPeople::default() }).await.unwrap();
        assert_eq!(listed.rows[0].company_name.as_deref(), Some("Kestrel"));
        let fields = seen.person.fields(vec![post(own, "CEO")]);
        room.desk.write(&ann, EditPerson { id, version: 2, fields }).await.unwrap();
        assert_eq!(posts(&page(room, &boss, id).await), [("Aerie", "board"), ("Kestrel", "CEO")]);
        let fields = page(room, &ann, id).await.person.fields(Vec::new());
        room.desk.write(&ann, EditPerson { id, version: 3, fields }).await.unwrap();
        assert_eq!(posts(&page(room, &boss, id).await), [("Aerie", "board")]);
    }

    async fn a_refused_act_changes_no_row(room: &Room) {
        let boss = room.boss().await;
        let (ann, ben) = (rep(room, &boss, "Ann").await, rep(room, &boss, "Ben").await);
        let hidden = company(room, &boss, "Aerie").await;
        let id = make(room, &ann, named("Vera Kim")).await;
        let before = room.rows().await;
        let edit = |version, fields| EditPerson { id, version, fields };
        assert!(matches!(room.desk.write(&ben, edit(1, named("Taken"))).await, Err(Error::NotFound)));
        assert!(matches!(room.desk.write(&ann, edit(9, named("Late"))).await, Err(Error::Stale)));
        assert!(matches!(room.desk.write(&ben, ArchivePerson { id }).await, Err(Error::NotFound)));
        let given = PersonFields { owner_id: ben.member, ..named("Vera Kim") };
        assert!(matches!(room.desk.write(&ann, edit(1, given)).await, Err(Error::Forbidden)));
        let odd = PersonFields { owner_id: ann.member, mails: vec!["nowhere".into()], posts: vec![post(hidden, "")], ..named("Vera Kim") };
        let refused = room.desk.write(&ann, edit(1, odd)).await;
        let Err(Error::Invalid(faults)) = refused else { panic!("{refused:?}") };
        let faults: Vec<_> = faults.iter().map(|fault| (fault.field.as_str(), &fault.fault)).collect();
        assert_eq!(faults, [("mails", &Fault::NotAMail), ("company", &Fault::Unknown { value: hidden.to_string() })]);
        assert_eq!(room.rows().await, before);
    }

    async fn a_form_sent_back_as_it_came_writes_nothing(room: &Room) {
        let boss = room.boss().await;
        let (kestrel, merlin) = (company(room, &boss, "Kestrel").await, company(room, &boss, "Merlin").await);
        let id = make(room, &boss, PersonFields { posts: vec![post(kestrel, "CTO"), post(merlin, "")], ..named("Vera Kim") }).await;
        let before = room.rows().await;
        let fields = page(room, &boss, id).await.person.fields(vec![post(merlin, ""), post(kestrel, "CTO")]);
        assert_eq!(room.desk.write(&boss, EditPerson { id, version: 1, fields }).await.unwrap(), 1);
        assert_eq!(room.rows().await, before);
    }

    async fn pages_by_name_and_by_age_join_without_gap_or_double(room: &Room) {
        let boss = room.boss().await;
        for name in ["Vera", "Анна", "Борис", "Ёлкина", "Zoe"] {
            room.clock.advance(jiff::SignedDuration::from_mins(1));
            make(room, &boss, named(name)).await;
        }
        let by_name = names(room, &boss, ListPeople::default()).await;
        assert_eq!(by_name, ["Vera", "Zoe", "Анна", "Борис", "Ёлкина"]);
        let newest = names(room, &boss, ListPeople { newest: true, ..ListPeople::default() }).await;
        assert_eq!(newest, ["Zoe", "Ёлкина", "Борис", "Анна", "Vera"]);
        for (newest, whole) in [(false, by_name), (true, newest)] {
            let mut joined = Vec::new();
            let mut after = None;
            loop {
                let look = ListPeople { newest, limit: 2, after, ..ListPeople::default() };
                let page = room.desk.read(&boss, look).await.unwrap();
                joined.extend(page.rows.into_iter().map(|row| row.name));
                after = page.next;
                if after.is_none() { break }
            }
            assert_eq!(joined, whole);
        }
        let part = ListPeople { text: "елк".into(), ..ListPeople::default() };
        assert_eq!(names(room, &boss, part).await, ["Ёлкина"]);
    }

    async fn an_archived_person_is_out_of_the_way_and_comes_back_as_they_were(room: &Room) {
        let boss = room.boss().await;
        let kestrel = company(room, &boss, "Kestrel").await;
        let id = make(room, &boss, PersonFields { posts: vec![post(kestrel, "CTO")], ..named("Vera Kim") }).await;
        room.desk.write(&boss, ArchivePerson { id }).await.unwrap();
        assert_eq!(names(room, &boss, ListPeople::default()).await, Vec::<String>::new());
        assert_eq!(names(room, &boss, ListPeople { archived: true, ..ListPeople::default() }).await, ["Vera Kim"]);
        let edit = EditPerson { id, version: 2, fields: named("Vera") };
        assert!(matches!(room.desk.write(&boss, edit).await, Err(Error::Conflict(Conflict::Archived))));
        room.desk.write(&boss, RestorePerson { id }).await.unwrap();
        assert_eq!(posts(&page(room, &boss, id).await), [("Kestrel", "CTO")]);
        assert_eq!(names(room, &boss, ListPeople::default()).await, ["Vera Kim"]);
    }
}
