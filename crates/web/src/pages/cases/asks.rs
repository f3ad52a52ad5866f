//! What a move asks, as fields of a form, and the answers read back by their types.

use std::collections::BTreeMap;

use maud::{Markup, html};
use process::{AskSpec, Type, Value};
use sales::money;

use crate::pages::known::{Known, said};
use crate::pages::moment;
use crate::posted::Form;
use crate::ui::{Choice, Field, choices};
use crate::words::{Speech, symbol};

/// The name of an ask's field in the form.
pub fn name(key: &str) -> String {
    format!("ask-{key}")
}

/// Draws asks; `wrong` are sentences by ask key.
pub struct Drawing<'a> {
    pub form: &'a Form,
    pub wrong: &'a BTreeMap<String, String>,
    pub currency: &'a str,
    pub known: &'a Known,
    pub speech: &'a Speech,
}

impl Drawing<'_> {
    pub fn all(&self, asks: &[AskSpec]) -> Markup {
        html! { @for ask in asks { (self.one(ask)) } }
    }

    fn one(&self, ask: &AskSpec) -> Markup {
        match ask {
            AskSpec::Field { name, title, kind, optional } => {
                self.field(name, &said(title, self.speech), kind, *optional)
            }
            AskSpec::Text { key, title, long, optional } => {
                let label = said(title, self.speech);
                let input =
                    if *long { Field::area(name(key), label, 3) } else { Field::text(name(key), label) };
                self.input(input, key, *optional)
            }
            AskSpec::OneOf { key, title, options, .. } => {
                let chips: Vec<Choice> = options
                    .iter()
                    .map(|option| Choice {
                        value: option.code.clone(),
                        label: said(&option.title, self.speech),
                        icon: None,
                    })
                    .collect();
                let chosen = self.form.filled(&name(key));
                html! {
                    div id=(name(key)) {
                        @if let Some(words) = self.wrong.get(key) { p.wrong { (words) } }
                        (choices(&name(key), &said(title, self.speech), &chips, chosen))
                    }
                    @for option in options.iter().filter(|option| !option.asks.is_empty()) {
                        div data-when=(format!("{}={}", name(key), option.code)) { (self.all(&option.asks)) }
                    }
                }
            }
            // A plan has a part of its own.
            AskSpec::Plan { .. } => Markup::default(),
        }
    }

    fn input(&self, input: Field, key: &str, optional: bool) -> Markup {
        let input = input.value(self.form.text(&name(key))).error(self.wrong.get(key).cloned());
        if optional { input.optional().show(self.speech) } else { input.show(self.speech) }
    }

    fn field(&self, key: &str, label: &str, kind: &Type, optional: bool) -> Markup {
        let id = name(key);
        let input = match kind {
            Type::Bool => return Field::tick(&id, "1", label, self.form.is_on(&id)),
            Type::Int => Field::input("number", id, label),
            Type::Money => Field::money(id, label, symbol(self.currency)),
            Type::Date => Field::day(id, label),
            Type::Instant => Field::moment(id, label),
            Type::Choice(codes) => Field::select(id, label, self.codes(key, codes)),
            Type::Many(_) | Type::Text | Type::Any => Field::text(id, label),
        };
        self.input(input, key, optional)
    }

    /// Codes of a field with the titles that the installation's lists give them.
    fn codes(&self, key: &str, codes: &[String]) -> Vec<(String, String)> {
        let list = match key {
            "deal.type" => "deal-type",
            "deal.source" => "source",
            _ => "reason",
        };
        let mut options = if codes.is_empty() {
            self.known.options(list, self.form.text(&name(key)))
        } else {
            codes.iter().map(|code| (code.clone(), self.known.title(list, code))).collect()
        };
        options.insert(0, (String::new(), self.speech.t("not-set")));
        options
    }
}

/// Reads what was answered. What cannot be read is named with its sentence under the ask's key.
pub fn read(
    asks: &[AskSpec],
    form: &Form,
    currency: &str,
    speech: &Speech,
) -> (BTreeMap<String, Value>, BTreeMap<String, String>) {
    let (mut answers, mut wrong) = (BTreeMap::new(), BTreeMap::new());
    for ask in asked(asks, form) {
        let key = ask.key();
        let Some(text) = form.filled(&name(key)) else { continue };
        match value(ask, text, currency, speech) {
            Ok(value) => drop(answers.insert(key.to_owned(), value)),
            Err(fault) => drop(wrong.insert(key.to_owned(), speech.t(&format!("fault-{fault}")))),
        }
    }
    (answers, wrong)
}

/// The asks that speak: those of an option only where it is chosen.
fn asked<'a>(asks: &'a [AskSpec], form: &Form) -> Vec<&'a AskSpec> {
    let mut all = Vec::new();
    for ask in asks {
        match ask {
            AskSpec::Plan { .. } => {}
            AskSpec::OneOf { key, options, .. } => {
                all.push(ask);
                let chosen = options.iter().find(|option| option.code == form.text(&name(key)));
                all.extend(chosen.into_iter().flat_map(|option| asked(&option.asks, form)));
            }
            _ => all.push(ask),
        }
    }
    all
}

fn value(ask: &AskSpec, text: &str, currency: &str, speech: &Speech) -> Result<Value, &'static str> {
    let kind = match ask {
        AskSpec::Field { kind, .. } => kind,
        AskSpec::OneOf { .. } => return Ok(Value::Choice(text.to_owned())),
        AskSpec::Text { .. } | AskSpec::Plan { .. } => return Ok(Value::Text(text.to_owned())),
    };
    Ok(match kind {
        Type::Bool => Value::Bool(true),
        Type::Int => Value::Int(text.parse().map_err(|_| "not-a-number")?),
        Type::Money => {
            let minor = money::parse_minor(text, currency).map_err(|fault| fault.key())?;
            Value::Money { minor, currency: currency.to_owned() }
        }
        Type::Date => Value::Date(moment::day(text).ok_or("not-a-date")?),
        Type::Instant => Value::Instant(moment::moment(text, speech).ok_or("not-a-time")?),
        Type::Choice(_) => Value::Choice(text.to_owned()),
        Type::Many(_) => Value::Many(text.split(',').map(|code| code.trim().to_owned()).collect()),
        Type::Text | Type::Any => Value::Text(text.to_owned()),
    })
}
