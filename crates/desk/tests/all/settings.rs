//! What the installation shares, and what members are told.

use desk::Error;
use desk::notification::*;
use desk::settings::*;
use process::{Lang, Words};
use sales::calendar::WorkingHours;
use sales::{Fault, FieldError, Owners, Reach, Role};
use store::rows::{choices, installation, notifications};

on_both! {
    async fn preparing_twice_changes_nothing(room: &Room) {
        let call = choice(room, "activity-type", "call").await;
        let boss = room.boss().await;
        room.desk.write(&boss, RenameChoice { id: call, title: Words::new("Ring", "Звонок") }).await.unwrap();
        let before = room.rows().await;
        room.desk.write(&room.system(), Prepare).await.unwrap();
        assert_eq!(room.rows().await, before);
        assert!(matches!(room.desk.write(&boss, Prepare).await, Err(Error::Forbidden)));
    }

    async fn a_new_installation_has_words_in_every_list(room: &Room) {
        for (list, count) in [("activity-type", 14), ("deal-type", 5), ("source", 7), ("reason", 4), ("document-kind", 7)] {
            let look = ListChoices { list: Some(list.to_owned()) };
            assert_eq!(room.desk.read(&room.system(), look).await.unwrap().len(), count, "{list}");
        }
    }

    async fn the_working_calendar_is_what_the_installation_says(room: &Room) {
        let boss = room.boss().await;
        let monday = Some((10 * 60, 16 * 60));
        let change = ChangeInstallation {
            company_name: "Krechet".into(),
            base_currency: "rub".into(),
            time_zone: "Asia/Omsk".into(),
            language: Lang::Ru,
            working_hours: WorkingHours([monday, None, None, None, None, None, None]),
        };
        room.desk.write(&boss, change.clone()).await.unwrap();
        let day = jiff::civil::date(2026, 11, 30);
        let holiday = AddHoliday { day, title: "Feast".into() };
        room.desk.write(&boss, holiday.clone()).await.unwrap();
        let calendar = room.desk.store().read(installation::calendar).await.unwrap();
        assert_eq!(calendar.zone.iana_name(), Some("Asia/Omsk"));
        assert!(calendar.hours_on(day).is_none());
        let (open, _) = calendar.hours_on(jiff::civil::date(2026, 12, 7)).unwrap();
        assert_eq!(open.to_string(), "2026-12-07T04:00:00Z");
        let twice = faults(room.desk.write(&boss, holiday).await);
        assert_eq!(twice, [FieldError::new("day", Fault::Taken { by: "2026-11-30".into() })]);

        let odd = ChangeInstallation { working_hours: WorkingHours([Some((600, 600)); 7]), ..change };
        assert_eq!(faults(room.desk.write(&boss, odd).await)[0].field, "working_hours");
        assert_eq!(room.desk.read(&boss, Installation).await.unwrap().base_currency, "RUB");
    }

    async fn a_word_is_added_ordered_retired_and_restored(room: &Room) {
        let boss = room.boss().await;
        let add = AddChoice { list: "source".into(), key: None, title: Words::new("", "Выставка") };
        let id = room.desk.write(&boss, add.clone()).await.unwrap();
        assert_eq!(faults(room.desk.write(&boss, add).await)[0].field, "key");
        room.desk.write(&boss, ReorderChoices { list: "source".into(), ids: vec![id] }).await.unwrap();
        room.desk.write(&boss, RetireChoice { id }).await.unwrap();
        let offered = room.desk.store().read(|tx| choices::list_terms(tx, "source")).await.unwrap();
        assert_eq!(offered[0].key, "event");
        room.desk.write(&boss, RestoreChoice { id }).await.unwrap();
        let offered = room.desk.store().read(|tx| choices::list_terms(tx, "source")).await.unwrap();
        assert_eq!((offered[0].key.as_str(), offered[0].title.en.as_str()), ("выставка", "Выставка"));
        assert_eq!(offered[1].key, "event");
    }

    async fn a_product_written_together_or_apart_is_the_same(room: &Room) {
        let boss = room.boss().await;
        let fields = ProductFields {
            name: "GTX Pro".into(),
            series: Some(" GTX ".into()),
            list_price: Some(482_100),
            currency: "usd".into(),
        };
        let id = room.desk.write(&boss, AddProduct { fields: fields.clone() }).await.unwrap();
        let again = AddProduct { fields: ProductFields { name: "GTXPro".into(), ..fields.clone() } };
        assert_eq!(faults(room.desk.write(&boss, again).await)[0].field, "name");
        room.desk.write(&boss, RetireProduct { id }).await.unwrap();
        let dear = ProductFields { list_price: Some(-1), ..fields };
        assert_eq!(faults(room.desk.write(&boss, ChangeProduct { id, fields: dear }).await)[0].fault, Fault::Negative);
        let row = room.desk.read(&boss, ListProducts).await.unwrap().remove(0);
        assert_eq!((row.series.as_deref(), row.currency.as_str(), row.retired_at.is_some()), (Some("GTX"), "USD", true));
    }

    async fn a_changed_reach_counts_from_the_next_request_on(room: &Room) {
        let boss = room.boss().await;
        let ann = room.member(&boss, "Ann", Role::Rep, None).await;
        assert_eq!(room.actor(ann).await.reads, Owners::Only(vec![ann]));
        let reach = RoleReach { role: Role::Rep, reads: Reach::All, writes: Reach::Own };
        room.desk.write(&boss, ChangeRoleReach { reach }).await.unwrap();
        let actor = room.actor(ann).await;
        assert_eq!((actor.reads, actor.writes), (Owners::Everyone, Owners::Only(vec![ann])));
        assert!(room.desk.read(&boss, ListRoleReach).await.unwrap().contains(&reach));
    }

    async fn the_reach_of_administrators_stays(room: &Room) {
        let boss = room.boss().await;
        let before = room.rows().await;
        let reach = RoleReach { role: Role::Administrator, reads: Reach::Own, writes: Reach::Own };
        assert_eq!(faults(room.desk.write(&boss, ChangeRoleReach { reach }).await)[0].field, "role");
        let blind = RoleReach { role: Role::Rep, reads: Reach::Own, writes: Reach::All };
        assert_eq!(faults(room.desk.write(&boss, ChangeRoleReach { reach: blind }).await)[0].field, "writes");
        assert_eq!(room.rows().await, before);
    }

    async fn settings_are_for_administrators_alone(room: &Room) {
        let boss = room.boss().await;
        let manager = room.member(&boss, "Ann", Role::Manager, None).await;
        let ann = room.actor(manager).await;
        let before = room.rows().await;
        let word = AddChoice { list: "reason".into(), key: None, title: Words::same("Weather") };
        assert!(matches!(room.desk.write(&ann, word).await, Err(Error::Forbidden)));
        assert!(matches!(room.desk.write(&ann, RetireChoice { id: 1 }).await, Err(Error::Forbidden)));
        let product = AddProduct { fields: ProductFields::default() };
        assert!(matches!(room.desk.write(&ann, product).await, Err(Error::Forbidden)));
        let reach = RoleReach { role: Role::Manager, reads: Reach::All, writes: Reach::All };
        assert!(matches!(room.desk.write(&ann, ChangeRoleReach { reach }).await, Err(Error::Forbidden)));
        assert!(matches!(room.desk.write(&ann, RemoveHoliday { id: 1 }).await, Err(Error::Forbidden)));
        let nobody = desk::access::visitor();
        assert!(matches!(room.desk.read(&nobody, ListChoices::default()).await, Err(Error::Forbidden)));
        assert!(matches!(room.desk.read(&nobody, ListProducts).await, Err(Error::Forbidden)));
        assert_eq!(room.rows().await, before);
    }

    async fn notifications_are_ones_own_and_read_once(room: &Room) {
        let boss = room.boss().await;
        let (mine, now) = (boss.member.unwrap(), room.clock.now());
        let ann = room.member(&boss, "Ann", Role::Rep, None).await;
        let told = move |tx: &mut store::Tx| {
            for (member, body) in [(mine, "1"), (ann, "2"), (mine, "3"), (mine, "4")] {
                notifications::insert(tx, member, None, "note", body, now)?;
            }
            Ok::<_, store::Error>(())
        };
        room.desk.store().write(told).await.unwrap();
        let page = room.desk.read(&boss, ListNotifications { before: None, limit: 2 }).await.unwrap();
        assert_eq!(page.iter().map(|row| row.body.as_str()).collect::<Vec<_>>(), ["4", "3"]);
        let next = ListNotifications { before: Some(page[1].id), limit: 2 };
        assert_eq!(room.desk.read(&boss, next).await.unwrap()[0].body, "1");
        let other = room.actor(ann).await;
        assert_eq!(room.desk.write(&other, MarkRead::One(page[0].id)).await.unwrap(), 0);
        assert_eq!(room.desk.write(&boss, MarkRead::One(page[0].id)).await.unwrap(), 1);
        assert_eq!(room.desk.read(&boss, UnreadCount).await.unwrap(), 2);
        assert_eq!(room.desk.write(&boss, MarkRead::All).await.unwrap(), 2);
        assert_eq!(room.desk.read(&other, UnreadCount).await.unwrap(), 1);
    }
}

fn faults<T>(answer: Result<T, Error>) -> Vec<FieldError> {
    match answer {
        Err(Error::Invalid(faults)) => faults,
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("not refused"),
    }
}

async fn choice(room: &crate::room::Room, list: &str, key: &str) -> i64 {
    let all = room.desk.read(&room.system(), ListChoices { list: Some(list.to_owned()) }).await.unwrap();
    all.into_iter().find(|row| row.key == key).unwrap().id
}
