//! The real files, where `DEALWRIGHT_REAL_DATA` names the folder that has them. They are never in the project.

use std::path::Path;
use std::time::Instant;

use desk::look::SummaryBy;
use desk::process::PublishProcess;
use sales::Actor;

use crate::house::FUNNEL;
use crate::import::{Files, assert_sound, bring, count, draft, groups, others, undo};
use crate::room::Room;

const MAVEN: &str = include_str!("../../../../mappings/maven.yaml");
const MIXED: &str = include_str!("../../../../mappings/maven-mixed-dates.yaml");
pub const RUSSIAN: &str = include_str!("../../../../mappings/ru-deals.yaml");
const SIMPLE: &str = include_str!("../../../../processes/simple-deal/process.yaml");

/// All files of a folder; none (said aloud) where there is no real data.
pub fn real(folder: &str) -> Option<Files> {
    let Some(data) = std::env::var_os("DEALWRIGHT_REAL_DATA") else {
        eprintln!("{folder}: DEALWRIGHT_REAL_DATA is not set; only the generated files are imported");
        return None;
    };
    let mut files = Files::new();
    for entry in std::fs::read_dir(Path::new(&data).join(folder)).unwrap() {
        let path = entry.unwrap().path();
        files.push((path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()));
    }
    files.sort();
    Some(files)
}

pub async fn boss(room: &Room) -> Actor {
    let boss = room.boss().await;
    for definition in [FUNNEL, SIMPLE] {
        room.desk
            .write(&boss, PublishProcess { definition: definition.to_owned(), active: true })
            .await
            .unwrap();
    }
    boss
}

async fn named(room: &Room, by: &Actor, what: SummaryBy, status: Option<&str>) -> Vec<(String, i64, i64)> {
    let mut groups = groups(room, by, what, status).await;
    groups.sort();
    groups
}

fn row(key: &str, count: i64, minor: i64) -> (String, i64, i64) {
    (key.to_owned(), count, minor)
}

on_both! {
    async fn a_real_pipeline_comes_in_and_goes_again_without_a_trace(room: &Room) {
        let Some(files) = real("maven_crm") else { return };
        let boss = boss(room).await;
        let before = others(room).await;
        let begun = Instant::now();
        let (id, report) = bring(room, &boss, MAVEN, files.clone()).await;
        eprintln!("imported in {:?}", begun.elapsed());
        assert_eq!(report.deals.unwrap().line(), "8800 rows: 7375 imported, 1425 to mend");
        let status = named(room, &boss, SummaryBy::Status, None).await;
        assert_eq!(status.iter().map(|(key, count, _)| (key.as_str(), *count)).collect::<Vec<_>>(),
            [("lost", 2473), ("open", 664), ("won", 4238)]);
        assert_eq!(status[2].2, 1_000_553_400);
        let quarters = named(room, &boss, SummaryBy::QuarterClosed, Some("won")).await;
        assert_eq!(quarters.iter().map(|(key, _, minor)| (key.as_str(), minor / 100)).collect::<Vec<_>>(),
            [("2017-Q1", 1_134_672), ("2017-Q2", 3_086_111), ("2017-Q3", 2_982_255), ("2017-Q4", 2_802_496)]);
        let stages = named(room, &boss, SummaryBy::Stage, Some("open")).await;
        assert_eq!(stages.iter().map(|(key, count, _)| (key.as_str(), *count)).collect::<Vec<_>>(),
            [("discovery", 501), ("prospect", 163)]);
        let gtx_pro = named(room, &boss, SummaryBy::Product, None).await;
        assert!(gtx_pro.iter().any(|(key, ..)| key == "GTX Pro") && gtx_pro.len() == 7);
        assert_eq!((count(room, "companies").await, count(room, "products").await), (85, 7));
        // 35 agents and 6 managers beside the first administrator; 6 teams under 3 regional ones.
        assert_eq!((count(room, "members").await, count(room, "teams").await), (42, 9));
        let below: (i64,) = room.desk.store().read(|tx| tx.one(
            "SELECT COUNT(*) FROM companies WHERE parent_id IS NOT NULL", &[])).await.unwrap();
        assert_eq!(below.0, 15);
        assert_sound(room, &boss).await;
        let begun = Instant::now();
        assert_eq!(undo(room, &boss, id, false).await.left, 0);
        eprintln!("undone in {:?}", begun.elapsed());
        assert_eq!(others(room).await, before);
        // And once more, with a client for those that have none.
        let mut mapping = intake::Mapping::from_yaml(MAVEN).unwrap();
        mapping.set("company.when_missing", "Unknown client").unwrap();
        let (_, report) = bring(room, &boss, &mapping.to_yaml().unwrap(), files).await;
        assert_eq!(report.deals.unwrap().line(), "8800 rows: 8800 imported, 0 to mend");
        let status = named(room, &boss, SummaryBy::Status, None).await;
        assert_eq!(status[1].1, 2089);
        assert_sound(room, &boss).await;
    }

    async fn mixed_dates_are_the_dates_of_the_clean_file(room: &Room) {
        let Some(files) = real("maven_crm") else { return };
        let boss = boss(room).await;
        let dates = || async {
            room.desk.store().read(|tx| tx.all::<(String, i64, Option<i64>)>(
                "SELECT source_id, stage_entered_at, closed_at FROM deals ORDER BY source_id", &[])).await.unwrap()
        };
        let (id, _) = bring(room, &boss, MAVEN, files.clone()).await;
        let clean = dates().await;
        undo(room, &boss, id, false).await;
        let (_, report) = bring(room, &boss, MIXED, files).await;
        assert_eq!(report.deals.unwrap().line(), "8800 rows: 7375 imported, 1425 to mend");
        assert_eq!(dates().await, clean);
    }

    async fn both_russian_files_hold_the_same_deals(room: &Room) {
        let Some(files) = real("made_ru_csv") else { return };
        let boss = boss(room).await;
        let before = others(room).await;
        let [first, second] = files.try_into().unwrap();
        let (id, report) = bring(room, &boss, RUSSIAN, vec![first]).await;
        assert_eq!(report.deals.unwrap().line(), "500 rows: 500 imported, 0 to mend");
        let mut stages = named(room, &boss, SummaryBy::Stage, None).await;
        stages.iter_mut().for_each(|stage| stage.2 = 0);
        assert_eq!(stages, [
            row("completed", 49, 0), row("contract", 52, 0), row("final-payment", 60, 0), row("invoice", 54, 0),
            row("new", 54, 0), row("prepayment", 63, 0), row("production", 56, 0), row("refused", 56, 0),
            row("shipment", 56, 0),
        ]);
        let sums: Vec<(String, i64)> = room.desk.store().read(|tx| tx.all(
            "SELECT currency, CAST(SUM(amount) AS BIGINT) FROM deal_totals GROUP BY currency ORDER BY currency", &[]))
            .await.unwrap();
        assert_eq!(sums.iter().map(|(currency, minor)| (currency.as_str(), *minor)).collect::<Vec<_>>(),
            [("EUR", 370_464_187), ("KZT", 352_192_185), ("RUB", 1_079_297_739), ("USD", 373_673_654)]);
        let known = count(room, "deals").await;
        let (_, again) = bring(room, &boss, RUSSIAN, vec![second]).await;
        assert_eq!(again.deals.unwrap().line(), "500 rows: 0 imported, 0 to mend, 500 known already");
        assert_eq!(count(room, "deals").await, known);
        assert_sound(room, &boss).await;
        undo(room, &boss, id, false).await;
        assert_eq!(others(room).await, before);
    }

    async fn unanswered_dates_are_kept_to_mend(room: &Room) {
        let Some(files) = real("maven_crm") else { return };
        let boss = boss(room).await;
        let mapping = MIXED.replace(", date: [month/day/year, day-month-year(2)]", "")
            .replace(", date: [month/day/year, month-day-year(2)]", "");
        let id = draft(room, &boss, &mapping, files).await;
        let preview = room.desk.read(&boss, desk::import::PreviewImport { id }).await.unwrap();
        assert_eq!(preview.files.last().unwrap().ambiguous, 4_511);
        // The slashed dates all have a day above twelve: one reading.
        assert_eq!(preview.questions.len(), 2);
    }
}
