//! Changed fields in words: what each is called, what stood there, what stands there now.

use desk::look::Entry as Happened;
use maud::{Markup, html};
use sales::Event;
use sales::event::Change;
use serde_json::Value;

use super::sentence::{Telling, Told, link, listed};
use crate::routes;
use crate::ui::Icon;
use crate::words::{Lang, Speech};

/// Longer words are not set side by side: the new ones stand in the quiet box.
const LONG: usize = 60;

/// A field's name, what became of it, and its new words where they are long.
struct Line {
    name: String,
    rest: Markup,
    said: Option<String>,
}

/// The first field is the sentence's verb, the others follow it.
pub(super) fn told(happened: &Happened, telling: &Telling<'_>) -> Told {
    let (record, changes) = match &happened.event {
        Event::CompanyChanged { changes } => ("company", changes),
        Event::PersonChanged { changes } => ("person", changes),
        Event::DealChanged { changes } => ("deal", changes),
        _ => ("", &Vec::new()),
    };
    let currency = changes.iter().find(|change| change.field == "currency");
    let counted = |side: fn(&Change) -> &Value| {
        currency.and_then(|change| side(change).as_str()).unwrap_or(&happened.currency)
    };
    let telling = Changes { telling, record, was: counted(|c| &c.before), is: counted(|c| &c.after) };
    let lines: Vec<Line> = changes.iter().map(|change| telling.line(change)).collect();
    let said: Vec<&str> = lines.iter().filter_map(|line| line.said.as_deref()).collect();
    let rest = html! {
        @for (place, line) in lines.iter().enumerate() {
            @if place > 0 { "; " b { (line.name) } " " }
            (line.rest)
        }
    };
    let said = (!said.is_empty()).then(|| said.join("\n"));
    let name = lines.first().map(|line| line.name.clone()).unwrap_or_default();
    Told { said, ..Told::plain(Icon::Pen, name).rest(rest) }
}

struct Changes<'a> {
    telling: &'a Telling<'a>,
    /// `company`, `person` or `deal`.
    record: &'a str,
    /// What money was counted in before, and is now.
    was: &'a str,
    is: &'a str,
}

impl Changes<'_> {
    fn line(&self, change: &Change) -> Line {
        let speech = self.telling.speech;
        let Change { field, before, after } = change;
        let name = name(self.record, field, speech);
        let line = |rest: Markup| Line { name: name.clone(), rest, said: None };
        if field == "amount_estimated" {
            let key = if *after == Value::Bool(true) { "changed-to-estimate" } else { "changed-to-firm" };
            return Line { name: speech.t(key), rest: Markup::default(), said: None };
        }
        if before.is_array() || after.is_array() {
            return line(self.items(field, before, after));
        }
        if is_long(before) || is_long(after) {
            let words = after.as_str().filter(|words| !words.is_empty());
            let key = if words.is_some() { "changed-rewritten" } else { "changed-emptied" };
            return Line { name, rest: html! { (speech.t(key)) }, said: words.map(str::to_owned) };
        }
        let (was, is) = (self.value(field, before, self.was), self.value(field, after, self.is));
        line(html! { (was) " → " (is) })
    }

    fn value(&self, field: &str, value: &Value, currency: &str) -> Markup {
        let Telling { names, known, speech, .. } = self.telling;
        let words = |words: String| html! { (words) };
        let named = |found: Option<Markup>| found.unwrap_or_else(|| words(speech.t("changed-unseen")));
        let number = value.as_i64().unwrap_or_default();
        match (field, value) {
            (_, Value::Null) => words(speech.t("changed-unset")),
            (_, Value::String(text)) if text.is_empty() => words(speech.t("changed-unset")),
            ("owner_id" | "engineer_id", _) => words(self.telling.member(number)),
            ("company_id" | "parent_id", _) => {
                named(names.companies.get(&number).map(|name| link(routes::company(number), name)))
            }
            ("person_id", _) => {
                named(names.people.get(&number).map(|name| link(routes::person(number), name)))
            }
            ("amount" | "recurring" | "annual_revenue", _) => words(speech.money(number, currency)),
            ("probability", _) => words(speech.percent(number)),
            ("founded", _) => words(number.to_string()),
            ("type", Value::String(key)) => words(known.title("deal-type", key)),
            ("source", Value::String(key)) => words(known.title("source", key)),
            ("status", Value::String(key)) => words(speech.t(&format!("contact-{key}"))),
            ("language", Value::String(tag)) => {
                words(Lang::from_tag(tag).map_or_else(|| tag.clone(), |lang| lang.name().to_owned()))
            }
            ("expected_close_on", Value::String(day)) => {
                words(day.parse().map_or_else(|_| day.clone(), |day| speech.day(day)))
            }
            (_, Value::String(text)) => words(text.clone()),
            (_, Value::Number(_)) => words(speech.number(number)),
            (_, other) => words(other.to_string()),
        }
    }

    /// What a list got and lost, and what of it has another part; of the same items, that their order is another.
    fn items(&self, field: &str, before: &Value, after: &Value) -> Markup {
        let speech = self.telling.speech;
        let all = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let (before, after) = (all(before), all(after));
        let mut lost: Vec<&Value> = before.iter().filter(|item| !after.contains(item)).collect();
        let mut got: Vec<&Value> = after.iter().filter(|item| !before.contains(item)).collect();
        let mut parts: Vec<Markup> = Vec::new();
        got.retain(|is| {
            let was = lost.iter().position(|was| record(was).is_some() && record(was) == record(is));
            let was = was.map(|place| lost.remove(place));
            parts.extend(was.map(|was| html! { (self.item(field, was)) " → " (self.item(field, is)) }));
            was.is_none()
        });
        for (key, items) in [("changed-added", got), ("changed-removed", lost)] {
            let items = listed(items.iter().map(|item| self.item(field, item)));
            parts.extend((!items.0.is_empty()).then(|| html! { (speech.t(key)) " " (items) }));
        }
        if parts.is_empty() {
            html! { (speech.t("changed-order")) }
        } else {
            listed(parts)
        }
    }

    fn item(&self, field: &str, item: &Value) -> Markup {
        let Telling { names, speech, .. } = self.telling;
        let id = |key: &str| item.get(key).cloned().unwrap_or_default();
        let role = item.get("role").and_then(Value::as_str).filter(|role| !role.is_empty());
        let who = match field {
            "posts" => self.value("company_id", &id("company_id"), self.is),
            "people" => self.value("person_id", &id("person_id"), self.is),
            "lines" => {
                let name = names.products.get(&id("product_id").as_i64().unwrap_or_default());
                let name = name.cloned().unwrap_or_else(|| speech.t("changed-unseen"));
                let quantity = item.get("quantity").and_then(Value::as_i64).filter(|count| *count != 1);
                let price = item.get("unit_price").and_then(Value::as_i64);
                return html! {
                    (name)
                    @if let Some(count) = quantity { " × " (speech.number(count)) }
                    @if let Some(minor) = price { " (" (speech.money(minor, self.is)) ")" }
                };
            }
            _ => self.value(field, item, self.is),
        };
        html! { (who) @if let Some(role) = role { " (" (role) ")" } }
    }
}

/// What a field is called on its record's form.
fn name(record: &str, field: &str, speech: &Speech) -> String {
    speech.t(&match (record, field) {
        ("deal", "name") => "field-deal-name".to_owned(),
        ("person", "name") => "person-name".to_owned(),
        ("person", "posts") => "person-posts".to_owned(),
        ("person", "status") => "field-contact-status".to_owned(),
        (_, "probability") => "changed-probability".to_owned(),
        _ => format!("field-{}", field.strip_suffix("_id").unwrap_or(field).replace('_', "-")),
    })
}

/// The record that an item of a list stands for.
fn record(item: &Value) -> Option<&Value> {
    ["company_id", "person_id", "product_id"].into_iter().find_map(|key| item.get(key))
}

fn is_long(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.contains('\n') || text.chars().count() > LONG)
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, tz::TimeZone};
    use sales::company::CompanyFields;
    use sales::deal::DealFields;
    use sales::person::PersonFields;

    use super::*;

    /// The fields of a record as its changes name them.
    fn fields(record: &impl serde::Serialize) -> Vec<String> {
        let json = serde_json::to_value(record).unwrap();
        json.as_object().unwrap().keys().cloned().collect()
    }

    #[test]
    fn every_field_that_changes_is_called_something() {
        let all = [
            ("company", fields(&CompanyFields::default())),
            ("person", fields(&PersonFields::default())),
            ("deal", fields(&DealFields::default())),
        ];
        for lang in Lang::ALL {
            let speech = Speech::new(lang, TimeZone::UTC, Timestamp::UNIX_EPOCH);
            for (record, field) in
                all.iter().flat_map(|(record, fields)| fields.iter().map(move |field| (record, field)))
            {
                let name = name(record, field, &speech);
                assert!(!name.contains("field-") && !name.contains("changed-"), "{record} {field}: {name}");
            }
        }
    }
}
