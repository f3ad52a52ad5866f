//! Three-valued evaluation: an unset field is absent, and what it touches is unknown, not false.
//! `unknown || true` is true and `unknown && false` is false, as CEL absorbs errors.

use super::tree::{Arith, Compare, Expr, Node};
use crate::definition::{Definition, StateClass, Strand};
use crate::{Case, Knowledge, Stand, Value};
use jiff::Timestamp;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What a condition sees when it is asked.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    pub definition: &'a Definition,
    /// The strand whose move is looked at.
    pub strand: Option<&'a Strand>,
    pub case: &'a Case,
    pub knowledge: &'a Knowledge,
    /// Answers lie over the fields: a need sees what the taker gives with the move.
    pub answers: &'a BTreeMap<String, Value>,
    pub now: Timestamp,
}

impl<'a> Sight<'a> {
    pub fn field(&self, name: &str) -> &Value {
        static ABSENT: Value = Value::Absent;
        self.answers.get(name).or_else(|| self.knowledge.fields.get(name)).unwrap_or(&ABSENT)
    }

    pub fn fact(&self, key: &str) -> &Value {
        static ABSENT: Value = Value::Absent;
        self.knowledge.facts.get(key).unwrap_or(&ABSENT)
    }

    /// Where a strand stands; `None` while it is absent.
    pub fn state(&self, strand: &'a Strand) -> Option<&'a str> {
        let present = strand.present.as_ref().is_none_or(|holds| truth(&holds.tree, self) == Some(true));
        present.then(|| self.case.state_of(strand))
    }

    /// Strands of a join that are open or have failed, with the state they stand in.
    pub fn unfinished(&self, keys: &[String]) -> Vec<(&'a Strand, &'a str)> {
        let meant = |strand: &&Strand| match keys {
            [] => self.definition.lives_in(strand, &self.case.stage),
            keys => keys.contains(&strand.key),
        };
        let unfinished = |strand: &'a Strand| {
            let state = self.state(strand)?;
            let class = strand.state(state).map(|state| state.class);
            (class != Some(StateClass::Done)).then_some((strand, state))
        };
        self.definition.strands().iter().filter(meant).filter_map(unfinished).collect()
    }

    /// A field as the strand at hand keeps it.
    fn approved(&self, name: &str) -> Option<&'a Value> {
        let stand: &Stand = self.case.strands.get(&self.strand?.key)?;
        stand.kept.get(name)
    }
}

/// Whether the condition holds; `None`: cannot be told.
pub fn truth(expr: &Expr, sight: &Sight<'_>) -> Option<bool> {
    match &expr.node {
        Node::Not(inner) => truth(inner, sight).map(|holds| !holds),
        Node::And(left, right) => match (truth(left, sight), truth(right, sight)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        },
        Node::Or(left, right) => match (truth(left, sight), truth(right, sight)) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        },
        Node::Filled(inner) => Some(value(inner, sight).is_some_and(|value| value.is_filled())),
        Node::Visited(stage) => Some(sight.case.has_visited(stage)),
        Node::Joined(keys) => Some(sight.unfinished(keys).is_empty()),
        Node::Compare(compare, left, right) => {
            compared(*compare, &*value(left, sight)?, &*value(right, sight)?)
        }
        Node::In(item, list) => within(&*value(item, sight)?, list, sight),
        _ => match value(expr, sight)?.as_ref() {
            Value::Bool(holds) => Some(*holds),
            _ => None,
        },
    }
}

fn within(item: &Value, list: &[Expr], sight: &Sight<'_>) -> Option<bool> {
    let mut unknown = false;
    for other in list {
        match value(other, sight).and_then(|other| compared(Compare::Equal, item, &other)) {
            Some(true) => return Some(true),
            Some(false) => {}
            None => unknown = true,
        }
    }
    if unknown { None } else { Some(false) }
}

/// The value of an expression; `None` where it is absent or cannot be computed.
pub fn value<'a>(expr: &'a Expr, sight: &Sight<'a>) -> Option<Cow<'a, Value>> {
    match &expr.node {
        Node::Literal(value) => Some(Cow::Borrowed(value)),
        Node::Field { name, .. } => present(borrow_field(name, sight)),
        Node::Fact { key, .. } => present(borrow_fact(key, sight)),
        Node::Strand { key, .. } => {
            let state = sight.state(sight.definition.strand(key)?)?;
            Some(Cow::Owned(Value::Choice(state.to_owned())))
        }
        Node::Approved { name, .. } => present(sight.approved(name)),
        Node::Now => Some(Cow::Owned(Value::Instant(sight.now))),
        Node::Today => sight.knowledge.today.map(|day| Cow::Owned(Value::Date(day))),
        Node::Arith(arith, left, right) => {
            arithmetic(*arith, &*value(left, sight)?, &*value(right, sight)?).map(Cow::Owned)
        }
        Node::Name(_) => None,
        _ => truth(expr, sight).map(|holds| Cow::Owned(Value::Bool(holds))),
    }
}

fn borrow_field<'a>(name: &str, sight: &Sight<'a>) -> Option<&'a Value> {
    sight.answers.get(name).or_else(|| sight.knowledge.fields.get(name))
}

fn borrow_fact<'a>(key: &str, sight: &Sight<'a>) -> Option<&'a Value> {
    sight.knowledge.facts.get(key)
}

fn present(value: Option<&Value>) -> Option<Cow<'_, Value>> {
    value.filter(|value| !matches!(value, Value::Absent)).map(Cow::Borrowed)
}

fn compared(compare: Compare, left: &Value, right: &Value) -> Option<bool> {
    let order = match (left, right) {
        (Value::Bool(left), Value::Bool(right)) => left.cmp(right),
        (Value::Int(left), Value::Int(right)) => left.cmp(right),
        (Value::Money { minor: left, currency }, Value::Money { minor: right, currency: other }) => {
            if currency != other {
                return None;
            }
            left.cmp(right)
        }
        (Value::Text(left) | Value::Choice(left), Value::Text(right) | Value::Choice(right)) => {
            left.cmp(right)
        }
        (Value::Date(left), Value::Date(right)) => left.cmp(right),
        (Value::Instant(left), Value::Instant(right)) => left.cmp(right),
        _ => return None,
    };
    Some(match compare {
        Compare::Equal => order == Ordering::Equal,
        Compare::NotEqual => order != Ordering::Equal,
        Compare::Less => order == Ordering::Less,
        Compare::AtMost => order != Ordering::Greater,
        Compare::More => order == Ordering::Greater,
        Compare::AtLeast => order != Ordering::Less,
    })
}

fn arithmetic(arith: Arith, left: &Value, right: &Value) -> Option<Value> {
    let compute = |left: i64, right: i64| match arith {
        Arith::Plus => left.checked_add(right),
        Arith::Minus => left.checked_sub(right),
        Arith::Times => left.checked_mul(right),
    };
    match (left, right) {
        (Value::Int(left), Value::Int(right)) => compute(*left, *right).map(Value::Int),
        (Value::Money { minor: left, currency }, Value::Money { minor: right, currency: other }) => {
            if currency != other || arith == Arith::Times {
                return None;
            }
            compute(*left, *right).map(|minor| Value::Money { minor, currency: currency.clone() })
        }
        (Value::Money { minor, currency }, Value::Int(factor))
        | (Value::Int(factor), Value::Money { minor, currency })
            if arith == Arith::Times =>
        {
            compute(*minor, *factor).map(|minor| Value::Money { minor, currency: currency.clone() })
        }
        _ => None,
    }
}
