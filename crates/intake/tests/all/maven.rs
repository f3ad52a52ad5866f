//! The shipped mappings of the hardware seller's folder.

use std::collections::{BTreeMap, BTreeSet};

use dealwright_intake::{Answer, Draft, Known, Mapping, Question, ReasonCode, Record, Typed, preview};

use crate::{basis, generated, import, real_data::real, shipped};

const PIPELINE: &str = "sales_pipeline.csv";
const VARIANT: &str = "sales_pipeline.variant-mixed-excel-dates.csv";

fn maven(name: &str) -> Option<Vec<u8>> {
    real(&format!("maven_crm/{name}"))
}

fn stage(draft: &Draft) -> &str {
    draft.placing.as_ref().unwrap().stage.as_deref().unwrap()
}

fn by_stage(drafts: &[Draft]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for draft in drafts {
        *counts.entry(stage(draft)).or_default() += 1;
    }
    counts
}

/// When it was entered and closed, by source id.
fn dates(drafts: &[Draft]) -> BTreeMap<String, [Option<jiff::civil::Date>; 2]> {
    let of = |draft: &Draft| draft.placing.as_ref().map(|p| [p.entered_on, p.closed_on]).unwrap();
    drafts.iter().map(|draft| (draft.source_id.clone().unwrap(), of(draft))).collect()
}

/// Without declared forms of dates: as before anyone has answered.
fn unanswered(mut mapping: Mapping) -> Mapping {
    for column in mapping.files.iter_mut().flat_map(|file| file.columns.values_mut()) {
        column.date = None;
    }
    mapping
}

#[test]
fn deals_without_a_company_are_kept_to_mend() {
    let (text, strayed) = generated::pipeline(400, generated::iso);
    let (drafts, mends) = import(&shipped("maven"), PIPELINE, text.as_bytes());
    assert_eq!((drafts.len(), mends.len()), (400 - strayed, strayed));
    for mend in &mends {
        let codes: Vec<ReasonCode> = mend.reasons.iter().map(|r| r.code).collect();
        assert_eq!(codes, [ReasonCode::ClientMissing]);
        assert_eq!(mend.reasons[0].column.as_deref(), Some("account"));
    }
}

#[test]
fn an_unknown_client_may_be_given_for_missing_ones() {
    let (text, strayed) = generated::pipeline(400, generated::iso);
    let mut mapping = shipped("maven");
    mapping.set("company.when_missing", "Unknown client").unwrap();
    let (drafts, mends) = import(&mapping, PIPELINE, text.as_bytes());
    assert!(mends.is_empty(), "{mends:?}");
    let unknown: Vec<&Draft> =
        drafts.iter().filter(|d| d.link("company").unwrap().name == "Unknown client").collect();
    assert_eq!(unknown.len(), strayed);
    assert!(unknown.iter().all(|draft| draft.link("company").unwrap().create));
    assert_eq!(unknown[0].text("name"), Some("GTX Pro for Unknown client"));
}

#[test]
fn an_open_deal_is_worth_its_list_price_and_a_lost_one_keeps_its_nought() {
    let (text, _) = generated::pipeline(40, generated::iso);
    let (drafts, _) = import(&shipped("maven"), PIPELINE, text.as_bytes());
    for draft in &drafts {
        let amount = &draft.fields["amount"];
        match stage(draft) {
            "prospect" | "discovery" => assert_eq!(*amount, Typed::ListPrice),
            "lost" => assert_eq!(*amount, Typed::Money { minor: 0, currency: "USD".into() }),
            _ => assert!(matches!(amount, Typed::Money { minor: 4000.., .. })),
        }
    }
    let today = basis().today;
    let undated = drafts.iter().find(|draft| stage(draft) == "prospect").unwrap();
    assert_eq!(undated.placing.as_ref().unwrap().placed_on, today);
    assert_eq!(undated.fields["created_on"], Typed::Date(today));
}

#[test]
fn ambiguous_dates_are_asked_about_by_column_and_form_and_the_answers_are_kept() {
    let (mixed, _) = generated::pipeline(400, generated::mixed);
    let (iso, _) = generated::pipeline(400, generated::iso);
    answered_dates_are_the_clean_ones(&mixed, &iso);
}

fn answered_dates_are_the_clean_ones(mixed: &str, clean: &str) -> u64 {
    let basis = basis();
    let mut mapping = unanswered(shipped("maven-mixed-dates"));
    mapping.set("company.when_missing", "Unknown client").unwrap();
    let seen = preview(&mapping, &[(VARIANT, mixed.as_bytes())], &Known::default(), &basis);
    let ambiguous = seen.files[0].ambiguous;
    assert_eq!(seen.files[0].mends, ambiguous);
    assert_eq!(seen.files[0].rows, seen.files[0].drafts + seen.files[0].mends);
    let asked: Vec<&Question> =
        seen.questions.iter().filter(|q| matches!(q, Question::DateForm { .. })).collect();
    let columns: Vec<&str> = asked.iter().map(|question| question.column()).collect();
    assert_eq!(columns, ["engage_date", "close_date"]);
    for question in asked {
        let choice = if question.column() == "engage_date" { "day-month-year" } else { "month-day-year" };
        mapping.answer(&Answer { question: question.clone(), choice: choice.into() }).unwrap();
    }
    let kept = Mapping::from_yaml(&mapping.to_yaml().unwrap()).unwrap();
    let (drafts, mends) = import(&kept, VARIANT, mixed.as_bytes());
    assert!(mends.is_empty());
    let mut plain = shipped("maven");
    plain.set("company.when_missing", "Unknown client").unwrap();
    let (clean, _) = import(&plain, PIPELINE, clean.as_bytes());
    assert_eq!(dates(&drafts), dates(&clean));
    ambiguous
}

#[test]
fn a_stage_that_the_mapping_does_not_know_is_asked_about() {
    let (text, _) = generated::pipeline(8, generated::iso);
    let text = text.replace("Prospecting", "Dreaming");
    let mut mapping = shipped("maven");
    let mut known = Known::default();
    known.stages.insert("six-stage-funnel".into(), vec!["prospect".into(), "discovery".into()]);
    let stages = |mapping: &Mapping| -> Vec<Question> {
        let seen = preview(mapping, &[(PIPELINE, text.as_bytes())], &known, &basis());
        seen.questions.into_iter().filter(|q| matches!(q, Question::Stage { .. })).collect()
    };
    let asked = stages(&mapping);
    let values: Vec<&str> = asked
        .iter()
        .filter_map(|q| if let Question::Stage { value, .. } = q { Some(value.as_str()) } else { None })
        .collect();
    assert_eq!(values, ["Dreaming", "lost", "won"]);
    mapping.answer(&Answer { question: asked[0].clone(), choice: "prospect".into() }).unwrap();
    assert_eq!(stages(&mapping).len(), 2);
}

#[test]
fn the_real_pipeline_comes_out_as_counted() {
    let Some(bytes) = maven(PIPELINE) else { return };
    let (drafts, mends) = import(&shipped("maven"), PIPELINE, &bytes);
    assert_eq!((drafts.len(), mends.len()), (7_375, 1_425));
    let counts = by_stage(&drafts);
    assert_eq!(
        counts,
        BTreeMap::from([("discovery", 501), ("lost", 2_473), ("prospect", 163), ("won", 4_238)])
    );
    let mut quarters = BTreeMap::<i8, i64>::new();
    for draft in drafts.iter().filter(|draft| stage(draft) == "won") {
        let Typed::Money { minor, .. } = draft.fields["amount"] else { panic!("a won deal has an amount") };
        let month = draft.placing.as_ref().unwrap().placed_on.month();
        *quarters.entry((month - 1) / 3 + 1).or_default() += minor / 100;
    }
    assert_eq!(quarters.into_values().collect::<Vec<_>>(), [1_134_672, 3_086_111, 2_982_255, 2_802_496]);
    let products: BTreeSet<&str> =
        drafts.iter().filter_map(|d| d.link("product")).map(|l| l.name.as_str()).collect();
    assert!(products.contains("GTX Pro") && !products.contains("GTXPro"));
    assert_eq!(products.len(), 7);
    let mut mapping = shipped("maven");
    mapping.set("company.when_missing", "Unknown client").unwrap();
    let (drafts, mends) = import(&mapping, PIPELINE, &bytes);
    assert_eq!((drafts.len(), mends.len()), (8_800, 0));
    assert_eq!(drafts.iter().filter(|d| matches!(stage(d), "prospect" | "discovery")).count(), 2_089);
}

#[test]
fn the_real_mixed_dates_are_asked_about_and_answered() {
    let (Some(mixed), Some(clean)) = (maven(VARIANT), maven(PIPELINE)) else { return };
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let ambiguous = answered_dates_are_the_clean_ones(&text(mixed.clone()), &text(clean.clone()));
    assert_eq!(ambiguous, 4_511);
    let mut mapping = shipped("maven-mixed-dates");
    mapping.set("company.when_missing", "Unknown client").unwrap();
    let (drafts, _) = import(&mapping, VARIANT, &mixed);
    mapping = shipped("maven");
    mapping.set("company.when_missing", "Unknown client").unwrap();
    let (plain, _) = import(&mapping, PIPELINE, &clean);
    assert_eq!(dates(&drafts), dates(&plain));
    assert_eq!(dates(&drafts).values().flatten().flatten().count(), 15_011);
}

#[test]
fn the_real_folder_has_its_companies_products_and_teams() {
    let names = ["accounts.csv", "data_dictionary.csv", "products.csv", PIPELINE, VARIANT, "sales_teams.csv"];
    let Some(files) = names.iter().map(|name| maven(name)).collect::<Option<Vec<_>>>() else { return };
    let given: Vec<(&str, &[u8])> = names.iter().copied().zip(files.iter().map(Vec::as_slice)).collect();
    let seen = preview(&shipped("maven"), &given, &Known::default(), &basis());
    assert_eq!(seen.ignored, ["data_dictionary.csv", VARIANT]);
    assert!(seen.missing.is_empty());
    assert!(seen.questions.is_empty(), "{:?}", seen.questions);
    let rows: Vec<(Record, u64, u64)> = seen.files.iter().map(|f| (f.record, f.rows, f.mends)).collect();
    use Record::{Company, Deal, Member, Product};
    assert_eq!(rows, [(Company, 85, 0), (Product, 7, 0), (Member, 35, 0), (Deal, 8_800, 1_425)]);

    let (companies, _) = import(&shipped("maven"), "accounts.csv", &files[0]);
    assert_eq!(companies.iter().filter(|c| c.link("parent").is_some()).count(), 15);
    assert_eq!(companies[0].text("industry"), Some("Technology"));
    let revenue = Typed::Money { minor: 110_004_000_000, currency: "USD".into() };
    assert_eq!(companies[0].fields["annual_revenue"], revenue);

    let (members, _) = import(&shipped("maven"), "sales_teams.csv", &files[5]);
    let distinct = |field: &str| members.iter().filter_map(|m| m.text(field)).collect::<BTreeSet<_>>();
    assert_eq!(distinct("team").len(), 6);
    assert!(distinct("team").contains("Dustin Brinkmann's team"));
    assert_eq!(distinct("region").into_iter().collect::<Vec<_>>(), ["Central", "East", "West"]);
}

#[test]
fn gtxpro_is_offered_as_gtx_pro_until_it_is_answered() {
    let mut mapping = shipped("maven");
    mapping.files[3].columns["product"].values.clear();
    let (text, _) = generated::pipeline(40, generated::iso);
    let products = "product,series,sales_price\nGTX Pro,GTX,4821\nMG Special,MG,55\n";
    let companies = "account,sector,year_established,revenue,employees,office_location,subsidiary_of\nInitech,software,1998,12.5,90,Norway,\n";
    let members = "sales_agent,manager,regional_office\nMei-Mei Johns,Melvin Marxen,Central\n";
    let files: Vec<(&str, &[u8])> = vec![
        (PIPELINE, text.as_bytes()),
        ("products.csv", products.as_bytes()),
        ("accounts.csv", companies.as_bytes()),
        ("sales_teams.csv", members.as_bytes()),
    ];
    let seen = preview(&mapping, &files, &Known::default(), &basis());
    let [Question::NearMatch { value, candidates, .. }] = seen.questions.as_slice() else {
        panic!("one question, not {:?}", seen.questions)
    };
    assert_eq!((value.as_str(), candidates[0].name.as_str()), ("GTXPro", "GTX Pro"));
    mapping.answer(&Answer { question: seen.questions[0].clone(), choice: "GTX Pro".into() }).unwrap();
    assert!(preview(&mapping, &files, &Known::default(), &basis()).questions.is_empty());
}
