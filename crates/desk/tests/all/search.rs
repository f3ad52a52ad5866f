//! Search: what is found by which fragment, in which order, and by whom.

use desk::company::{ArchiveCompany, CompanyPage, CreateCompany, EditCompany, RestoreCompany};
use desk::person::{CreatePerson, EditPerson, PersonPage};
use desk::process::ProcessesInBrief;
use desk::search::{Search, SearchDeals};
use sales::company::CompanyFields;
use sales::person::{PersonFields, Post};
use sales::{Actor, Role};

use crate::house::House;
use crate::room::Room;

fn named(name: &str) -> CompanyFields {
    CompanyFields { name: name.into(), ..CompanyFields::default() }
}

async fn company(room: &Room, by: &Actor, fields: CompanyFields) -> i64 {
    room.desk.write(by, CreateCompany { fields, ..CreateCompany::default() }).await.unwrap()
}

async fn person(room: &Room, by: &Actor, fields: PersonFields) -> i64 {
    room.desk.write(by, CreatePerson { fields, ..CreatePerson::default() }).await.unwrap()
}

async fn find(room: &Room, by: &Actor, text: &str) -> Vec<String> {
    let look = Search { text: text.into(), kind: None, limit: 100 };
    room.desk.read(by, look).await.unwrap().into_iter().map(|found| found.title).collect()
}

const NOTHING: [&str; 0] = [];

on_both! {
    async fn russian_is_found_by_any_part_in_any_case_and_with_or_without_dots(room: &Room) {
        let boss = room.boss().await;
        company(room, &boss, named("ООО «Ёлочный Завод»")).await;
        for text in ["елочный", "ЁЛОЧ", "завод", "лочн", "завод елоч", "«ёл", "оо", "ООО «Ё"] {
            assert_eq!(find(room, &boss, text).await, ["ООО «Ёлочный Завод»"], "{text}");
        }
        for text in ["елка", "завод сокол", "ел", "", "   "] {
            assert_eq!(find(room, &boss, text).await, NOTHING, "{text}");
        }
    }

    async fn a_title_that_begins_with_the_text_stands_before_one_that_holds_it_and_words_come_last(room: &Room) {
        let boss = room.boss().await;
        company(room, &boss, CompanyFields { address: Some("Kestrel Lane 1".into()), ..named("Aerie") }).await;
        company(room, &boss, named("Blue Kestrel")).await;
        company(room, &boss, named("Kestrel")).await;
        assert_eq!(find(room, &boss, "kestrel").await, ["Kestrel", "Blue Kestrel", "Aerie"]);
    }

    async fn a_fragment_that_stands_everywhere_still_finds_the_title_that_begins_with_it(room: &Room) {
        let boss = room.boss().await;
        for at in 0..230 {
            company(room, &boss, named(&format!("Альфа торг {at}"))).await;
        }
        company(room, &boss, named("Торговый дом")).await;
        let found = find(room, &boss, "торг").await;
        assert_eq!((found.len(), found[0].as_str()), (100, "Торговый дом"));
        assert_eq!(find(room, &boss, "альфа торг 7").await[0], "Альфа торг 7");
    }

    async fn search_never_shows_what_is_out_of_reach(room: &Room) {
        let house = House::new(room).await;
        let boss = &house.boss;
        let member = room.member(boss, "Ann", Role::Rep, None).await;
        let ann = room.actor(member).await;
        let hidden = company(room, boss, named("Falcon Hidden")).await;
        person(room, boss, PersonFields { name: "Falcon Person".into(), ..PersonFields::default() }).await;
        room.desk.write(boss, house.deal(boss.member, 100)).await.unwrap();
        for text in ["falcon", "fa", "managed", "ma"] {
            assert_eq!(find(room, &ann, text).await, NOTHING, "{text}");
            assert!(!find(room, boss, text).await.is_empty(), "{text}");
        }
        assert_eq!(find(room, &ann, "kestrel").await, ["Kestrel Logistics"], "what is shared is everybody's");
        let seen = room.desk.read(boss, CompanyPage { id: hidden }).await.unwrap().company;
        let fields = CompanyFields { owner_id: Some(member), ..seen.fields() };
        room.desk.write(boss, EditCompany { id: hidden, version: seen.version, fields }).await.unwrap();
        assert_eq!(find(room, &ann, "falcon").await, ["Falcon Hidden"]);
    }

    async fn a_subtitle_names_no_company_out_of_reach(room: &Room) {
        let boss = room.boss().await;
        let member = room.member(&boss, "Ann", Role::Rep, None).await;
        let ann = room.actor(member).await;
        let hidden = company(room, &boss, named("Aerie")).await;
        let fields = PersonFields {
            name: "Vera Kim".into(),
            owner_id: Some(member),
            posts: vec![Post { company_id: hidden, role: String::new() }],
            ..PersonFields::default()
        };
        person(room, &boss, fields).await;
        let look = Search { text: "vera".into(), kind: Some("person".into()), limit: 10 };
        let subtitle = async |by: &Actor| room.desk.read(by, look.clone()).await.unwrap()[0].subtitle.clone();
        assert_eq!(subtitle(&boss).await.as_deref(), Some("Aerie"));
        assert_eq!(subtitle(&ann).await, None);
    }

    async fn deals_are_found_and_counted_by_those_alone_who_reach_them(room: &Room) {
        let house = House::new(room).await;
        let member = room.member(&house.boss, "Ann", Role::Rep, None).await;
        let ann = room.actor(member).await;
        room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        room.desk.write(&house.boss, house.deal(Some(member), 200)).await.unwrap();
        let amounts = async |by: &Actor| {
            let look = SearchDeals { text: "kestrel".into(), limit: 10 };
            let found = room.desk.read(by, look).await.unwrap();
            assert!(found.iter().all(|one| one.stage_title.en == "Prospect"));
            found.into_iter().map(|one| one.deal.amount.unwrap()).collect::<Vec<i64>>()
        };
        assert_eq!((amounts(&house.boss).await, amounts(&ann).await), (vec![100, 200], vec![200]));
        let running = async |by: &Actor| {
            let all = room.desk.read_slowly(by, ProcessesInBrief).await.unwrap();
            assert!(all[0].stories > 0 && all[0].stories_passed == all[0].stories);
            all[0].running
        };
        assert_eq!((running(&house.boss).await, running(&ann).await), (2, 1));
    }

    async fn a_number_is_found_however_it_is_dialled(room: &Room) {
        let boss = room.boss().await;
        let phones = vec!["+7 (495) 123-45-67".to_owned()];
        person(room, &boss, PersonFields { name: "Vera Kim".into(), phones, ..PersonFields::default() }).await;
        for text in ["84951234567", "+7 495 123 45 67", "(495) 123-45-67", "1234567", "3-45-67"] {
            assert_eq!(find(room, &boss, text).await, ["Vera Kim"], "{text}");
        }
        assert_eq!(find(room, &boss, "84951234568").await, NOTHING);
    }

    async fn signs_mean_themselves(room: &Room) {
        let boss = room.boss().await;
        company(room, &boss, named("100% \"Pure\" A_B")).await;
        company(room, &boss, named("1000 AxB")).await;
        for text in ["100% \"pure", "a_b", "\"Pure\"", "100%"] {
            assert_eq!(find(room, &boss, text).await, ["100% \"Pure\" A_B"], "{text}");
        }
        for text in ["%%%", "___", "\"\"\"", "pure OR 1000", "words: 1000", "'''", "\\\\\\", "pure\0", "\0"] {
            assert!(find(room, &boss, text).await.len() < 2, "{text:?}");
        }
        assert_eq!(find(room, &boss, &"торг ".repeat(5000)).await, NOTHING);
    }

    async fn what_is_archived_is_not_found_until_it_is_restored(room: &Room) {
        let boss = room.boss().await;
        let id = company(room, &boss, named("Kestrel")).await;
        room.desk.write(&boss, ArchiveCompany { id }).await.unwrap();
        assert_eq!(find(room, &boss, "kestrel").await, NOTHING);
        room.desk.write(&boss, RestoreCompany { id }).await.unwrap();
        assert_eq!(find(room, &boss, "kestrel").await, ["Kestrel"]);
    }

    async fn a_new_name_finds_what_tells_it_and_the_old_one_no_more(room: &Room) {
        let house = House::new(room).await;
        let boss = &house.boss;
        let posts = vec![Post { company_id: house.company, role: "CTO".into() }];
        let vera = person(room, boss, PersonFields { name: "Vera Kim".into(), posts, ..PersonFields::default() }).await;
        let mut deal = house.deal(None, 100);
        deal.fields.person_id = Some(vera);
        room.desk.write(boss, deal).await.unwrap();
        assert_eq!(find(room, boss, "kestrel").await, ["Kestrel Logistics", "Managed services", "Vera Kim"]);
        let act = EditCompany { id: house.company, version: 1, fields: named("Osprey") };
        room.desk.write(boss, act).await.unwrap();
        assert_eq!(find(room, boss, "kestrel").await, NOTHING);
        assert_eq!(find(room, boss, "osprey").await, ["Osprey", "Managed services", "Vera Kim"]);
        let seen = room.desk.read(boss, PersonPage { id: vera }).await.unwrap();
        let posts = vec![Post { company_id: house.company, role: "CTO".into() }];
        let fields = PersonFields { name: "Vera Lee".into(), ..seen.person.fields(posts) };
        room.desk.write(boss, EditPerson { id: vera, version: 1, fields }).await.unwrap();
        assert_eq!(find(room, boss, "vera kim").await, NOTHING);
        assert_eq!(find(room, boss, "vera lee").await, ["Vera Lee", "Managed services"]);
    }
}
