//! What a process may name of an installation: the fields of a deal and its client, and the installation's lists.

use std::collections::BTreeMap;

use process::{FieldSpec, Term, Type, Value, Vocabulary, Words};

use crate::activity::OUTCOMES;
use crate::company::CompanyFields;
use crate::deal::DealFields;

/// The installation's lists that a definition may name.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    pub activity_types: Vec<Term>,
    pub sources: Vec<Term>,
    pub deal_types: Vec<Term>,
    pub document_kinds: Vec<Term>,
}

/// Field, type, whether a process may ask or set it, titles.
fn fields(lists: &Lists) -> Vec<FieldSpec> {
    let codes = |terms: &[Term]| terms.iter().map(|term| term.key.clone()).collect();
    let spec = |name: &str, kind: Type, writable: bool, en: &str, ru: &str| FieldSpec {
        name: name.to_owned(),
        kind,
        writable,
        title: Words::new(en, ru),
    };
    vec![
        spec("deal.name", Type::Text, true, "Name", "Название"),
        spec("deal.owner", Type::Text, false, "Owner", "Ответственный"),
        spec("deal.engineer", Type::Text, false, "Engineer", "Инженер"),
        spec("deal.company", Type::Text, false, "Company", "Компания"),
        spec("deal.person", Type::Text, false, "Person", "Контакт"),
        spec("deal.amount", Type::Money, true, "Amount", "Сумма"),
        spec("deal.recurring", Type::Money, true, "Amount a month", "Сумма в месяц"),
        spec("deal.expected_close_on", Type::Date, true, "Expected close", "Ожидаемое закрытие"),
        spec("deal.probability", Type::Int, true, "Probability", "Вероятность"),
        spec("deal.type", Type::Choice(codes(&lists.deal_types)), true, "Type", "Вид"),
        spec("deal.source", Type::Choice(codes(&lists.sources)), true, "Source", "Источник"),
        spec("deal.campaign", Type::Text, true, "Campaign", "Кампания"),
        spec("deal.description", Type::Text, true, "Description", "Описание"),
        spec("deal.competitor", Type::Text, true, "Competitor", "Конкурент"),
        spec("deal.product", Type::Text, false, "Products", "Продукты"),
        spec("company.name", Type::Text, true, "Company name", "Название компании"),
        spec("company.owner", Type::Text, false, "Owner of the company", "Ответственный за компанию"),
        spec("company.parent", Type::Text, false, "Part of", "Входит в"),
        spec("company.industry", Type::Text, true, "Industry", "Отрасль"),
        spec("company.type", Type::Text, true, "Customer type", "Вид клиента"),
        spec("company.competitor", Type::Text, true, "Competition", "Конкуренты"),
        spec("company.address", Type::Text, true, "Address", "Адрес"),
        spec("company.phone", Type::Text, true, "Main number", "Основной телефон"),
        spec("company.web", Type::Text, true, "Web address", "Сайт"),
        spec("company.description", Type::Text, true, "Description", "Описание"),
    ]
}

/// The vocabulary of an installation.
pub fn vocabulary(lists: &Lists) -> Vocabulary {
    Vocabulary {
        fields: Some(fields(lists)),
        activity_types: Some(lists.activity_types.clone()),
        document_kinds: Some(lists.document_kinds.clone()),
        outcomes: Some(OUTCOMES.iter().map(|key| Term::new(key, key, key)).collect()),
        ..Vocabulary::default()
    }
}

/// How a process names what an edit calls by a field of [`DealFields`].
pub fn names_of(field: &str) -> Vec<String> {
    match field {
        "currency" => vec!["deal.amount".to_owned(), "deal.recurring".to_owned()],
        "lines" => vec!["deal.product".to_owned()],
        other => vec![format!("deal.{}", other.trim_end_matches("_id"))],
    }
}

/// A deal's fields as a process reads them. Members, companies and people are known by their ids' text:
/// a condition asks whether they are filled.
pub fn knowledge(deal: &DealFields) -> BTreeMap<String, Value> {
    let text = |text: &Option<String>| text.clone().map_or(Value::Absent, Value::Text);
    let choice = |text: &Option<String>| text.clone().map_or(Value::Absent, Value::Choice);
    let money = |minor: Option<i64>| {
        minor.map_or(Value::Absent, |minor| Value::Money { minor, currency: deal.currency.clone() })
    };
    let link = |id: Option<i64>| id.map_or(Value::Absent, |id| Value::Text(id.to_string()));
    let products: Vec<String> = deal.lines.iter().map(|line| line.product_id.to_string()).collect();
    let pairs = [
        ("deal.name", Value::Text(deal.name.clone())),
        ("deal.owner", link(deal.owner_id)),
        ("deal.engineer", link(deal.engineer_id)),
        ("deal.company", link(deal.company_id)),
        ("deal.person", link(deal.person_id)),
        ("deal.amount", money(deal.amount)),
        ("deal.recurring", money(deal.recurring)),
        ("deal.expected_close_on", deal.expected_close_on.map_or(Value::Absent, Value::Date)),
        ("deal.probability", deal.probability.map_or(Value::Absent, Value::Int)),
        ("deal.type", choice(&deal.kind)),
        ("deal.source", choice(&deal.source)),
        ("deal.campaign", text(&deal.campaign)),
        ("deal.description", text(&deal.description)),
        ("deal.competitor", text(&deal.competitor)),
        ("deal.product", if products.is_empty() { Value::Absent } else { Value::Text(products.join(",")) }),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Writes a field that a move has changed; false when there is no such field to write.
pub fn apply(deal: &mut DealFields, name: &str, value: &Value) -> bool {
    let text = match value {
        Value::Text(text) | Value::Choice(text) => Some(text.clone()),
        _ => None,
    };
    let minor = match value {
        Value::Money { minor, .. } => Some(*minor),
        _ => None,
    };
    match name {
        "deal.name" => deal.name = text.unwrap_or_default(),
        "deal.amount" => (deal.amount, deal.amount_estimated) = (minor, false),
        "deal.recurring" => deal.recurring = minor,
        "deal.expected_close_on" => {
            deal.expected_close_on = if let Value::Date(day) = value { Some(*day) } else { None };
        }
        "deal.probability" => {
            deal.probability = if let Value::Int(percent) = value { Some(*percent) } else { None }
        }
        "deal.type" => deal.kind = text,
        "deal.source" => deal.source = text,
        "deal.campaign" => deal.campaign = text,
        "deal.description" => deal.description = text,
        "deal.competitor" => deal.competitor = text,
        _ => return false,
    }
    true
}

/// A company's fields as a process reads them.
pub fn knowledge_of_company(company: &CompanyFields) -> BTreeMap<String, Value> {
    let text = |text: Option<&String>| text.cloned().map_or(Value::Absent, Value::Text);
    let link = |id: Option<i64>| id.map_or(Value::Absent, |id| Value::Text(id.to_string()));
    let pairs = [
        ("company.name", Value::Text(company.name.clone())),
        ("company.owner", link(company.owner_id)),
        ("company.parent", link(company.parent_id)),
        ("company.industry", text(company.industry.as_ref())),
        ("company.type", text(company.kind.as_ref())),
        ("company.competitor", text(company.competitor.as_ref())),
        ("company.address", text(company.address.as_ref())),
        ("company.phone", text(company.phones.first())),
        ("company.web", text(company.web.as_ref())),
        ("company.description", text(company.description.as_ref())),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// How a process names what an edit calls by a field of [`CompanyFields`].
pub fn names_of_company(field: &str) -> String {
    match field {
        "phones" => "company.phone".to_owned(),
        other => format!("company.{}", other.trim_end_matches("_id")),
    }
}

/// Writes a field of a company that a move has changed; false when there is no such field to write.
pub fn apply_to_company(company: &mut CompanyFields, name: &str, value: &Value) -> bool {
    let text = match value {
        Value::Text(text) | Value::Choice(text) => Some(text.clone()),
        _ => None,
    };
    match name {
        "company.name" => company.name = text.unwrap_or_default(),
        "company.industry" => company.industry = text,
        "company.type" => company.kind = text,
        "company.competitor" => company.competitor = text,
        "company.address" => company.address = text,
        // The main number is the first; the others stay behind it.
        "company.phone" => match (text, company.phones.is_empty()) {
            (Some(number), true) => company.phones.push(number),
            (Some(number), false) => company.phones[0] = number,
            (None, false) => drop(company.phones.remove(0)),
            (None, true) => {}
        },
        "company.web" => company.web = text,
        "company.description" => company.description = text,
        _ => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_may_be_asked_can_be_written_and_read_back() {
        for spec in fields(&Lists::default()).iter().filter(|spec| spec.writable) {
            let value = match &spec.kind {
                Type::Money => Value::Money { minor: 500, currency: "GBP".into() },
                Type::Date => Value::Date(jiff::civil::date(2026, 1, 2)),
                Type::Int => Value::Int(40),
                Type::Choice(_) => Value::Choice("x".into()),
                _ => Value::Text("x".into()),
            };
            if spec.name.starts_with("company.") {
                let mut company = CompanyFields::default();
                assert!(apply_to_company(&mut company, &spec.name, &value), "{}", spec.name);
                assert_eq!(knowledge_of_company(&company).get(&spec.name), Some(&value), "{}", spec.name);
                continue;
            }
            let mut deal = DealFields { currency: "GBP".into(), ..DealFields::default() };
            assert!(apply(&mut deal, &spec.name, &value), "{}", spec.name);
            assert_eq!(knowledge(&deal).get(&spec.name), Some(&value), "{}", spec.name);
        }
    }
}
