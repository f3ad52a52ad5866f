//! Files that nobody has described: what the house makes of their headers.

use desk::import::{CreateImport, PreviewImport};
use intake::{Mapping, Question, Record};

use crate::house::FUNNEL;
use crate::import::{boss, bring, draft, small, view};
use desk::process::PublishProcess;

const SIMPLE: &str = include_str!("../../../../processes/simple-deal/process.yaml");

on_both! {
    async fn files_given_together_are_read_together_and_name_each_other(room: &Room) {
        let boss = boss(room).await;
        let id = draft(room, &boss, "", small(40)).await;
        let mapping = Mapping::from_yaml(&view(room, &boss, id).await.mapping).unwrap();
        let records: Vec<Record> = mapping.files.iter().map(|file| file.record).collect();
        assert_eq!(records, [Record::Member, Record::Product, Record::Company, Record::Deal]);
        assert_eq!(mapping.name, "sales_pipeline", "ids are told apart by the file of deals");
        let deals = &mapping.files[3];
        assert!(!deals.columns["product"].create && !deals.columns["account"].create, "they are in the other files");
        assert_eq!(deals.process.as_deref(), Some("six-stage-funnel"));
        assert_eq!(deals.next_step.as_ref().unwrap().activity_type, "call");
        let preview = room.desk.read(&boss, PreviewImport { id }).await.unwrap();
        assert_eq!(preview.ignored, ["data_dictionary.csv"]);
        let asked: Vec<&str> = preview.questions.iter().map(|question| match question {
            Question::NearMatch { value, .. } | Question::Stage { value, .. } => value.as_str(),
            other => panic!("{other:?}"),
        }).collect();
        // `Won` and `Lost` are stages by their words, `GTXPro` is spelt otherwise in the other file.
        assert_eq!(asked, ["Engaging", "Prospecting", "GTXPro"]);
    }

    async fn the_process_is_the_one_that_knows_the_words(room: &Room) {
        let boss = boss(room).await;
        room.desk.write(&boss, PublishProcess { definition: SIMPLE.to_owned(), active: true }).await.unwrap();
        let rows = "Название сделки;Компания;Стадия сделки\nПоставка;Ромашка;Отгрузка\nАренда;Лютик;Новая\n";
        let files = vec![("сделки.csv".to_owned(), rows.as_bytes().to_vec())];
        let id = draft(room, &boss, "", files.clone()).await;
        let mapping = Mapping::from_yaml(&view(room, &boss, id).await.mapping).unwrap();
        assert_eq!(mapping.files[0].process.as_deref(), Some("simple-deal"));
        assert_eq!(room.desk.read(&boss, PreviewImport { id }).await.unwrap().questions, []);
        let (_, report) = bring(room, &boss, "", files).await;
        assert_eq!(report.deals.unwrap().line(), "2 rows: 2 imported, 0 to mend");
    }

    async fn a_word_that_is_no_stage_is_asked_about_even_where_the_mapping_names_no_process(room: &Room) {
        let boss = boss(room).await;
        assert!(FUNNEL.contains("prospect"));
        let mapping = "name: bare\ntitle: { en: Bare, ru: Без }\nfiles:\n  - match: a.csv\n    record: deal\n    columns:\n      \
            Name: { to: deal.name }\n      Client: { to: deal.company, create: true }\n      Stage: { to: deal.stage }\n";
        let files = vec![("a.csv".to_owned(), b"Name,Client,Stage\nA,Acme,prospect\nB,Acme,begun\n".to_vec())];
        let id = draft(room, &boss, mapping, files).await;
        let preview = room.desk.read(&boss, PreviewImport { id }).await.unwrap();
        assert!(matches!(&preview.questions[..], [Question::Stage { value, .. }] if value == "begun"), "{:?}", preview.questions);
    }

    async fn files_without_rows_are_refused_and_nothing_is_kept(room: &Room) {
        let boss = boss(room).await;
        let before = room.rows().await;
        let act = CreateImport {
            title: String::new(), mapping: String::new(), files: vec![("a.csv".to_owned(), b"Name,Client\n".to_vec())],
        };
        let error = room.desk.write(&boss, act).await.unwrap_err();
        assert!(error.to_string().contains("no rows below the header of a.csv"), "{error}");
        assert_eq!(room.rows().await, before);
    }
}
