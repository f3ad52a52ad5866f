//! The shipped mapping of a Russian CRM's export, in both encodings.

use std::collections::BTreeMap;

use dealwright_intake::{Draft, EncodingName, Known, Record, Typed, preview};

use crate::{basis, import, real_data::real, shipped};

const DEALS: &str = "ID;Название сделки;Компания;Контакт;Рабочий телефон;E-mail;Стадия сделки;Сумма;Валюта;Дата создания;Дата закрытия;Ответственный;Комментарий\r
1;Сделка №1: поставка;РАО «Кириллов»;г-н Андреев Капитон Глебович;8 (859) 319-46-17;kapiton@example.net;В производстве;17\u{a0}511,96;RUB;23.01.2025;;Кононова Агафья;\"Ждём \"\"оригиналы\"\" договора\"\r
2;Сделка №2: аренда;ПКФ ДиПОС;Фёкла Казакова;+7 281 044 8245;fekla@example.org;Отказ;1\u{a0}035,17;KZT;03.04.2025;12.09.2025;Никонов Сила;\r
";

#[test]
fn every_character_comes_out_right() {
    let bytes = EncodingName::find("windows-1251").unwrap().encode(DEALS);
    let (drafts, mends) = import(&shipped("ru-deals"), "deals.csv", &bytes);
    assert!(mends.is_empty(), "{mends:?}");
    let first = &drafts[0];
    assert_eq!(first.link("company").unwrap().name, "РАО «Кириллов»");
    assert_eq!(first.link("person").unwrap().name, "г-н Андреев Капитон Глебович");
    assert_eq!(first.text("description"), Some("Ждём \"оригиналы\" договора"));
    assert_eq!(first.fields["amount"], Typed::Money { minor: 1_751_196, currency: "RUB".into() });
    let phone = Typed::Phone { written: "8 (859) 319-46-17".into(), dial: Some("+78593194617".into()) };
    assert_eq!(first.fields["person_phone"], phone);
    let placing = drafts[1].placing.as_ref().unwrap();
    assert_eq!(
        (placing.stage.as_deref(), placing.closed_on),
        (Some("refused"), Some(jiff::civil::date(2025, 9, 12)))
    );
}

#[test]
fn the_same_deals_in_another_encoding_are_the_same_deals() {
    let cyrillic = EncodingName::find("windows-1251").unwrap().encode(DEALS);
    let mut wide = vec![0xff, 0xfe];
    wide.extend(EncodingName::find("utf-16le").unwrap().encode(&DEALS.replace(';', "\t")));
    let mapping = shipped("ru-deals");
    assert_eq!(import(&mapping, "deals.csv", &cyrillic), import(&mapping, "deals.utf16.txt", &wide));
}

#[test]
fn deals_that_came_in_before_are_named_as_duplicates() {
    let mut known = Known::default();
    known.source_ids.entry(Record::Deal).or_default().insert("2".into());
    let seen = preview(&shipped("ru-deals"), &[("deals.csv", DEALS.as_bytes())], &known, &basis());
    assert_eq!(seen.files[0].duplicate_rows, 1);
    assert_eq!((seen.files[0].duplicates[0].line, seen.files[0].duplicates[0].known), (3, true));
}

fn summary(drafts: &[Draft]) -> (Vec<usize>, BTreeMap<&str, i64>) {
    const STAGES: [&str; 9] = [
        "new",
        "contract",
        "invoice",
        "prepayment",
        "production",
        "shipment",
        "final-payment",
        "completed",
        "refused",
    ];
    let stage = |d: &Draft| d.placing.as_ref().unwrap().stage.clone();
    let counts = STAGES.map(|key| drafts.iter().filter(|d| stage(d).as_deref() == Some(key)).count());
    let mut sums = BTreeMap::new();
    for draft in drafts {
        let Typed::Money { minor, currency } = &draft.fields["amount"] else { panic!("no amount") };
        *sums.entry(currency.as_str()).or_default() += minor;
    }
    (counts.to_vec(), sums)
}

#[test]
fn both_real_files_hold_the_same_five_hundred_deals() {
    let names = ["deals.cp1251.semicolon.csv", "deals.utf16le-bom.tab.txt"];
    let Some(files) = names.iter().map(|n| real(&format!("made_ru_csv/{n}"))).collect::<Option<Vec<_>>>()
    else {
        return;
    };
    let mapping = shipped("ru-deals");
    let [(one, mends), (other, _)] = [0, 1].map(|at| import(&mapping, names[at], &files[at]));
    assert!(mends.is_empty(), "{:?}", mends.first());
    assert_eq!(one.len(), 500);
    let unlined = |drafts: &[Draft]| -> Vec<Draft> {
        drafts.iter().cloned().map(|draft| Draft { line: 0, ..draft }).collect()
    };
    assert_eq!(unlined(&one), unlined(&other));
    let (counts, sums) = summary(&one);
    assert_eq!(counts, [54, 52, 54, 63, 56, 56, 60, 49, 56]);
    let expected = [("EUR", 370_464_187), ("KZT", 352_192_185), ("RUB", 1_079_297_739), ("USD", 373_673_654)];
    assert_eq!(sums, BTreeMap::from(expected));
}
