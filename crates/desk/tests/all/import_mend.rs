//! Rows to mend: page by page, by their reason, and all with the same reason at once.

use desk::import::{
    Brought, CheckImport, ListMendRows, MendPage, MendPageSeen, MendedAll, Remedy, Turn, Why, mend_all,
};
use desk::{Conflict, Error};
use intake::ReasonCode;
use sales::Actor;

use crate::import::{Files, assert_sound, boss, bring, count, draft, small, undo, view};
use crate::room::Room;

const MAVEN: &str = include_str!("../../../../mappings/maven.yaml");

/// Deals of which rows wait for one answer each: dates, figures, stages, names, clients.
const ODD: &str = "\
name: odd
title: { en: Odd, ru: Разное }
files:
  - match: odd.csv
    record: deal
    process: six-stage-funnel
    columns:
      Id: { to: deal.source_id }
      Name: { to: deal.name }
      Client: { to: deal.company }
      Stage: { to: deal.stage, values: { Begun: prospect } }
      Closed: { to: deal.expected_close_on }
      Worth: { to: deal.amount }
";

fn odd() -> Files {
    let rows = "Id,Name,Client,Stage,Closed,Worth\n1,A,Acme,Begun,03/04/2026,\"1,234\"\n2,B,,Begun,,5\n\
        3,C,Acne,Met,,6\n4,D,Acme,Met,05/06/2026,7\n5,E,Acme,Seen,,8\n6,F,Acme,Begun,,9\n";
    vec![("odd.csv".to_owned(), rows.as_bytes().to_vec())]
}

fn why(code: ReasonCode, column: &str) -> Why {
    Why { file: 0, code, column: Some(column.to_owned()) }
}

async fn whys(room: &Room, by: &Actor, id: i64) -> Vec<(String, u64)> {
    let report = view(room, by, id).await.report;
    let told = |count: &desk::import::WhyCount| (format!("{:?}", count.why.code), count.rows);
    let mut whys: Vec<_> = report.why.iter().map(told).collect();
    whys.sort();
    whys
}

async fn page(room: &Room, by: &Actor, id: i64, why: Option<Why>, turn: Turn) -> MendPageSeen {
    room.desk.read(by, MendPage { id, why, turn }).await.unwrap()
}

on_both! {
    async fn rows_to_mend_turn_page_by_page_and_back(room: &Room) {
        let boss = boss(room).await;
        let (id, _) = bring(room, &boss, MAVEN, small(1200)).await;
        let first = page(room, &boss, id, None, Turn::After(0)).await;
        assert_eq!((first.rows.len(), first.before, first.total), (50, 0, 120));
        let last = |seen: &MendPageSeen| Turn::After(seen.rows.last().unwrap().id);
        let second = page(room, &boss, id, None, last(&first)).await;
        let third = page(room, &boss, id, None, last(&second)).await;
        assert_eq!((third.rows.len(), third.before), (20, 100));
        let back = page(room, &boss, id, None, Turn::Before(third.rows[0].id)).await;
        assert_eq!((back.rows, back.before), (second.rows, 50));
    }

    async fn rows_are_counted_and_found_by_their_reason(room: &Room) {
        let boss = boss(room).await;
        bring(room, &boss, MAVEN, small(1)).await;
        let (id, report) = bring(room, &boss, ODD, odd()).await;
        assert_eq!(report.deals.unwrap().line(), "6 rows: 1 imported, 5 to mend");
        let told = [("AmbiguousDate", 2), ("AmbiguousNumber", 1), ("ClientMissing", 1), ("UnknownStage", 3)];
        assert_eq!(whys(room, &boss, id).await, told.map(|(code, rows)| (code.to_owned(), rows)));
        let met = page(room, &boss, id, Some(why(ReasonCode::UnknownStage, "Stage")), Turn::After(0)).await;
        assert_eq!(met.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [4, 5, 6]);
        let none = page(room, &boss, id, Some(why(ReasonCode::UnknownStage, "Client")), Turn::After(0)).await;
        assert_eq!((none.rows.len(), none.total), (0, 0));
    }

    async fn one_answer_mends_all_rows_with_the_same_reason(room: &Room) {
        let boss = boss(room).await;
        bring(room, &boss, MAVEN, small(1)).await;
        let (id, _) = bring(room, &boss, ODD, odd()).await;
        let mend = async |code, column, remedy| {
            mend_all(&room.desk, &boss, id, why(code, column), remedy).await.unwrap()
        };
        let done = mend(ReasonCode::AmbiguousDate, "Closed", Remedy::DayFirst).await;
        assert_eq!(done, MendedAll { imported: 0, known: 0, still: 2 });
        let done = mend(ReasonCode::AmbiguousNumber, "Worth", Remedy::Point).await;
        assert_eq!(done, MendedAll { imported: 1, ..MendedAll::default() });
        // The rows with this word alone; of one of them the client's name is still odd.
        let means = Remedy::Means { word: "Met".into(), means: "discovery".into() };
        let done = mend(ReasonCode::UnknownStage, "Stage", means).await;
        assert_eq!(done, MendedAll { imported: 1, known: 0, still: 1 });
        let done = mend(ReasonCode::NotFound, "Client", Remedy::Make).await;
        assert_eq!(done, MendedAll { imported: 1, ..MendedAll::default() });
        let done = mend(ReasonCode::ClientMissing, "Client", Remedy::Value("Walk-in".into())).await;
        assert_eq!(done, MendedAll { imported: 1, ..MendedAll::default() });
        assert_eq!(whys(room, &boss, id).await, [("UnknownStage".to_owned(), 1)]);
        let view = view(room, &boss, id).await;
        assert_eq!(view.report.deals.unwrap().line(), "6 rows: 5 imported, 1 to mend");
        assert!(view.mapping.contains("day/month/year") && view.mapping.contains("Met: discovery"), "{}", view.mapping);
        assert!(!view.mapping.contains("Walk-in"), "a value is of these rows alone");
        let closed: (i64,) = room.desk.store().read(|tx| tx.one(
            "SELECT COUNT(*) FROM deals WHERE expected_close_on = '2026-04-03' AND amount = 123400", &[])).await.unwrap();
        assert_eq!(closed.0, 1, "day first, and the comma parts thousands");
        assert_sound(room, &boss).await;
        assert_eq!(undo(room, &boss, id, false).await.left, 0);
    }

    async fn an_answer_for_all_rows_is_refused_without_a_value_and_before_the_end(room: &Room) {
        let boss = boss(room).await;
        let id = draft(room, &boss, ODD, odd()).await;
        let before = room.rows().await;
        let client = || why(ReasonCode::ClientMissing, "Client");
        let early = mend_all(&room.desk, &boss, id, client(), Remedy::Value("Acme".into())).await;
        assert!(matches!(early, Err(Error::Conflict(Conflict::ImportState))));
        let empty = mend_all(&room.desk, &boss, id, client(), Remedy::Value("  ".into())).await;
        assert!(matches!(empty, Err(Error::Invalid(_))));
        assert_eq!(room.rows().await, before);
    }

    async fn many_rows_without_a_client_get_one_in_batches(room: &Room) {
        let boss = boss(room).await;
        let (id, _) = bring(room, &boss, MAVEN, small(4300)).await;
        let why = view(room, &boss, id).await.report.why[0].why.clone();
        let done = mend_all(&room.desk, &boss, id, why, Remedy::Value("Unknown client".into())).await.unwrap();
        assert_eq!(done, MendedAll { imported: 430, ..MendedAll::default() });
        assert_eq!(view(room, &boss, id).await.report.deals.unwrap().line(), "4300 rows: 4300 imported, 0 to mend");
        assert_eq!(room.desk.read(&boss, ListMendRows { id, after: 0 }).await.unwrap(), []);
        assert_sound(room, &boss).await;
    }

    async fn the_check_of_a_draft_counts_as_the_import_will(room: &Room) {
        let boss = boss(room).await;
        bring(room, &boss, MAVEN, small(1)).await;
        bring(room, &boss, ODD, vec![("odd.csv".to_owned(), b"Id,Name,Client,Stage,Closed,Worth\n6,F,Acme,Begun,,9\n".to_vec())]).await;
        let id = draft(room, &boss, ODD, odd()).await;
        let before = room.rows().await;
        let checked = room.desk.read_slowly(&boss, CheckImport { id }).await.unwrap();
        assert_eq!(room.rows().await, before);
        assert_eq!(checked.known.iter().map(|row| (row.line, row.name.as_str())).collect::<Vec<_>>(), [(7, "6")]);
        assert_eq!(checked.to_mend.len(), 5);
        room.desk.write(&boss, desk::import::StartImport { id }).await.unwrap();
        assert_eq!(crate::import::finish(room, id).await, checked.report);
    }

    async fn what_an_import_made_is_listed_within_reach(room: &Room) {
        let boss = boss(room).await;
        let (id, _) = bring(room, &boss, MAVEN, small(200)).await;
        let look = |after| Brought { id, kind: Some("deal".to_owned()), after };
        let seen = room.desk.read(&boss, look(0)).await.unwrap();
        assert_eq!(seen.counts, [("deal", 180), ("company", 6), ("product", 2), ("member", 6), ("team", 4)]);
        assert_eq!((seen.records.len(), seen.more), (100, true));
        let rest = room.desk.read(&boss, look(seen.records[99].id)).await.unwrap();
        assert_eq!((rest.records.len(), rest.more), (80, false));
        // A manager of nobody sees only what everybody shares.
        let alone = Actor { reads: sales::Owners::Only(vec![boss.member.unwrap()]), ..boss.clone() };
        let seen = room.desk.read(&alone, look(0)).await.unwrap();
        assert!(seen.records.is_empty() && seen.counts.iter().all(|(kind, _)| *kind != "deal"));
        assert_eq!(count(room, "deals").await, 180);
    }
}
