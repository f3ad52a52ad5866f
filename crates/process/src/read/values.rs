//! Values in the file, by the type that is wanted; times; templates.

use super::Reader;
use crate::condition::{Expr, Node as Tree, parse};
use crate::definition::{Anchor, Due, Span};
use crate::text::{Keys, Kind, Node, Spot, both};
use crate::{Type, Value, Words};

impl Reader<'_> {
    /// The value a node writes; a type that does not fit is DW204.
    pub(super) fn value(&mut self, node: &Node, kind: &Type) -> Value {
        let value = literal(node, kind);
        if !value.fits(kind) && *kind != Type::Any {
            let says = both("The value does not fit the field.", "Значение не подходит полю.");
            self.report.blocks(
                "DW204",
                &node.spot,
                says,
                both("Write it as the field has it.", "Запишите его так, как хранит поле."),
            );
            return Value::Absent;
        }
        value
    }

    /// A length of time under a key (DW106).
    pub(super) fn span(&mut self, keys: Keys<'_>, key: &str) -> Option<Span> {
        let node = keys.get(key)?;
        let span = Span::read(node.text().unwrap_or_default());
        match span {
            None => self.no_time(&node.spot),
            Some(span) => self.counts_working(span, &node.spot),
        }
        span
    }

    /// `1 working day after entry`.
    pub(super) fn due(&mut self, keys: Keys<'_>, key: &str) -> Option<Due> {
        let node = keys.get(key)?;
        let text = node.text().unwrap_or_default();
        let split = text.split_once(" after ").map(|cut| (cut, false));
        let Some(((span, anchor), before)) =
            split.or_else(|| text.split_once(" before ").map(|cut| (cut, true)))
        else {
            self.no_time(&node.spot);
            return None;
        };
        let Some(span) = Span::read(span) else {
            self.no_time(&node.spot);
            return None;
        };
        self.counts_working(span, &node.spot);
        let anchor = self.anchor(anchor.trim(), &node.spot)?;
        Some(Due { span, before, anchor })
    }

    fn anchor(&mut self, name: &str, spot: &Spot) -> Option<Anchor> {
        use crate::condition::Scope;
        match name {
            "entry" => return Some(Anchor::Entry),
            "now" => return Some(Anchor::Now),
            "start" => return Some(Anchor::Start),
            _ if !name.contains('.') => {
                self.no_time(spot);
                return None;
            }
            _ => {}
        }
        match self.field(name) {
            Ok((Type::Date | Type::Instant | Type::Any, _)) => Some(Anchor::Field(name.into())),
            Ok(_) => {
                let says = both(format!("{name} is no date."), format!("{name} не дата."));
                self.report.blocks("DW601", spot, says, both("Count from a date.", "Отсчитывайте от даты."));
                None
            }
            Err(near) => {
                self.report.unknown("DW202", spot, both("field", "поле"), name, near.as_deref());
                None
            }
        }
    }

    fn counts_working(&mut self, span: Span, spot: &Spot) {
        if span.is_working() && self.working_time.is_none() {
            let says = both("Working time without a calendar.", "Рабочее время без календаря.");
            self.report.blocks(
                "DW605",
                spot,
                says,
                both("working_time: owner's team", "working_time: owner's team"),
            );
        }
    }

    fn no_time(&mut self, spot: &Spot) {
        let says = both("This is not understood as a time.", "Это не читается как время.");
        self.report.blocks(
            "DW106",
            spot,
            says,
            both(
                "For instance: 5 working days; 1 working day after entry.",
                "Например: 5 working days; 1 working day after entry.",
            ),
        );
    }

    /// A text with `{answers}`: words in both languages, unless it holds nothing but answers.
    pub(super) fn template(&mut self, node: &Node, answers: &[String]) -> Words {
        let words = match node.text() {
            Some(text) if !outside_braces(text).contains(char::is_alphabetic) => Words::same(text),
            _ => self.words(node),
        };
        for text in [&words.en, &words.ru] {
            for name in in_braces(text) {
                self.template_name(&name, answers, &node.spot);
            }
        }
        words
    }

    fn template_name(&mut self, name: &str, answers: &[String], spot: &Spot) {
        use crate::condition::Scope;
        let field = name.strip_prefix("before.").unwrap_or(name);
        let known =
            answers.iter().any(|answer| answer == name) || (field.contains('.') && self.field(field).is_ok());
        if !known {
            let near = crate::text::nearest(name, answers.iter().map(String::as_str));
            self.report.unknown(
                "DW211",
                spot,
                both("answer in the text", "ответ в тексте"),
                name,
                near.as_deref(),
            );
        }
    }
}

fn in_braces(text: &str) -> Vec<String> {
    text.split('{').skip(1).filter_map(|tail| tail.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

fn outside_braces(text: &str) -> String {
    text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect()
}

fn literal(node: &Node, kind: &Type) -> Value {
    let (text, plain) = match &node.kind {
        Kind::Scalar { text, plain } => (text, *plain),
        Kind::List(items) => {
            return Value::Many(items.iter().filter_map(Node::text).map(str::to_owned).collect());
        }
        Kind::Map(_) => return Value::Absent,
    };
    match kind {
        Type::Text => return Value::Text(text.clone()),
        Type::Choice(_) => return Value::Choice(text.clone()),
        Type::Many(_) => return Value::Many(vec![text.clone()]),
        _ => {}
    }
    if let (true, Some(truth)) = (plain, node.truth()) {
        return Value::Bool(truth);
    }
    match parse(text) {
        Ok(Expr { node: Tree::Literal(Value::Text(_)), .. }) | Err(_) => {}
        // A comma would end it inside { }, so money may stand in quotes.
        Ok(Expr { node: Tree::Literal(value @ Value::Money { .. }), .. }) => return value,
        Ok(Expr { node: Tree::Literal(value), .. }) if plain => return value,
        Ok(_) => {}
    }
    if let Ok(date) = text.parse::<jiff::civil::Date>() {
        return Value::Date(date);
    }
    text.parse().map_or_else(|_| Value::Text(text.clone()), Value::Instant)
}
