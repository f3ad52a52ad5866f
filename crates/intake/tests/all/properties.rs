//! What holds for any file.

use dealwright_intake::{Basis, Delimiter, EncodingName, Known, Mapping, Table, preview, rows, suggest};
use proptest::prelude::*;

use crate::{basis, shipped};

fn encodings() -> impl Strategy<Value = EncodingName> {
    let labels = ["utf-8", "utf-16le", "utf-16be", "windows-1251", "koi8-r"];
    proptest::sample::select(labels.to_vec()).prop_map(|label| EncodingName::find(label).unwrap())
}

fn delimiters() -> impl Strategy<Value = Delimiter> {
    proptest::sample::select(Delimiter::ALL.to_vec())
}

/// Rows of three cells, of letters that every encoding has; the first is never empty.
fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    let first = "[a-zA-Zа-яА-Я0-9][a-zA-Zа-яё ,;|\t\"\n0-9]{0,12}";
    let cell = "[a-zA-Zа-яА-Я ,;|\t\"\r\n0-9]{0,12}";
    proptest::collection::vec((first, cell, cell).prop_map(|(a, b, c)| vec![a, b, c]), 0..12)
}

fn write(rows: &[Vec<String>], delimiter: Delimiter) -> String {
    let quote = csv::QuoteStyle::Necessary;
    let mut writer =
        csv::WriterBuilder::new().delimiter(delimiter.byte()).quote_style(quote).from_writer(Vec::new());
    writer.write_record(["one", "two", "three"]).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    let texts = "[a-zа-я,;|\t\"\n\r0-9./ -]{0,200}".prop_map(String::into_bytes);
    prop_oneof![proptest::collection::vec(any::<u8>(), 0..300), texts]
}

/// A mapping of any columns: the first headers become what deals need.
fn for_headers(headers: &[String]) -> Mapping {
    let targets = ["deal.name", "deal.company", "deal.amount", "deal.closed_on", "deal.probability"];
    let columns: serde_json::Map<String, serde_json::Value> =
        headers.iter().zip(targets).map(|(h, to)| (h.clone(), serde_json::json!({ "to": to }))).collect();
    let mapping = serde_json::json!({
        "name": "any", "title": { "en": "Any", "ru": "Любое" },
        "files": [{ "match": "*", "record": "deal", "columns": columns }],
    });
    Mapping::from_json(&mapping.to_string()).unwrap()
}

fn none_is_lost(bytes: &[u8], basis: &Basis) {
    let Ok(table) = Table::open(bytes, None, None) else { return };
    suggest("any.csv", &table).check().unwrap();
    let mapping = for_headers(&table.headers);
    let all: Vec<_> = rows(&mapping, 0, &table, basis).unwrap().collect();
    assert_eq!(all.len() as u64, table.count());
    let mends = all.iter().filter_map(|row| row.as_ref().err());
    mends.for_each(|mend| assert!(!mend.reasons.is_empty() && !mend.raw.is_empty()));
    let seen = preview(&mapping, &[("any", bytes)], &Known::default(), basis);
    assert_eq!(seen.files[0].rows, seen.files[0].drafts + seen.files[0].mends);
    assert_eq!(seen.files[0].rows, all.len() as u64);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic_and_no_row_is_lost(bytes in any_bytes()) {
        none_is_lost(&bytes, &basis());
    }

    #[test]
    fn no_text_of_a_mapping_makes_it_panic(text in "[a-z:{}\\[\\],\n \"'-]{0,120}") {
        let _ = Mapping::from_yaml(&text);
        let _ = Mapping::from_json(&text);
    }

    #[test]
    fn what_is_written_is_read_in_every_encoding_and_with_every_delimiter(
        cells in table(), encoding in encodings(), delimiter in delimiters()
    ) {
        let bytes = encoding.encode(&write(&cells, delimiter));
        let table = Table::open(&bytes, Some(encoding), Some(delimiter)).unwrap();
        let mut records = table.records();
        let mut read: Vec<Vec<String>> = Vec::new();
        while let Some((_, record)) = records.advance() {
            read.push(record.iter().map(ToOwned::to_owned).collect());
        }
        prop_assert_eq!(read, cells);
    }

    #[test]
    fn any_cells_in_a_shipped_mapping_are_drafts_or_rows_to_mend(
        cells in proptest::collection::vec("[\\PC]{0,20}", 13)
    ) {
        let mapping = shipped("ru-deals");
        let header: Vec<&str> = mapping.files[0].columns.keys().map(String::as_str).collect();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&header).unwrap();
        writer.write_record(&cells).unwrap();
        let bytes = writer.into_inner().unwrap();
        let table = Table::open(&bytes, Some(EncodingName::find("utf-8").unwrap()), Some(Delimiter::Comma));
        if let Ok(table) = table {
            let basis = basis();
            prop_assert_eq!(rows(&mapping, 0, &table, &basis).unwrap().count() as u64, table.count());
        }
    }
}
