//! Imports: files of a real seller's shape, made up here; the real ones in `import_real`.

use std::fmt::Write as _;

use desk::file::{AttachFile, Paper, Receiving, RemoveFile};
use desk::import::{
    self, CancelImport, CreateImport, ImportPage, ImportView, ListMendRows, MendRow, Mended, PreviewImport,
    Report, StartImport, StepOutcome, UndoImport, Undone,
};
use desk::look::{Doctor, Summary, SummaryBy};
use desk::note::WriteNote;
use desk::process::PublishProcess;
use desk::{Conflict, Error};
use sales::Actor;

use crate::house::FUNNEL;
use crate::room::Room;

pub type Files = Vec<(String, Vec<u8>)>;

const MAVEN: &str = include_str!("../../../../mappings/maven.yaml");

/// Four files: six companies of which two name a parent that comes later, two products, four agents under two heads
/// in two regions, and `deals` deals, of which every tenth open one has no company.
pub fn small(deals: usize) -> Files {
    let accounts = "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n\
        Acme,technolgy,1996,1100.04,2822,Kenya,Zoomit\nBeta,medical,1999,251.41,495,Norway,\n\
        Cancity,retail,2001,718.62,2448,Japan,Zoomit\nDomzoom,finance,1998,178.04,551,Philipines,\n\
        Etherton,services,1990,12.5,20,Chile,\nZoomit,software,1992,324.19,978,Italy,\n";
    let products = "product,series,sales_price\nGTX Pro,GTX,4821\nMG Special,MG,55\n";
    let teams = "sales_agent,manager,regional_office\nAnn Lee,Dora Head,Central\nBob Ray,Dora Head,Central\n\
        Cy Dow,Earl Top,East\nDee Fox,Earl Top,East\n";
    let mut pipeline =
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n"
            .to_owned();
    for n in 0..deals {
        let agent = ["Ann Lee", "Bob Ray", "Cy Dow", "Dee Fox"][n % 4];
        let product = ["GTXPro", "MG Special"][n % 2];
        let account = ["Acme", "Beta", "Cancity", "Domzoom", "Etherton", "Zoomit"][n % 6];
        let day = n % 28 + 1;
        let row = match n % 10 {
            0 => format!("D{n},{agent},{product},,Prospecting,,,"),
            1 => format!("D{n},{agent},{product},{account},Prospecting,,,"),
            2 => format!("D{n},{agent},{product},{account},Engaging,2016-11-{day:02},,"),
            3 | 4 => format!("D{n},{agent},{product},{account},Lost,2016-11-{day:02},2017-02-{day:02},0"),
            _ => {
                format!("D{n},{agent},{product},{account},Won,2016-11-{day:02},2017-03-{day:02},{}", 100 + n)
            }
        };
        writeln!(pipeline, "{row}").unwrap();
    }
    [
        ("accounts.csv", accounts.to_owned()),
        ("data_dictionary.csv", "Table,Field\naccounts,account\n".to_owned()),
        ("products.csv", products.to_owned()),
        ("sales_pipeline.csv", pipeline),
        ("sales_teams.csv", teams.to_owned()),
    ]
    .map(|(name, text)| (name.to_owned(), text.into_bytes()))
    .into()
}

pub async fn draft(room: &Room, by: &Actor, mapping: &str, files: Files) -> i64 {
    let act = CreateImport { title: "Import".into(), mapping: mapping.to_owned(), files };
    room.desk.write(by, act).await.unwrap()
}

pub async fn finish(room: &Room, id: i64) -> Report {
    loop {
        if let StepOutcome::Finished(report) = import::step(&room.desk, id).await.unwrap() {
            return report;
        }
    }
}

pub async fn bring(room: &Room, by: &Actor, mapping: &str, files: Files) -> (i64, Report) {
    let id = draft(room, by, mapping, files).await;
    room.desk.write(by, StartImport { id }).await.unwrap();
    (id, finish(room, id).await)
}

pub async fn undo(room: &Room, by: &Actor, id: i64, force: bool) -> Undone {
    import::undo(&room.desk, by, UndoImport { id, force }).await.unwrap()
}

/// Every row but those of imports themselves and of what the log says of them.
pub async fn others(room: &Room) -> Vec<String> {
    let mut rows = room.rows().await;
    rows.retain(|row| {
        !row.starts_with("import") && !row.contains("import-finished") && !row.contains("import-undone")
    });
    rows
}

pub async fn groups(
    room: &Room,
    by: &Actor,
    what: SummaryBy,
    status: Option<&str>,
) -> Vec<(String, i64, i64)> {
    let look = Summary { by: what, status: status.map(str::to_owned) };
    let groups = room.desk.read(by, look).await.unwrap();
    let minor = |group: &desk::look::Group| group.amounts.iter().map(|amount| amount.minor).sum();
    groups.iter().map(|group| (group.key.clone().unwrap_or_default(), group.count, minor(group))).collect()
}

pub async fn count(room: &Room, table: &str) -> usize {
    let start = format!("{table} ");
    room.rows().await.iter().filter(|row| row.starts_with(&start)).count()
}

pub async fn assert_sound(room: &Room, by: &Actor) {
    assert_eq!(room.desk.read_slowly(by, Doctor).await.unwrap(), []);
}

pub async fn boss(room: &Room) -> Actor {
    let boss = room.boss().await;
    room.desk.write(&boss, PublishProcess { definition: FUNNEL.to_owned(), active: true }).await.unwrap();
    boss
}

pub async fn view(room: &Room, by: &Actor, id: i64) -> ImportView {
    room.desk.read(by, ImportPage { id }).await.unwrap()
}

on_both! {
    async fn every_row_is_imported_or_kept_to_mend(room: &Room) {
        let boss = boss(room).await;
        let (id, report) = bring(room, &boss, MAVEN, small(300)).await;
        assert_eq!(report.deals.unwrap().line(), "300 rows: 270 imported, 30 to mend");
        assert_eq!(report.ignored, ["data_dictionary.csv"]);
        let status = groups(room, &boss, SummaryBy::Status, None).await;
        assert_eq!(status.iter().map(|(key, count, _)| (key.as_str(), *count)).collect::<Vec<_>>(),
            [("lost", 60), ("open", 60), ("won", 150)]);
        let view = view(room, &boss, id).await;
        assert_eq!((view.state.as_str(), view.percent, view.done, view.total), ("done", 100, 312, 312));
        assert_eq!((count(room, "companies").await, count(room, "products").await), (6, 2));
        // Four agents, two heads, the first administrator; two teams under two regional ones.
        assert_eq!((count(room, "members").await, count(room, "teams").await), (7, 4));
        assert_sound(room, &boss).await;
    }

    async fn a_parent_may_come_later_in_the_file(room: &Room) {
        let boss = boss(room).await;
        bring(room, &boss, MAVEN, small(1)).await;
        let children: Vec<(String,)> = room.desk.store().read(|tx| tx.all::<(String,)>(
            "SELECT c.name FROM companies c JOIN companies p ON p.id = c.parent_id WHERE p.name = 'Zoomit' ORDER BY 1",
            &[])).await.unwrap();
        assert_eq!(children, [("Acme".to_owned(),), ("Cancity".to_owned(),)]);
    }

    async fn a_source_id_never_comes_in_twice(room: &Room) {
        let boss = boss(room).await;
        bring(room, &boss, MAVEN, small(50)).await;
        let deals = count(room, "deals").await;
        let (_, again) = bring(room, &boss, MAVEN, small(60)).await;
        assert_eq!(again.deals.unwrap().line(), "60 rows: 9 imported, 6 to mend, 45 known already");
        assert_eq!(count(room, "deals").await, deals + 9);
        let id = draft(room, &boss, MAVEN, small(60)).await;
        let preview = room.desk.read(&boss, PreviewImport { id }).await.unwrap();
        assert_eq!(preview.files.iter().find(|file| file.name == "sales_pipeline.csv").unwrap().duplicate_rows, 54);
    }

    async fn an_undo_leaves_every_other_table_as_it_was(room: &Room) {
        let boss = boss(room).await;
        let before = others(room).await;
        let (id, _) = bring(room, &boss, MAVEN, small(300)).await;
        let undone = undo(room, &boss, id, false).await;
        assert_eq!((undone.left, undone.removed), (0, 270 + 6 + 2 + 6 + 4));
        assert_eq!(others(room).await, before);
        assert_eq!(view(room, &boss, id).await.state, "undone");
        assert!(room.rows().await.iter().any(|row| row.contains("import-undone")));
    }

    async fn a_record_with_a_file_outlives_even_a_forced_undo(room: &Room) {
        let boss = boss(room).await;
        let (id, _) = bring(room, &boss, MAVEN, small(20)).await;
        let deal: (i64,) = room.desk.store()
            .read(|tx| tx.one("SELECT id FROM deals WHERE source_id = 'maven:D5'", &[])).await.unwrap();
        let mut receiving = Receiving::begin(&room.desk).await.unwrap();
        receiving.write(b"the offer").await.unwrap();
        let kept = receiving.keep().await.unwrap();
        let attach = AttachFile { of: desk::look::Of::Deal(deal.0), name: "offer.txt".into(), paper: Paper::default(), kept };
        let file = room.desk.write(&boss, attach).await.unwrap();
        undo(room, &boss, id, true).await;
        assert_eq!(count(room, "deals").await, 1);
        assert_eq!(desk::file::open(&room.desk, &boss, file).await.unwrap().0.name, "offer.txt");
        room.desk.write(&boss, RemoveFile { id: file }).await.unwrap();
        let rest = undo(room, &boss, id, true).await;
        assert_eq!((rest.left, count(room, "deals").await, count(room, "files").await), (0, 0, 0));
    }

    async fn an_undo_names_and_keeps_what_was_touched_since(room: &Room) {
        let boss = boss(room).await;
        let (id, _) = bring(room, &boss, MAVEN, small(20)).await;
        let deal: (i64,) = room.desk.store()
            .read(|tx| tx.one("SELECT id FROM deals WHERE source_id = 'maven:D5'", &[])).await.unwrap();
        let note = WriteNote { on: desk::activity::On::Deal(deal.0), body: "Called back".into() };
        room.desk.write(&boss, note).await.unwrap();
        let undone = undo(room, &boss, id, false).await;
        let kept: Vec<String> = undone.kept.iter().map(|kept| format!("{} {}", kept.kind, kept.name)).collect();
        assert_eq!(kept[..2], ["deal MG Special for Zoomit", "company Zoomit"], "{kept:?}");
        assert_eq!(count(room, "deals").await, 1);
        assert_sound(room, &boss).await;
        let rest = undo(room, &boss, id, true).await;
        assert_eq!((rest.left, count(room, "deals").await, count(room, "companies").await), (0, 0, 0));
        assert_sound(room, &boss).await;
    }

    async fn a_row_is_mended_in_place(room: &Room) {
        let boss = boss(room).await;
        let (id, _) = bring(room, &boss, MAVEN, small(20)).await;
        let rows = room.desk.read(&boss, ListMendRows { id, after: 0 }).await.unwrap();
        assert_eq!(rows.len(), 2);
        let mut raw = rows[0].raw.clone();
        let account = raw.iter_mut().find(|(header, _)| header == "account").unwrap();
        account.1 = "Nobody".into();
        let still = room.desk.write(&boss, MendRow { row: rows[0].id, raw: raw.clone() }).await.unwrap();
        assert!(matches!(&still, Mended::Still(reasons) if reasons[0].column.as_deref() == Some("account")), "{still:?}");
        raw.iter_mut().find(|(header, _)| header == "account").unwrap().1 = "Beta".into();
        let act = MendRow { row: rows[0].id, raw };
        assert_eq!(room.desk.write(&boss, act.clone()).await.unwrap(), Mended::Imported);
        assert!(matches!(room.desk.write(&boss, act).await, Err(Error::Conflict(Conflict::Done))));
        let view = view(room, &boss, id).await;
        assert_eq!(view.report.deals.unwrap().line(), "20 rows: 19 imported, 1 to mend");
        assert_eq!(room.desk.read(&boss, ListMendRows { id, after: 0 }).await.unwrap().len(), 1);
        assert_sound(room, &boss).await;
        assert_eq!(undo(room, &boss, id, false).await.left, 0);
    }

    async fn a_restart_goes_on_where_the_last_batch_was_kept(room: &Room) {
        let boss = boss(room).await;
        let id = draft(room, &boss, MAVEN, small(700)).await;
        room.desk.write(&boss, StartImport { id }).await.unwrap();
        // Each step by a desk that has just started and knows nothing of the one before.
        let mut steps = 0;
        while let StepOutcome::More { .. } = import::step(&room.restarted(), id).await.unwrap() {
            steps += 1;
            room.clock.advance(jiff::SignedDuration::from_secs(6));
        }
        assert!(steps > 5, "{steps}");
        assert_eq!(view(room, &boss, id).await.report.deals.unwrap().line(), "700 rows: 630 imported, 70 to mend");
        assert_eq!(count(room, "deals").await, 630);
        assert_sound(room, &boss).await;
    }

    async fn of_two_processes_one_waits_while_the_other_writes(room: &Room) {
        let boss = boss(room).await;
        let id = draft(room, &boss, MAVEN, small(300)).await;
        room.desk.write(&boss, StartImport { id }).await.unwrap();
        let other = room.restarted();
        let first = import::step(&room.desk, id).await.unwrap();
        assert_eq!(import::step(&other, id).await.unwrap(), first);
        assert_eq!(finish(room, id).await.deals.unwrap().line(), "300 rows: 270 imported, 30 to mend");
    }

    async fn a_cancelled_import_stops_and_can_be_undone(room: &Room) {
        let boss = boss(room).await;
        let before = others(room).await;
        let id = draft(room, &boss, MAVEN, small(700)).await;
        room.desk.write(&boss, StartImport { id }).await.unwrap();
        for _ in 0..5 {
            import::step(&room.desk, id).await.unwrap();
        }
        let refused = room.desk.write(&boss, UndoImport { id, force: false }).await;
        assert!(matches!(refused, Err(Error::Conflict(Conflict::ImportState))));
        room.desk.write(&boss, CancelImport { id }).await.unwrap();
        assert!(matches!(import::step(&room.desk, id).await.unwrap(), StepOutcome::Finished(_)));
        undo(room, &boss, id, false).await;
        assert_eq!(others(room).await, before);
    }

    async fn a_dry_run_counts_what_would_come_and_writes_nothing(room: &Room) {
        let boss = boss(room).await;
        let before = room.rows().await;
        let mapping = intake::Mapping::from_yaml(MAVEN).unwrap();
        let report = import::dry_run(&room.desk, &boss, &mapping, small(300)).await.unwrap();
        assert_eq!(room.rows().await, before);
        let (_, real) = bring(room, &boss, MAVEN, small(300)).await;
        assert_eq!(report, real);
    }

    async fn an_open_deal_gets_a_next_step_and_an_estimate(room: &Room) {
        let boss = boss(room).await;
        bring(room, &boss, MAVEN, small(300)).await;
        let open: Vec<(i64, bool, Option<i64>)> = room.desk.store().read(|tx| tx.all(
            "SELECT amount, amount_estimated, next_step_at FROM deals WHERE status = 'open' ORDER BY amount", &[]))
            .await.unwrap();
        assert!(open.iter().all(|(_, estimated, next)| *estimated && next.is_some()));
        assert_eq!((open[0].0, open[59].0), (5_500, 482_100));
        // Fifteen deals of each owner over ten days: no day holds more than two.
        let busiest: (i64,) = room.desk.store().read(|tx| tx.one(
            "SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM activities GROUP BY owner_id, starts_at / 86400000000) d", &[]))
            .await.unwrap();
        assert_eq!(busiest.0, 2);
    }

    async fn files_that_cannot_be_read_are_refused_with_what_and_where(room: &Room) {
        let boss = boss(room).await;
        let before = room.rows().await;
        let give = |name: &str, bytes: &[u8]| CreateImport {
            title: String::new(), mapping: MAVEN.to_owned(), files: vec![(name.to_owned(), bytes.to_vec())],
        };
        for (name, bytes, says) in [
            ("sales_pipeline.csv", &b"PK\x03\x04rest"[..], "Excel"),
            ("sales_pipeline.csv", b"a,b\n1,\"cut", "line 2"),
            ("sales_pipeline.csv", b"", "empty"),
            ("other.csv", b"a,b\n1,2\n", "names none"),
        ] {
            let error = room.desk.write(&boss, give(name, bytes)).await.unwrap_err();
            assert!(matches!(error, Error::Import(_)) && error.to_string().contains(says), "{error}");
        }
        assert_eq!(room.rows().await, before);
        let id = room.desk.write(&boss, give("sales_pipeline.csv", b"a,b\n1,2\n")).await.unwrap();
        let error = room.desk.write(&boss, StartImport { id }).await.unwrap_err();
        assert!(error.to_string().contains("no column"), "{error}");
    }
}
