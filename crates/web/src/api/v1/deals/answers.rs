//! Answers to what a move asks: plain JSON, read by the type of what is asked.

use std::collections::BTreeMap;

use process::{AskSpec, Type, Value};
use sales::{Fault, FieldError};
use serde::Deserialize;
use serde_json::Value as Json;

/// Reads the answers to a move's asks; null is no answer.
///
/// # Errors
/// A fault for each answer that nobody asked for, or that is not of the type asked.
pub(super) fn read(
    asks: &[AskSpec],
    answers: &BTreeMap<String, Json>,
) -> Result<BTreeMap<String, Value>, Vec<FieldError>> {
    let mut read = BTreeMap::new();
    let mut faults = Vec::new();
    for (key, json) in answers.iter().filter(|(_, json)| !json.is_null()) {
        let value = match find(asks, key) {
            Some(ask) => value(&type_of(ask), json),
            None => Err(Fault::Unknown { value: key.clone() }),
        };
        match value {
            Ok(value) => drop(read.insert(key.clone(), value)),
            Err(fault) => faults.push(FieldError::new(&format!("answers.{key}"), fault)),
        }
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// The ask of this key, also among those of an option.
fn find<'a>(asks: &'a [AskSpec], key: &str) -> Option<&'a AskSpec> {
    asks.iter().find_map(|ask| match ask {
        AskSpec::Plan { .. } => None,
        found if found.key() == key => Some(found),
        AskSpec::OneOf { options, .. } => options.iter().find_map(|option| find(&option.asks, key)),
        _ => None,
    })
}

fn type_of(ask: &AskSpec) -> Type {
    match ask {
        AskSpec::Field { kind, .. } => kind.clone(),
        AskSpec::OneOf { .. } => Type::Choice(Vec::new()),
        AskSpec::Text { .. } | AskSpec::Plan { .. } => Type::Text,
    }
}

fn value(kind: &Type, json: &Json) -> Result<Value, Fault> {
    let text = || json.as_str().map(str::to_owned).ok_or(Fault::Unknown { value: json.to_string() });
    match kind {
        Type::Bool => json.as_bool().map(Value::Bool).ok_or(Fault::Unknown { value: json.to_string() }),
        Type::Int => json.as_i64().map(Value::Int).ok_or(Fault::NotANumber),
        Type::Money => money(json),
        Type::Text => text().map(Value::Text),
        Type::Choice(_) => text().map(Value::Choice),
        Type::Date => json.as_str().and_then(|day| day.parse().ok()).map(Value::Date).ok_or(Fault::NotADate),
        Type::Instant => {
            json.as_str().and_then(|at| at.parse().ok()).map(Value::Instant).ok_or(Fault::NotATime)
        }
        Type::Many(_) => serde_json::from_value(json.clone())
            .map(Value::Many)
            .map_err(|_| Fault::Unknown { value: json.to_string() }),
        // Only a file checked without an installation leaves a type open: take what JSON says it is.
        Type::Any => json
            .as_i64()
            .map(Value::Int)
            .or(json.as_bool().map(Value::Bool))
            .map_or_else(|| text().map(Value::Text), Ok),
    }
}

/// Money as it is sent; nothing else may stand in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Amount {
    minor: i64,
    currency: String,
}

fn money(json: &Json) -> Result<Value, Fault> {
    let amount: Amount = serde_json::from_value(json.clone()).map_err(|_| Fault::NotAnAmount)?;
    let currency = sales::money::parse_currency(&amount.currency)?;
    Ok(Value::Money { minor: amount.minor, currency })
}

#[cfg(test)]
mod tests {
    use super::*;
    use process::Words;
    use serde_json::json;

    fn field(name: &str, kind: Type) -> AskSpec {
        AskSpec::Field { name: name.to_owned(), title: Words::default(), kind, optional: false }
    }

    fn one(kind: Type, json: Json) -> Result<Value, Fault> {
        let answers = BTreeMap::from([("x".to_owned(), json)]);
        read(&[field("x", kind)], &answers)
            .map(|mut read| read.remove("x").unwrap_or_default())
            .map_err(|mut faults| faults.remove(0).fault)
    }

    #[test]
    fn an_answer_is_read_by_the_type_that_is_asked() {
        let money = Value::Money { minor: 500, currency: "GBP".into() };
        assert_eq!(one(Type::Money, json!({"minor": 500, "currency": "gbp"})), Ok(money));
        assert_eq!(one(Type::Date, json!("2026-11-23")), Ok(Value::Date(jiff::civil::date(2026, 11, 23))));
        assert_eq!(one(Type::Int, json!(40)), Ok(Value::Int(40)));
        assert_eq!(one(Type::Text, Json::Null), Ok(Value::Absent));
        assert_eq!(one(Type::Date, json!("soon")), Err(Fault::NotADate));
        assert_eq!(one(Type::Money, json!(500)), Err(Fault::NotAnAmount));
        let odd = json!({"minor": 500, "currency": "GBP", "tax": 100});
        assert_eq!(one(Type::Money, odd), Err(Fault::NotAnAmount));
    }

    #[test]
    fn an_answer_that_nobody_asked_for_is_named() {
        let answers = BTreeMap::from([("stage".to_owned(), json!("won"))]);
        let faults = read(&[field("x", Type::Text)], &answers).unwrap_err();
        assert_eq!(faults[0].field, "answers.stage");
    }
}
