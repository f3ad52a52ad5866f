//! A changed field in words: its name, what it was, what it is.

use std::collections::BTreeMap;

use maud::{Markup, html};
use sales::event::Change;
use serde_json::Value;

use crate::words::Speech;

/// Longer values are not told, only that they changed.
const LONG: usize = 60;

pub(super) fn changed(change: &Change, members: &BTreeMap<i64, String>, speech: &Speech) -> Markup {
    let name = speech.t(&format!("changed-{}", change.field.replace('_', "-")));
    let value = |value: &Value| told(&change.field, value, members, speech);
    html! {
        (name)
        @if let (Some(before), Some(after)) = (value(&change.before), value(&change.after)) {
            ": " (before) " → " (after)
        }
    }
}

/// The value as people read it; none where it is long, or a number that only stands for another record.
fn told(field: &str, value: &Value, members: &BTreeMap<i64, String>, speech: &Speech) -> Option<String> {
    let said = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) if matches!(field, "owner_id" | "engineer_id") => {
            members.get(&number.as_i64()?)?.clone()
        }
        // Money is in minor units of a currency that the change does not tell.
        Value::Number(_)
            if field.ends_with("_id") || matches!(field, "amount" | "recurring" | "annual_revenue") =>
        {
            return None;
        }
        Value::Number(number) if field == "founded" => number.to_string(),
        Value::Number(number) => speech.number(number.as_i64()?),
        Value::Array(items) => items.iter().map(Value::as_str).collect::<Option<Vec<_>>>()?.join(", "),
        Value::Bool(_) | Value::Object(_) => return None,
    };
    let said = if said.is_empty() { "–".to_owned() } else { said };
    (said.chars().count() <= LONG && !said.contains('\n')).then_some(said)
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, tz::TimeZone};
    use serde_json::json;

    use super::*;
    use crate::words::Lang;

    fn words(field: &str, before: Value, after: Value) -> String {
        let speech = Speech::new(Lang::En, TimeZone::UTC, Timestamp::UNIX_EPOCH);
        let members = BTreeMap::from([(4, "Dana Whitfield".to_owned())]);
        changed(&Change { field: field.into(), before, after }, &members, &speech).into_string()
    }

    #[test]
    fn a_change_says_what_was_and_what_is() {
        assert_eq!(words("industry", Value::Null, json!("Care")), "industry: – → Care");
        assert_eq!(words("employees", json!(900), json!(1200)), "employees: 900 → 1,200");
        assert_eq!(words("owner_id", Value::Null, json!(4)), "owner: – → Dana Whitfield");
        assert_eq!(words("phones", json!(["1"]), json!(["1", "2"])), "phones: 1 → 1, 2");
    }

    #[test]
    fn what_says_nothing_to_people_is_left_out() {
        assert_eq!(words("annual_revenue", json!(100), json!(200)), "revenue a year");
        assert_eq!(words("description", Value::Null, json!("x".repeat(61))), "description");
        assert_eq!(words("posts", json!([]), json!([{"company_id": 1}])), "companies");
    }
}
