//! Deals: made, edited, given away, put away.

use desk::Error;
use desk::deal::{ArchiveDeal, AssignDeal, CreateDeal, EditDeal, RestoreDeal};
use desk::look::{Board, BoardFilter, DealPage, Doctor};
use sales::deal::DealFields;
use sales::{Fault, FieldError, Role};

use crate::house::House;
use crate::room::Room;

async fn totals(room: &Room, house: &House) -> Vec<(String, i64, i64)> {
    let look = Board { process: None, filter: BoardFilter::default(), per_column: 20 };
    let seen = room.desk.read(&house.boss, look).await.unwrap();
    let columns = seen.columns.into_iter();
    columns
        .flat_map(|column| {
            let stage = column.stage;
            column.totals.by_currency.into_iter().map(move |sum| (stage.clone(), sum.deals, sum.amount))
        })
        .collect()
}

async fn healthy(room: &Room) {
    let complaints = room.desk.read_slowly(&room.system(), Doctor).await.unwrap();
    assert_eq!(complaints.iter().map(|complaint| &complaint.says).collect::<Vec<_>>(), Vec::<&String>::new());
}

on_both! {
    // Seeds 003.16, 002.11.
    async fn a_name_and_a_client_suffice_and_the_deal_begins_in_the_first_stage(room: &Room) {
        let house = House::new(room).await;
        let fields = DealFields { name: "Wi-Fi".into(), company_id: Some(house.company), ..DealFields::default() };
        let id = room.desk.write(&house.boss, CreateDeal { fields, ..CreateDeal::default() }).await.unwrap();
        let seen = room.desk.read(&house.boss, DealPage { id }).await.unwrap();
        assert_eq!((seen.deal.stage.as_str(), seen.deal.status.as_str(), seen.deal.currency.as_str()), ("prospect", "open", "EUR"));
        // 003.2: the stage's default next step was planned.
        assert_eq!(seen.activities.len(), 1);
        healthy(room).await;
    }

    // Seed 001.16.
    async fn a_deal_without_a_client_is_refused_and_changes_no_row(room: &Room) {
        let house = House::new(room).await;
        let before = room.rows().await;
        let fields = DealFields { name: "Wi-Fi".into(), ..DealFields::default() };
        let refused = room.desk.write(&house.boss, CreateDeal { fields, ..CreateDeal::default() }).await;
        assert!(matches!(refused, Err(Error::Invalid(faults)) if faults == [FieldError::new("company", Fault::ClientRequired)]));
        assert_eq!(room.rows().await, before);
    }

    async fn the_board_counts_and_sums_follow_every_change(room: &Room) {
        let house = House::new(room).await;
        let desk = &room.desk;
        let first = desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let second = desk.write(&house.boss, house.deal(None, 250)).await.unwrap();
        assert_eq!(totals(room, &house).await, [("prospect".into(), 2, 350)]);
        let seen = desk.read(&house.boss, DealPage { id: first }).await.unwrap();
        let fields = DealFields { amount: Some(900), ..seen.deal.fields(vec![], vec![]) };
        desk.write(&house.boss, EditDeal { id: first, version: seen.deal.version, fields }).await.unwrap();
        assert_eq!(totals(room, &house).await, [("prospect".into(), 2, 1150)]);
        desk.write(&house.boss, ArchiveDeal { id: second }).await.unwrap();
        assert_eq!(totals(room, &house).await, [("prospect".into(), 1, 900)]);
        desk.write(&house.boss, RestoreDeal { id: second }).await.unwrap();
        let rep = room.member(&house.boss, "Rhys", Role::Rep, None).await;
        desk.write(&house.boss, AssignDeal { id: second, to: rep }).await.unwrap();
        assert_eq!(totals(room, &house).await, [("prospect".into(), 2, 1150)]);
        healthy(room).await;
    }

    async fn the_second_of_two_who_edit_at_once_is_told(room: &Room) {
        let house = House::new(room).await;
        let id = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let seen = room.desk.read(&house.boss, DealPage { id }).await.unwrap();
        let edit = |amount| EditDeal {
            id,
            version: seen.deal.version,
            fields: DealFields { amount: Some(amount), ..seen.deal.fields(vec![], vec![]) },
        };
        room.desk.write(&house.boss, edit(1)).await.unwrap();
        assert!(matches!(room.desk.write(&house.boss, edit(2)).await, Err(Error::Stale)));
    }

    async fn a_rep_neither_sees_nor_changes_a_colleagues_deal(room: &Room) {
        let house = House::new(room).await;
        let id = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let rep = room.member(&house.boss, "Rhys", Role::Rep, None).await;
        let rep = room.actor(rep).await;
        let before = room.rows().await;
        assert!(matches!(room.desk.read(&rep, DealPage { id }).await, Err(Error::NotFound)));
        assert!(matches!(room.desk.write(&rep, ArchiveDeal { id }).await, Err(Error::NotFound)));
        assert_eq!(room.rows().await, before);
        let look = Board { process: None, filter: BoardFilter::default(), per_column: 20 };
        let board = room.desk.read(&rep, look).await.unwrap();
        assert!(board.columns.iter().all(|column| column.totals.by_currency.is_empty() && column.cards.cards.is_empty()));
    }

    async fn a_reader_sees_everything_and_changes_nothing(room: &Room) {
        let house = House::new(room).await;
        let id = room.desk.write(&house.boss, house.deal(None, 100)).await.unwrap();
        let reader = room.member(&house.boss, "Ruth", Role::Reader, None).await;
        let reader = room.actor(reader).await;
        let before = room.rows().await;
        assert!(room.desk.read(&reader, DealPage { id }).await.is_ok());
        assert!(matches!(room.desk.write(&reader, ArchiveDeal { id }).await, Err(Error::Forbidden)));
        assert!(matches!(room.desk.write(&reader, house.deal(None, 1)).await, Err(Error::Forbidden)));
        assert_eq!(room.rows().await, before);
    }
}
