//! Nothing falls between two chairs.

use desk::Error;
use desk::activity::{CancelActivity, CompleteActivity, RescheduleActivity};
use desk::look::DealPage;
use store::rows::events::Of;

use crate::house::{House, hour};

on_both! {
    // Seed 003.2.
    async fn completing_the_last_planned_activity_asks_for_the_next_before_it_saves(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let planned = room.desk.read(&house.boss, DealPage { id: deal }).await.unwrap().activities[0].id;
        let before = room.rows().await;
        let bare = CompleteActivity { id: planned, outcome: Some("reached".into()), ..CompleteActivity::default() };
        let refused = room.desk.write(&house.boss, bare.clone()).await;
        assert!(matches!(refused, Err(Error::NextStepRequired { of }) if of == Of::Deal(deal)));
        let cancelled = room.desk.write(&house.boss, CancelActivity { id: planned, next_step: None }).await;
        assert!(matches!(cancelled, Err(Error::NextStepRequired { .. })));
        assert_eq!(room.rows().await, before);
        let full = CompleteActivity { next_step: Some(hour("meeting", "2026-11-26T09:00:00Z")), ..bare };
        let done = room.desk.write(&house.boss, full).await.unwrap();
        let seen = room.desk.read(&house.boss, DealPage { id: deal }).await.unwrap();
        assert_eq!(seen.activities.iter().map(|activity| activity.id).collect::<Vec<_>>(), [done.next_step.unwrap()]);
    }

    // Seed 003.8.
    async fn postponing_is_counted(room: &Room) {
        let house = House::new(room).await;
        let deal = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let planned = room.desk.read(&house.boss, DealPage { id: deal }).await.unwrap().activities[0].id;
        for (start, postponed) in [("2026-12-01T09:00:00Z", 1), ("2026-11-30T09:00:00Z", 1), ("2026-12-02T09:00:00Z", 2)] {
            let act = RescheduleActivity { id: planned, fields: hour("call", start) };
            room.desk.write(&house.boss, act).await.unwrap();
            let seen = room.desk.read(&house.boss, DealPage { id: deal }).await.unwrap();
            assert_eq!(seen.activities[0].postponed, postponed);
        }
    }
}
