//! Timelines: the same sentences on the pages of a deal, its company and its person.

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use desk::company::{CompanyPage, EditCompany};
use desk::person::{CreatePerson, EditPerson, PersonPage};
use sales::company::CompanyFields;
use sales::person::{PersonFields, Post};

use crate::house::{Answer, House, Member, run};

/// A deal of the shared company, of the rep.
async fn deal(house: &House) -> String {
    let company = house.company.to_string();
    let form = [("client", "Kestrel Logistics"), ("company", company.as_str()), ("name", "Wi-Fi")];
    let more = [("contact", "Tom Keller"), ("amount", "18 400"), ("currency", "GBP"), ("source", "referral")];
    sent(house, "/deals", &[form.as_slice(), &more].concat()).await
}

/// Sends a form of the rep's and says where it leads.
async fn sent(house: &House, path: &str, form: &[(&str, &str)]) -> String {
    let answer = house.post(&house.rep, path, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text);
    answer.header(header::LOCATION).to_owned()
}

/// The sentences of a page as they are read, the newest first.
fn sentences(page: &Answer) -> Vec<String> {
    let entry = |part: &str| {
        // The menu of its acts is no part of the sentence.
        let (words, rest) = part.split_once("<details").unwrap_or((part, ""));
        let part = format!("{words}{}", rest.split_once("</details>").map_or("", |(_, rest)| rest));
        let part = part.split("</li>").next().unwrap_or_default();
        let words = part.replace('>', "> ").replace('<', " <");
        let plain: Vec<&str> =
            words.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text.trim()).collect();
        plain.join(" ").split_whitespace().collect::<Vec<_>>().join(" ").replace(" ;", ";")
    };
    page.text.split("<li class=\"entry\"").skip(1).map(entry).collect()
}

async fn told(house: &House, by: &Member, path: &str) -> Vec<String> {
    let page = house.get(by, path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    sentences(&page)
}

async fn speaks_russian(house: &House, member: &Member) {
    let form =
        [("name", "Robin Reed"), ("language", "ru"), ("theme", "auto"), ("time_zone", "Europe/Berlin")];
    assert_eq!(house.post(member, "/profile", &form).await.status, StatusCode::SEE_OTHER);
}

#[test]
fn what_happens_to_a_deal_is_told_on_its_clients_pages_too_and_links_there() {
    run(async |house| {
        let deal = deal(&house).await;
        let id = deal.rsplit('/').next().unwrap();
        sent(&house, "/notes", &[("deal", id), ("body", "Ask for Marek")]).await;
        let own = told(&house, &house.rep, &deal).await;
        assert_eq!(own[0], "Note Ask for Marek Robin Reed 10:00");
        assert_eq!(own.last().unwrap(), "Deal added in Prospect Robin Reed 10:00");
        let page = house.get(&house.rep, &format!("/companies/{}", house.company)).await;
        assert_eq!(sentences(&page)[0], "Note · Wi-Fi Ask for Marek Robin Reed 10:00");
        assert!(page.text.contains(&format!("· <a href=\"{deal}\">Wi-Fi</a>")), "{}", page.text);
        let person = house.get(&house.rep, "/people/1").await;
        assert_eq!(sentences(&person)[0], "Note · Wi-Fi Ask for Marek Robin Reed 10:00");
        let by_boss = told(&house, &house.boss, &format!("/companies/{}", house.company)).await;
        assert_eq!(by_boss.last().unwrap(), "Company added Ada Boss 10:00");
    });
}

#[test]
fn a_changed_deal_says_what_stood_there_and_what_stands_there_in_either_language() {
    run(async |house| {
        let deal = deal(&house).await;
        let company = house.company.to_string();
        let form = [("version", "1"), ("client", "Kestrel Logistics"), ("company", company.as_str())];
        let more = [
            ("name", "Wi-Fi, two sites"),
            ("contact", "Tom Keller"),
            ("person", "1"),
            ("amount", "20000.50"),
            ("currency", "GBP"),
            ("source", "referral"),
            ("expected_close_on", "2026-12-18"),
            ("description", "Two sites.\nOne contract."),
        ];
        sent(&house, &format!("{deal}/edit"), &[form.as_slice(), &more].concat()).await;
        let english = told(&house, &house.rep, &deal).await;
        assert_eq!(
            english[0],
            "What they want Wi-Fi → Wi-Fi, two sites; Amount £18,400 → £20,000.50; Expected close not set → 18 Dec; \
             Description rewritten Two sites. One contract. Robin Reed 10:00"
        );
        speaks_russian(&house, &house.rep).await;
        let russian = told(&house, &house.rep, &deal).await;
        let russian = russian[0].replace('\u{a0}', " ");
        let changed =
            "Сумма 18 400 £ → 20 000,50 £; Ожидаемое закрытие не указано → 18 дек.; Описание новый текст";
        assert!(russian.contains(changed), "{russian}");
    });
}

#[test]
fn a_changed_list_says_what_it_got_and_lost_and_names_records_by_links() {
    run(async |house| {
        let boss = house.actor(&house.boss).await;
        let post = |role: &str| Post { company_id: house.company, role: role.to_owned() };
        let fields =
            PersonFields { name: "Tom Keller".into(), phones: vec!["1".into()], ..PersonFields::default() };
        let act = CreatePerson { fields, ..CreatePerson::default() };
        let id = house.desk.write(&boss, act).await.unwrap();
        let kept = house.desk.read(&boss, PersonPage { id }).await.unwrap().person;
        let fields =
            PersonFields { phones: vec!["2".into(), "3".into()], ..kept.fields(vec![post("Director")]) };
        house.desk.write(&boss, EditPerson { id, version: 1, fields }).await.unwrap();
        let page = house.get(&house.boss, &format!("/people/{id}")).await;
        assert_eq!(
            sentences(&page)[0],
            "Phones added 2, 3, removed 1; Companies added Kestrel Logistics (Director) Ada Boss 10:00"
        );
        let link = format!("<a href=\"/companies/{}\">Kestrel Logistics</a> (Director)", house.company);
        assert!(page.text.contains(&link), "{}", page.text);
        let kept = house.desk.read(&boss, PersonPage { id }).await.unwrap().person;
        let fields = PersonFields { phones: vec!["3".into(), "2".into()], ..kept.fields(vec![post("CEO")]) };
        house.desk.write(&boss, EditPerson { id, version: 2, fields }).await.unwrap();
        let again = told(&house, &house.boss, &format!("/people/{id}")).await;
        let role = "Kestrel Logistics (Director) → Kestrel Logistics (CEO)";
        assert_eq!(again[0], format!("Phones in another order; Companies {role} Ada Boss 10:00"));
    });
}

#[test]
fn an_owner_is_told_by_name_and_a_parent_out_of_reach_is_not() {
    run(async |house| {
        let boss = house.actor(&house.boss).await;
        let fields = CompanyFields { name: "Holding".into(), ..CompanyFields::default() };
        let act = desk::company::CreateCompany { fields, ..Default::default() };
        let holding = house.desk.write(&boss, act).await.unwrap();
        let kept = house.desk.read(&boss, CompanyPage { id: house.company }).await.unwrap().company;
        let fields =
            CompanyFields { parent_id: Some(holding), annual_revenue: Some(900_000), ..kept.fields() };
        house.desk.write(&boss, EditCompany { id: house.company, version: 1, fields }).await.unwrap();
        let page = format!("/companies/{}", house.company);
        let seen = told(&house, &house.boss, &page).await;
        assert_eq!(seen[0], "Part of not set → Holding; Revenue a year not set → €9,000 Ada Boss 10:00");
        let blind = told(&house, &house.rep, &page).await;
        assert_eq!(
            blind[0],
            "Part of not set → out of your reach; Revenue a year not set → €9,000 Ada Boss 10:00"
        );
        sent(&house, &format!("{page}/owner"), &[]).await;
        assert_eq!(told(&house, &house.rep, &page).await[0], "Owner not set → Robin Reed Robin Reed 10:00");
    });
}

#[test]
fn a_refusal_tells_its_reason_as_people_say_it() {
    run(async |house| {
        let deal = deal(&house).await;
        let id = deal.rsplit('/').next().unwrap();
        let log =
            [("deal", id), ("mode", "log"), ("type", "call"), ("on_day", "2026-11-23"), ("started", "08:30")];
        let no = [("minutes", "15"), ("outcome", "declined"), ("words", "No."), ("back", deal.as_str())];
        sent(&house, "/activities", &[log.as_slice(), &no].concat()).await;
        let form = [
            ("ask-reason", "price"),
            ("ask-explanation", "Too dear for one yard."),
            ("accepts", "fresh-note"),
        ];
        sent(&house, &format!("{deal}/moves/say-no"), &form).await;
        let all = told(&house, &house.rep, &deal).await;
        let moved =
            "Moved to Lost from Prospect Too dear for one yard. Price Client said no · Robin Reed 10:00";
        assert!(all.contains(&moved.to_owned()), "{all:#?}");
        assert!(all.contains(&"Call 15 min, said no No. Robin Reed 10:00".to_owned()), "{all:#?}");
    });
}

#[test]
fn the_composer_stands_on_every_record_for_those_who_may_write() {
    run(async |house| {
        let deal = deal(&house).await;
        let id = deal.rsplit('/').next().unwrap().to_owned();
        let company = format!("/companies/{}", house.company);
        for (page, on) in [
            (deal, format!("deal={id}")),
            (company, format!("company={}", house.company)),
            ("/people/1".to_owned(), "person=1".to_owned()),
        ] {
            let seen = house.get(&house.rep, &page).await.text;
            assert!(seen.contains(&format!("data-composer=\"/activities/new?{on}&amp;mode=log\"")), "{seen}");
            assert!(seen.contains("Write a note, or type / for an activity"));
            assert!(!house.get(&house.reader, &page).await.text.contains("data-composer"), "{page}");
        }
    });
}

#[test]
fn filters_keep_to_activities_or_to_changes() {
    run(async |house| {
        let deal = deal(&house).await;
        let id = deal.rsplit('/').next().unwrap().to_owned();
        sent(&house, "/notes", &[("deal", &id), ("body", "Ask for Marek")]).await;
        for page in [deal, format!("/companies/{}", house.company)] {
            let activities = told(&house, &house.rep, &format!("{page}?show=activities")).await.join("|");
            assert!(
                activities.contains("Ask for Marek") && !activities.contains("Deal added"),
                "{activities}"
            );
            let changes = told(&house, &house.rep, &format!("{page}?show=changes")).await.join("|");
            assert!(!changes.contains("Ask for Marek") && changes.contains("Deal added"), "{changes}");
        }
    });
}

#[test]
fn earlier_entries_come_without_a_page_around_them_to_a_script() {
    run(async |house| {
        let company = house.company.to_string();
        for at in 0..22 {
            sent(&house, "/notes", &[("company", &company), ("body", &format!("Note {at}."))]).await;
        }
        let page = house.get(&house.rep, &format!("/companies/{company}")).await;
        assert_eq!(sentences(&page).len(), 20);
        let at = page.text.find("data-hx-get=\"/companies/").unwrap() + "data-hx-get=\"".len();
        let more = page.text[at..].split('"').next().unwrap().replace("&amp;", "&");
        let request = house.page(Method::GET, &house.rep, &more).header("hx-request", "true");
        let earlier = house.send(request.body(Body::empty()).unwrap()).await;
        assert!(!earlier.text.contains("<html"), "{}", earlier.text);
        let earlier = sentences(&earlier);
        assert_eq!(earlier.len(), 3, "{earlier:#?}");
        assert!(earlier[0].contains("Note 1.") && earlier[2].starts_with("Company added"));
    });
}
