//! A first mapping for a file that nobody has described yet: the wizard's proposal.

mod words;

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::{
    mapping::{Column, DecimalMark, FileMapping, Fill, Mapping, OneOrMany, Thousands, To},
    near::fold,
    read::Table,
    says::Says,
    target::{Kind, Record, Target},
    value::{NumberFault, read_number},
};
use words::words_of;

/// How many rows are looked at to guess the forms of numbers.
const LOOKED_AT: usize = 500;

/// Proposes what the columns of a file mean, by their names in English or Russian. Columns that say
/// nothing to it are left out. Forms of dates are not guessed: the preview asks.
pub fn suggest(file_name: &str, table: &Table<'_>) -> Mapping {
    let record = likeliest(&table.headers);
    let columns = columns(record, table);
    let taken: HashSet<&str> = columns.values().map(|column| column.to.0.name).collect();
    let file = FileMapping {
        matches: OneOrMany(vec![file_name.to_owned()]),
        record,
        encoding: None,
        delimiter: None,
        empty_words: ["null", "none", "n/a", "-", "—", "#N/A"].map(String::from).to_vec(),
        process: None,
        next_step: None,
        fields: fields(record, &taken),
        columns,
    };
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let name = if stem.trim().is_empty() { "import" } else { stem };
    Mapping {
        name: name.to_owned(),
        title: Says::new(name, name),
        source: None,
        currency: None,
        files: vec![file],
    }
}

/// The kind of record that most of the column names speak of; a deal where two are as likely.
fn likeliest(headers: &[String]) -> Record {
    let fits = |record: Record| -> usize {
        let mut free: Vec<&Target> = record.targets().collect();
        headers.iter().filter_map(|header| best(header, &free).map(|t| free.retain(|f| *f != t))).count() * 2
            + usize::from(headers.iter().any(|header| words::names_the_kind(record, &fold(header))))
    };
    let kinds = [Record::Deal, Record::Company, Record::Person, Record::Member, Record::Product];
    kinds.into_iter().rev().max_by_key(|record| fits(*record)).unwrap_or(Record::Deal)
}

fn columns(record: Record, table: &Table<'_>) -> IndexMap<String, Column> {
    let mut free: Vec<&'static Target> = record.targets().collect();
    let mut columns = IndexMap::new();
    for (at, header) in table.headers.iter().enumerate() {
        let Some(target) = best(header, &free) else { continue };
        free.retain(|other| *other != target);
        columns.insert(header.clone(), column(target, &values(table, at)));
    }
    columns
}

/// The field whose words are nearest to the header: equal first, contained next.
fn best(header: &str, free: &[&'static Target]) -> Option<&'static Target> {
    let header = fold(header);
    let score = |target: &&'static Target| {
        let words = words_of(target.record, target.name).iter().map(|word| fold(word));
        words.filter_map(|word| likeness(&header, &word)).max().map(|score| (score, *target))
    };
    let scored = free.iter().filter_map(score);
    scored.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, target)| target)
}

fn likeness(header: &str, word: &str) -> Option<usize> {
    if header == word {
        Some(1_000)
    } else if word.chars().count() >= 4 && header.contains(word) {
        Some(word.chars().count())
    } else {
        None
    }
}

fn values(table: &Table<'_>, cell: usize) -> Vec<String> {
    let mut records = table.records();
    let mut values = Vec::new();
    for _ in 0..LOOKED_AT {
        let Some((_, record)) = records.advance() else { break };
        values.extend(record.get(cell).map(str::trim).filter(|v| !v.is_empty()).map(ToOwned::to_owned));
    }
    values
}

fn column(target: &'static Target, values: &[String]) -> Column {
    let mut column = Column::to(To(target));
    column.create = target.link().is_some();
    if matches!(target.kind, Kind::Money | Kind::Int | Kind::Percent) {
        column.decimal = decimal_mark(values);
        if column.decimal == Some(DecimalMark::Comma) {
            column.thousands = Some(vec![Thousands::Space, Thousands::Nbsp, Thousands::Point]);
        }
    }
    column
}

/// The mark that the values prove, if some do and none says otherwise.
fn decimal_mark(values: &[String]) -> Option<DecimalMark> {
    let reads = |mark| {
        let thousands = [
            Thousands::Space,
            Thousands::Nbsp,
            Thousands::Apostrophe,
            match mark {
                DecimalMark::Comma => Thousands::Point,
                DecimalMark::Point => Thousands::Comma,
            },
        ];
        values.iter().all(|value| read_number(value, Some(mark), Some(&thousands)).is_ok())
    };
    let sure = |value: &&String| {
        value.contains([',', '.']) && read_number(value, None, None) != Err(NumberFault::Ambiguous)
    };
    values.iter().find(sure)?;
    match (reads(DecimalMark::Comma), reads(DecimalMark::Point)) {
        (true, false) => Some(DecimalMark::Comma),
        (false, true) => Some(DecimalMark::Point),
        _ => None,
    }
}

/// What a record must have and the file may not give.
fn fields(record: Record, taken: &HashSet<&str>) -> IndexMap<To, Fill> {
    let mut fields = IndexMap::new();
    let mut add = |path: &str, fill: Fill| {
        if let Some(target) = Target::find(path) {
            fields.insert(To(target), fill);
        }
    };
    if record == Record::Deal {
        let missing = |many: &[&str]| Some(OneOrMany(many.iter().map(|v| (*v).to_owned()).collect()));
        let created = if taken.contains("entered_on") {
            &["{entered_on}", "day_of_import"][..]
        } else {
            &["day_of_import"]
        };
        add("deal.created_on", Fill { when_missing: missing(created), ..Fill::default() });
        if !taken.contains("name") {
            let client = if taken.contains("company") { "{company}" } else { "{person}" };
            let template = if taken.contains("product") {
                format!("{{product}} for {client}")
            } else {
                client.to_owned()
            };
            add("deal.name", Fill { template: Some(template), ..Fill::default() });
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(mapping: &Mapping, header: &str) -> Option<String> {
        mapping.files[0].columns.get(header).map(|column| column.to.0.to_string())
    }

    #[test]
    fn a_russian_file_of_deals_is_understood() {
        let text = "ID;Название сделки;Компания;Контакт;Рабочий телефон;E-mail;Стадия сделки;Сумма;Валюта;Дата создания;Дата закрытия;Ответственный;Комментарий\n1;Поставка;Ромашка;Иван;;;Новая;17 511,96;RUB;23.01.2025;;Пётр;\n";
        let table = Table::open(text.as_bytes(), None, None).unwrap();
        let mapping = suggest("deals.csv", &table);
        mapping.check().unwrap();
        assert_eq!(mapping.files[0].record, Record::Deal);
        for (header, field) in [
            ("ID", "deal.source_id"),
            ("Название сделки", "deal.name"),
            ("Компания", "deal.company"),
            ("Контакт", "deal.person"),
            ("Рабочий телефон", "deal.person_phone"),
            ("E-mail", "deal.person_mail"),
            ("Стадия сделки", "deal.stage"),
            ("Сумма", "deal.amount"),
            ("Валюта", "deal.currency"),
            ("Дата создания", "deal.created_on"),
            ("Дата закрытия", "deal.closed_on"),
            ("Ответственный", "deal.owner"),
            ("Комментарий", "deal.description"),
        ] {
            assert_eq!(to(&mapping, header).as_deref(), Some(field));
        }
        assert_eq!(mapping.files[0].columns["Сумма"].decimal, Some(DecimalMark::Comma));
    }

    #[test]
    fn english_files_of_each_kind_are_told_apart() {
        let kind = |header: &str| {
            let text = format!("{header}\n");
            suggest("x.csv", &Table::open(text.as_bytes(), None, None).unwrap()).files[0].record
        };
        assert_eq!(
            kind("account,sector,year_established,revenue,employees,office_location,subsidiary_of"),
            Record::Company
        );
        assert_eq!(kind("product,series,sales_price"), Record::Product);
        assert_eq!(kind("sales_agent,manager,regional_office"), Record::Member);
        assert_eq!(
            kind("opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"),
            Record::Deal
        );
        assert_eq!(kind("First name,Last name,Company,E-mail,Phone"), Record::Person);
    }
}
