//! The reason in the facts: which part of a condition stands in the way.

use super::eval::{Sight, truth, value};
use super::tree::{Compare, Expr, Node};
use crate::{Lang, Value, Words};

/// Why the condition does not hold; empty words where it holds.
pub fn why(expr: &Expr, sight: &Sight<'_>) -> Words {
    let mut reasons = Vec::new();
    gather(expr, true, sight, &mut reasons);
    let join = |lang: Lang| {
        let mut said: Vec<&str> = reasons.iter().map(|reason| reason.get(lang)).collect();
        said.dedup();
        said.join("; ")
    };
    Words::new(join(Lang::En), join(Lang::Ru))
}

/// Collects the leaves that keep the expression from being `wanted`.
fn gather(expr: &Expr, wanted: bool, sight: &Sight<'_>, reasons: &mut Vec<Words>) {
    if truth(expr, sight) == Some(wanted) {
        return;
    }
    match &expr.node {
        Node::And(left, right) | Node::Or(left, right) => {
            gather(left, wanted, sight, reasons);
            gather(right, wanted, sight, reasons);
        }
        Node::Not(inner) => gather(inner, !wanted, sight, reasons),
        _ => reasons.push(leaf(expr, wanted, sight)),
    }
}

fn leaf(expr: &Expr, wanted: bool, sight: &Sight<'_>) -> Words {
    if let Some(missing) = first_absent(expr, sight) {
        return missing.map(|lang, title| match lang {
            Lang::En => format!("{title} is not filled"),
            Lang::Ru => format!("не заполнено: {title}"),
        });
    }
    match &expr.node {
        Node::Filled(inner) => name_of(inner).map(|lang, title| match (lang, wanted) {
            (Lang::En, true) => format!("{title} is not filled"),
            (Lang::En, false) => format!("{title} is filled"),
            (Lang::Ru, true) => format!("не заполнено: {title}"),
            (Lang::Ru, false) => format!("заполнено: {title}"),
        }),
        Node::Compare(compare, left, right) => {
            let compare = if wanted { *compare } else { compare.opposite() };
            compared(compare, left, right, sight)
        }
        Node::Visited(stage) => Words::same(stage).map(|lang, stage| match (lang, wanted) {
            (Lang::En, true) => format!("stage {stage} has not been visited"),
            (Lang::En, false) => format!("stage {stage} has been visited"),
            (Lang::Ru, true) => format!("этап {stage} не пройден"),
            (Lang::Ru, false) => format!("этап {stage} уже пройден"),
        }),
        Node::In(item, _) => stands_at(item, sight),
        Node::Joined(keys) => joined(keys, wanted, sight),
        _ => name_of(expr).map(|lang, title| match (lang, wanted) {
            (Lang::En, true) => format!("{title}: no"),
            (Lang::En, false) => format!("{title}: yes"),
            (Lang::Ru, true) => format!("{title}: нет"),
            (Lang::Ru, false) => format!("{title}: да"),
        }),
    }
}

/// Which strands are not finished, and where they stand.
fn joined(keys: &[String], wanted: bool, sight: &Sight<'_>) -> Words {
    let said = |lang: Lang| {
        let unfinished = sight.unfinished(keys);
        let stands = unfinished.iter().map(|(strand, state)| {
            let state = strand.state(state).map_or(*state, |state| state.title.get(lang));
            format!("{}: {state}", strand.title.get(lang))
        });
        match (lang, wanted) {
            (_, true) => stands.collect::<Vec<_>>().join(", "),
            (Lang::En, false) => "everything is finished".into(),
            (Lang::Ru, false) => "всё завершено".into(),
        }
    };
    Words::new(said(Lang::En), said(Lang::Ru))
}

fn compared(compare: Compare, left: &Expr, right: &Expr, sight: &Sight<'_>) -> Words {
    let bound = value(right, sight).map_or_else(String::new, |value| shown(&value));
    stands_at(left, sight).map(|lang, is| match lang {
        Lang::En => format!("{is}, not {} {bound}", compare.sign()),
        Lang::Ru => format!("{is}, а нужно {} {bound}", compare.sign()),
    })
}

fn stands_at(item: &Expr, sight: &Sight<'_>) -> Words {
    let held = held(item, sight);
    name_of(item).map(|lang, title| match lang {
        Lang::En => format!("{title} is {}", held.en),
        Lang::Ru => format!("{title}: {}", held.ru),
    })
}

/// The value as people read it; a state by its title.
fn held(item: &Expr, sight: &Sight<'_>) -> Words {
    let Some(value) = value(item, sight) else { return Words::default() };
    let strand = match &item.node {
        Node::Strand { key, .. } => sight.definition.strand(key),
        _ => None,
    };
    let shown = shown(&value);
    let state = strand.and_then(|strand| strand.state(&shown));
    state.map_or_else(|| Words::same(&shown), |state| state.title.clone())
}

fn first_absent(expr: &Expr, sight: &Sight<'_>) -> Option<Words> {
    let absent = |value: &Value| matches!(value, Value::Absent);
    match &expr.node {
        Node::Field { name, title } if absent(sight.field(name)) => Some(title.clone()),
        Node::Fact { key, title } if absent(sight.fact(key)) => Some(title.clone()),
        Node::Strand { title, .. } | Node::Approved { title, .. } if value(expr, sight).is_none() => {
            Some(title.clone())
        }
        Node::Filled(_) => None,
        _ => expr.parts().into_iter().find_map(|part| first_absent(part, sight)),
    }
}

fn name_of(expr: &Expr) -> Words {
    match &expr.node {
        Node::Field { title, .. }
        | Node::Fact { title, .. }
        | Node::Strand { title, .. }
        | Node::Approved { title, .. } => title.clone(),
        Node::Literal(value) => Words::same(&shown(value)),
        Node::Now => Words::new("Now", "Сейчас"),
        Node::Today => Words::new("Today", "Сегодня"),
        _ => expr.parts().first().map_or_else(Words::default, |part| name_of(part)),
    }
}

/// A value as people read it in a reason or note; money in whole units.
pub fn shown(value: &Value) -> String {
    match value {
        Value::Absent => "-".into(),
        Value::Bool(holds) => holds.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Money { minor, currency } => {
            let hundred = super::parse::minor_units(1, currency).unwrap_or(100);
            let (whole, rest) = (minor / hundred, (minor % hundred).abs());
            if rest == 0 { format!("{whole} {currency}") } else { format!("{whole}.{rest:02} {currency}") }
        }
        Value::Text(text) | Value::Choice(text) => text.clone(),
        Value::Date(date) => date.to_string(),
        Value::Instant(instant) => instant.to_string(),
        Value::Many(items) => items.join(", "),
    }
}
