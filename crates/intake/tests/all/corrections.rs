//! Rows to mend: what they say, and that they can be mended in place.

use dealwright_intake::{Mapping, ReadError, ReasonCode, Table, correct, rows};

use crate::{basis, import};

const MAPPING: &str = "
name: small
title: { en: Small, ru: Малое }
currency: USD
files:
  - match: deals.csv
    record: deal
    empty_words: [ 'null' ]
    columns:
      Name: { to: deal.name }
      Client: { to: deal.company, create: true }
      Amount: { to: deal.amount }
      Closed: { to: deal.closed_on }
      Mail: { to: deal.person_mail }
";

fn mapping() -> Mapping {
    Mapping::from_yaml(MAPPING).unwrap()
}

fn codes(row: &str) -> Vec<ReasonCode> {
    let text = format!("Name,Client,Amount,Closed,Mail\n{row}\n");
    let (_, mends) = import(&mapping(), "deals.csv", text.as_bytes());
    mends.iter().flat_map(|mend| mend.reasons.iter().map(|reason| reason.code)).collect()
}

#[test]
fn each_fault_has_its_own_code() {
    assert_eq!(codes("A,B,10.50,2017-03-01,a@b.example"), []);
    assert_eq!(codes("A,B,null,NULL,null"), []);
    assert_eq!(codes("A,B,ten,,"), [ReasonCode::NotANumber]);
    assert_eq!(codes("A,B,-5,,"), [ReasonCode::Negative]);
    assert_eq!(codes("A,B,\"1,234\",,"), [ReasonCode::AmbiguousNumber]);
    assert_eq!(codes("A,B,0.005,,"), [ReasonCode::TooFine]);
    assert_eq!(codes("A,B,99999999999999999999,,"), [ReasonCode::TooLarge]);
    assert_eq!(codes("A,B,1,31.02.2017,"), [ReasonCode::NotADate]);
    assert_eq!(codes("A,B,1,3/4/17,"), [ReasonCode::AmbiguousDate]);
    assert_eq!(codes(&format!("A,B,1,,{}@b.example", "x".repeat(300))), [ReasonCode::NotAnAddress]);
    assert_eq!(codes("A,B,1"), [ReasonCode::ColumnCount]);
    assert_eq!(codes("A,,1,,"), [ReasonCode::ClientMissing]);
    assert_eq!(codes(",B,1,,"), [ReasonCode::Missing]);
    assert_eq!(
        codes("A,,ten,soon,"),
        [ReasonCode::NotANumber, ReasonCode::NotADate, ReasonCode::ClientMissing]
    );
}

#[test]
fn a_row_is_mended_in_place() {
    let text = "Name,Client,Amount,Closed,Mail\nA,,ten,,\n";
    let (_, mends) = import(&mapping(), "deals.csv", text.as_bytes());
    let mend = &mends[0];
    assert_eq!(correct(&mapping(), 0, &basis(), mend.line, &mend.raw).unwrap_err(), *mend);
    let mut raw = mend.raw.clone();
    raw[1].1 = "Initech".into();
    raw[2].1 = "10".into();
    let draft = correct(&mapping(), 0, &basis(), mend.line, &raw).unwrap();
    assert_eq!((draft.line, draft.link("company").unwrap().name.as_str()), (2, "Initech"));
}

#[test]
fn a_short_row_is_not_taken_before_its_missing_columns_are_given() {
    let (_, mends) = import(&mapping(), "deals.csv", b"Name,Client,Amount,Closed,Mail\nA,B,1\n");
    let mut raw = mends[0].raw.clone();
    assert_eq!(raw.len(), 3);
    let still = correct(&mapping(), 0, &basis(), 2, &raw).unwrap_err();
    assert_eq!(still.reasons[0].code, ReasonCode::ColumnCount);
    raw.push(("Closed".into(), String::new()));
    raw.push(("Mail".into(), String::new()));
    assert!(correct(&mapping(), 0, &basis(), 2, &raw).is_ok());
}

#[test]
fn another_file_than_the_mapping_describes_is_refused_with_what_it_has() {
    let table = Table::open(b"Name,Klient,Amount,Closed,Mail\n", None, None).unwrap();
    let fault = rows(&mapping(), 0, &table, &basis()).err().unwrap();
    let expected = ReadError::ColumnsMissing { missing: vec!["Client".into()], near: vec!["Klient".into()] };
    assert_eq!(fault, expected);
}

#[test]
fn what_cannot_be_set_is_refused_with_what_can() {
    let mut mapping = mapping();
    let fault = mapping.set("compny.when_missing", "x").unwrap_err();
    assert_eq!(fault.hint.as_deref(), Some("company.when_missing"));
    assert!(mapping.set("currency", "QQQ").is_err());
}
