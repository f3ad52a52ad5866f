//! Companies: made, edited, listed, put away; seen by those who reach them.

use desk::company::{
    ArchiveCompany, CompanyPage, CreateCompany, EditCompany, ListCompanies, RestoreCompany, SimilarCompanies,
    SortBy,
};
use desk::{Conflict, Error};
use sales::company::CompanyFields;
use sales::{Actor, Fault, FieldError, Role};

use crate::house::House;
use crate::room::Room;

fn named(name: &str) -> CompanyFields {
    CompanyFields { name: name.into(), ..CompanyFields::default() }
}

async fn make(room: &Room, by: &Actor, fields: CompanyFields) -> i64 {
    room.desk.write(by, CreateCompany { fields, ..CreateCompany::default() }).await.unwrap()
}

async fn rep(room: &Room, boss: &Actor, name: &str) -> Actor {
    let id = room.member(boss, name, Role::Rep, None).await;
    room.actor(id).await
}

async fn names(room: &Room, by: &Actor, look: ListCompanies) -> Vec<String> {
    let seen = room.desk.read(by, ListCompanies { limit: 50, ..look }).await.unwrap();
    seen.rows.into_iter().map(|row| row.name).collect()
}

async fn similar(room: &Room, by: &Actor, name: &str, phone: &str, web: &str) -> Vec<String> {
    let look = SimilarCompanies { name: name.into(), phone: phone.into(), web: web.into() };
    room.desk.read(by, look).await.unwrap().into_iter().map(|similar| similar.name).collect()
}

on_both! {
    async fn a_company_is_its_makers_unless_it_is_made_shared(room: &Room) {
        let boss = room.boss().await;
        let (ann, ben) = (rep(room, &boss, "Ann").await, rep(room, &boss, "Ben").await);
        let own = make(room, &ann, named("  Ann's  ")).await;
        let act = CreateCompany { fields: named("Everybody's"), shared: true, source_id: None };
        let shared = room.desk.write(&ann, act).await.unwrap();
        let seen = room.desk.read(&ann, CompanyPage { id: own }).await.unwrap();
        assert_eq!((seen.company.name.as_str(), seen.owner_name.as_deref(), seen.may_write), ("Ann's", Some("Ann"), true));
        assert!(matches!(room.desk.read(&ben, CompanyPage { id: own }).await, Err(Error::NotFound)));
        assert_eq!(room.desk.read(&ben, CompanyPage { id: shared }).await.unwrap().company.owner_id, None);
        assert_eq!(names(room, &ben, ListCompanies::default()).await, ["Everybody's"]);
        assert_eq!(names(room, &boss, ListCompanies::default()).await, ["Ann's", "Everybody's"]);
    }

    async fn a_refused_act_changes_no_row(room: &Room) {
        let boss = room.boss().await;
        let (ann, ben) = (rep(room, &boss, "Ann").await, rep(room, &boss, "Ben").await);
        let reader = room.member(&boss, "Ruth", Role::Reader, None).await;
        let ruth = room.actor(reader).await;
        let id = make(room, &ann, named("Ann's")).await;
        let before = room.rows().await;
        let edit = |version| EditCompany { id, version, fields: named("Taken") };
        assert!(matches!(room.desk.write(&ben, edit(1)).await, Err(Error::NotFound)));
        assert!(matches!(room.desk.write(&ruth, edit(1)).await, Err(Error::Forbidden)));
        assert!(matches!(room.desk.write(&ann, edit(7)).await, Err(Error::Stale)));
        assert!(matches!(room.desk.write(&ben, ArchiveCompany { id }).await, Err(Error::NotFound)));
        let shared = CreateCompany { fields: named("Ruth's"), shared: true, source_id: None };
        assert!(matches!(room.desk.write(&ruth, shared).await, Err(Error::Forbidden)));
        let given = CompanyFields { owner_id: ben.member, ..named("Ben's") };
        let act = CreateCompany { fields: given, ..CreateCompany::default() };
        assert!(matches!(room.desk.write(&ann, act).await, Err(Error::Forbidden)));
        let nameless = CreateCompany { fields: named("  "), ..CreateCompany::default() };
        assert!(matches!(room.desk.write(&ann, nameless).await, Err(Error::Invalid(_))));
        assert_eq!(room.rows().await, before);
    }

    async fn of_two_who_edit_the_same_version_the_second_is_told(room: &Room) {
        let boss = room.boss().await;
        let id = make(room, &boss, named("Kestrel")).await;
        let edit = |name: &str, version| EditCompany { id, version, fields: named(name) };
        assert_eq!(room.desk.write(&boss, edit("Merlin", 1)).await.unwrap(), 2);
        assert!(matches!(room.desk.write(&boss, edit("Osprey", 1)).await, Err(Error::Stale)));
        assert_eq!(room.desk.read(&boss, CompanyPage { id }).await.unwrap().company.name, "Merlin");
        let before = room.rows().await;
        let same = room.desk.read(&boss, CompanyPage { id }).await.unwrap().company.fields();
        assert_eq!(room.desk.write(&boss, EditCompany { id, version: 2, fields: same }).await.unwrap(), 2);
        assert_eq!(room.rows().await, before, "nothing differs, nothing is written");
    }

    async fn a_change_is_told_with_what_stood_before_and_after(room: &Room) {
        let boss = room.boss().await;
        let id = make(room, &boss, named("Kestrel")).await;
        let fields = CompanyFields { employees: Some(12), owner_id: boss.member, ..named("Kestrel") };
        room.desk.write(&boss, EditCompany { id, version: 1, fields }).await.unwrap();
        let told = room.rows().await.into_iter().find(|row| row.contains("company-changed")).unwrap();
        let told = told.replace('\\', "");
        assert!(told.contains(r#"[{"field":"employees","before":null,"after":12}]"#), "{told}");
    }

    async fn a_company_cannot_stand_below_itself_nor_below_one_out_of_sight(room: &Room) {
        let boss = room.boss().await;
        let ann = rep(room, &boss, "Ann").await;
        let hidden = make(room, &boss, named("Holding")).await;
        let top = make(room, &ann, named("Top")).await;
        let below = make(room, &ann, CompanyFields { parent_id: Some(top), ..named("Below") }).await;
        let under = |parent| CompanyFields { parent_id: Some(parent), owner_id: ann.member, ..named("Top") };
        let ring = room.desk.write(&ann, EditCompany { id: top, version: 1, fields: under(below) }).await;
        assert!(matches!(ring, Err(Error::Invalid(faults)) if faults == [FieldError::new("parent", Fault::WouldLoop)]));
        let blind = room.desk.write(&ann, EditCompany { id: top, version: 1, fields: under(hidden) }).await;
        assert!(matches!(blind, Err(Error::Invalid(faults)) if faults[0].field == "parent"));
        room.desk.write(&boss, EditCompany { id: top, version: 1, fields: under(hidden) }).await.unwrap();
        // What she cannot see she cannot read, and it does not stop her from editing the rest.
        assert_eq!(room.desk.read(&ann, CompanyPage { id: top }).await.unwrap().parent_name, None);
        let rows = room.desk.read(&ann, ListCompanies { limit: 9, ..ListCompanies::default() }).await.unwrap().rows;
        assert!(rows.iter().all(|row| row.parent_name.as_deref() != Some("Holding")));
        let fields = CompanyFields { employees: Some(3), ..under(hidden) };
        assert_eq!(room.desk.write(&ann, EditCompany { id: top, version: 2, fields }).await.unwrap(), 3);
    }

    async fn pages_of_any_order_join_without_gap_or_double(room: &Room) {
        let boss = room.boss().await;
        for at in 0..7 {
            room.clock.advance(jiff::SignedDuration::from_mins(1));
            let employees = [None, Some(5), Some(5), Some(1), None, Some(90), Some(0)][at];
            make(room, &boss, CompanyFields { employees, ..named(&format!("Компания {}", 9 - at)) }).await;
        }
        for sort in [SortBy::Name, SortBy::Created, SortBy::Employees, SortBy::Revenue] {
            for desc in [false, true] {
                let look = ListCompanies { sort, desc, ..ListCompanies::default() };
                let whole = names(room, &boss, look.clone()).await;
                let mut joined = Vec::new();
                let mut after = None;
                loop {
                    let look = ListCompanies { limit: 2, after, ..look.clone() };
                    let page = room.desk.read(&boss, look).await.unwrap();
                    joined.extend(page.rows.into_iter().map(|row| row.name));
                    after = page.next;
                    if after.is_none() { break }
                }
                assert_eq!((joined.len(), &joined), (7, &whole), "{sort:?} {desc}");
            }
        }
        let most = ListCompanies { sort: SortBy::Employees, desc: true, ..ListCompanies::default() };
        assert_eq!(names(room, &boss, most).await[0], "Компания 4");
        let part = ListCompanies { text: "КОМПАНИЯ 3".into(), ..ListCompanies::default() };
        assert_eq!(names(room, &boss, part).await, ["Компания 3"]);
    }

    async fn open_deals_are_counted_within_reach(room: &Room) {
        let house = House::new(room).await;
        let ann = rep(room, &house.boss, "Ann").await;
        for owner in [house.boss.member, house.boss.member, ann.member] {
            room.desk.write(&house.boss, house.deal(owner, 100)).await.unwrap();
        }
        for (by, count) in [(&house.boss, 3), (&ann, 1)] {
            let seen = room.desk.read(by, ListCompanies { limit: 5, ..ListCompanies::default() }).await.unwrap();
            assert_eq!(seen.rows[0].open_deals, count);
        }
    }

    async fn an_archived_company_is_out_of_the_way_and_comes_back_as_it_was(room: &Room) {
        let boss = room.boss().await;
        let id = make(room, &boss, named("Kestrel")).await;
        let archived = ListCompanies { archived: true, ..ListCompanies::default() };
        room.desk.write(&boss, ArchiveCompany { id }).await.unwrap();
        assert_eq!(names(room, &boss, ListCompanies::default()).await, Vec::<String>::new());
        assert_eq!(names(room, &boss, archived.clone()).await, ["Kestrel"]);
        let edit = EditCompany { id, version: 2, fields: named("Merlin") };
        assert!(matches!(room.desk.write(&boss, edit).await, Err(Error::Conflict(Conflict::Archived))));
        let before = room.rows().await;
        room.desk.write(&boss, ArchiveCompany { id }).await.unwrap();
        assert_eq!(room.rows().await, before, "archived twice is archived");
        room.desk.write(&boss, RestoreCompany { id }).await.unwrap();
        assert_eq!(names(room, &boss, ListCompanies::default()).await, ["Kestrel"]);
        assert_eq!(names(room, &boss, archived).await, Vec::<String>::new());
    }

    // Seed 000.3.
    async fn one_that_is_there_already_is_offered_before_another_is_made(room: &Room) {
        let boss = room.boss().await;
        let ann = rep(room, &boss, "Ann").await;
        for at in 0..60 {
            make(room, &boss, named(&format!("ООО Вектор {at}"))).await;
        }
        let phones = vec!["+7 (495) 123-45-67".to_owned()];
        let web = Some("https://krechet.example/".to_owned());
        make(room, &boss, CompanyFields { phones, web, ..named("ООО «Кречет»") }).await;
        make(room, &boss, named("GTX Pro")).await;
        assert_eq!(similar(room, &boss, "Кречет, ООО", "", "").await, ["ООО «Кречет»"]);
        assert_eq!(similar(room, &boss, "GTXPro LLC", "", "").await, ["GTX Pro"]);
        assert_eq!(similar(room, &boss, "Сокол", "8 495 1234567", "").await, ["ООО «Кречет»"]);
        assert_eq!(similar(room, &boss, "Сокол", "", "www.krechet.example/about").await, ["ООО «Кречет»"]);
        assert_eq!(similar(room, &boss, "ООО", "", "").await, Vec::<String>::new());
        assert_eq!(similar(room, &boss, "Merlin", "", "").await, Vec::<String>::new());
        assert_eq!(similar(room, &ann, "Кречет", "8 495 1234567", "krechet.example").await, Vec::<String>::new());
    }

    async fn a_source_id_that_is_taken_is_a_fault_of_its_field(room: &Room) {
        let boss = room.boss().await;
        let act = |name| CreateCompany { fields: named(name), shared: false, source_id: Some("crm:7".into()) };
        room.desk.write(&boss, act("Kestrel")).await.unwrap();
        let before = room.rows().await;
        let refused = room.desk.write(&boss, act("Merlin")).await;
        let taken = FieldError::new("source_id", Fault::Taken { by: "crm:7".into() });
        assert!(matches!(refused, Err(Error::Invalid(faults)) if faults == [taken]));
        assert_eq!(room.rows().await, before);
    }
}
