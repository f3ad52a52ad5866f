//! What can be proved of a condition: never, always, or don't know. Enums and intervals, no solver.

use super::tree::{Compare, Expr, Node};
use crate::Value;
use std::collections::BTreeMap;

/// Only the first two are ever reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Never,
    Always,
    Unknown,
}

const MAX_CONJUNCTIONS: usize = 256;

/// Whether a condition can be proved never or always to hold.
pub fn verdict(tree: &Expr) -> Verdict {
    match (can_hold(tree, true), can_hold(tree, false)) {
        (Some(false), _) => Verdict::Never,
        (_, Some(false)) if !reads_anything(tree) => Verdict::Always,
        _ => Verdict::Unknown,
    }
}

/// An unset field makes even `x > 1 || x <= 1` unknown, so only a constant is always true.
fn reads_anything(tree: &Expr) -> bool {
    let mut reads = false;
    tree.walk(&mut |expr| reads |= expr.parts().is_empty() && !matches!(expr.node, Node::Literal(_)));
    reads
}

/// Whether some values give the tree this truth; `None`: too many cases to tell.
fn can_hold(tree: &Expr, wanted: bool) -> Option<bool> {
    let conjunctions = disjoin(tree, wanted)?;
    Some(conjunctions.iter().any(|atoms| consistent(atoms)))
}

#[derive(Clone, Debug)]
enum Atom {
    Constant(bool),
    /// A symbol compared with a constant.
    Bound(String, Compare, Scalar),
    OneOf(String, Vec<Scalar>, bool),
    Opaque,
}

#[derive(Clone, Debug, PartialEq)]
enum Scalar {
    Number(i128),
    Word(String),
}

type Conjunctions = Vec<Vec<Atom>>;

fn disjoin(expr: &Expr, wanted: bool) -> Option<Conjunctions> {
    match &expr.node {
        Node::Not(inner) => disjoin(inner, !wanted),
        Node::And(left, right) if wanted => cross(&disjoin(left, true)?, &disjoin(right, true)?),
        Node::Or(left, right) if !wanted => cross(&disjoin(left, false)?, &disjoin(right, false)?),
        Node::And(left, right) | Node::Or(left, right) => {
            let mut all = disjoin(left, wanted)?;
            all.extend(disjoin(right, wanted)?);
            (all.len() <= MAX_CONJUNCTIONS).then_some(all)
        }
        _ => Some(vec![vec![atom(expr, wanted)]]),
    }
}

fn cross(left: &Conjunctions, right: &Conjunctions) -> Option<Conjunctions> {
    if left.len() * right.len() > MAX_CONJUNCTIONS {
        return None;
    }
    let joined = |one: &Vec<Atom>, other: &Vec<Atom>| one.iter().chain(other).cloned().collect();
    Some(left.iter().flat_map(|one| right.iter().map(move |other| joined(one, other))).collect())
}

fn atom(expr: &Expr, wanted: bool) -> Atom {
    match &expr.node {
        Node::Literal(Value::Bool(holds)) => Atom::Constant(*holds == wanted),
        Node::Compare(compare, left, right) => {
            let compare = if wanted { *compare } else { compare.opposite() };
            match (symbol(left), scalar(right), symbol(right), scalar(left)) {
                (Some(name), Some(value), ..) => Atom::Bound(name, compare, value),
                (_, _, Some(name), Some(value)) => Atom::Bound(name, compare.mirrored(), value),
                _ => Atom::Opaque,
            }
        }
        Node::In(item, list) => {
            let values: Option<Vec<Scalar>> = list.iter().map(scalar).collect();
            match (symbol(item), values) {
                (Some(name), Some(values)) => Atom::OneOf(name, values, wanted),
                _ => Atom::Opaque,
            }
        }
        _ => match symbol(expr) {
            Some(name) => Atom::Bound(name, Compare::Equal, Scalar::Number(i128::from(wanted))),
            None => Atom::Opaque,
        },
    }
}

fn symbol(expr: &Expr) -> Option<String> {
    match &expr.node {
        Node::Field { name, .. } => Some(name.clone()),
        Node::Fact { key, .. } => Some(key.clone()),
        Node::Strand { key, .. } => Some(format!("strand {key}")),
        Node::Approved { name, .. } => Some(format!("approved {name}")),
        Node::Visited(stage) => Some(format!("visited {stage}")),
        _ => None,
    }
}

fn scalar(expr: &Expr) -> Option<Scalar> {
    let Node::Literal(value) = &expr.node else { return None };
    match value {
        Value::Bool(holds) => Some(Scalar::Number(i128::from(*holds))),
        Value::Int(number) => Some(Scalar::Number(i128::from(*number))),
        Value::Money { minor, .. } => Some(Scalar::Number(i128::from(*minor))),
        Value::Date(date) => Some(Scalar::Number(
            i128::from(date.year()) * 10_000 + i128::from(date.month()) * 100 + i128::from(date.day()),
        )),
        Value::Text(text) => Some(Scalar::Word(text.clone())),
        _ => None,
    }
}

/// What a conjunction leaves open for one symbol.
#[derive(Default)]
struct Room {
    least: Option<i128>,
    most: Option<i128>,
    only: Option<Vec<Scalar>>,
    never: Vec<Scalar>,
}

fn consistent(atoms: &[Atom]) -> bool {
    let mut rooms: BTreeMap<&str, Room> = BTreeMap::new();
    for atom in atoms {
        match atom {
            Atom::Constant(false) => return false,
            Atom::Constant(true) | Atom::Opaque => {}
            Atom::Bound(name, compare, value) => rooms.entry(name).or_default().bound(*compare, value),
            Atom::OneOf(name, values, true) => rooms.entry(name).or_default().keep(values),
            Atom::OneOf(name, values, false) => {
                rooms.entry(name).or_default().never.extend(values.iter().cloned());
            }
        }
    }
    rooms.values().all(Room::is_open)
}

impl Room {
    fn bound(&mut self, compare: Compare, value: &Scalar) {
        match (compare, value) {
            (Compare::Equal, value) => self.keep(std::slice::from_ref(value)),
            (Compare::NotEqual, value) => self.never.push(value.clone()),
            (Compare::Less, Scalar::Number(n)) => self.most = Some(self.most.map_or(n - 1, |m| m.min(n - 1))),
            (Compare::AtMost, Scalar::Number(n)) => self.most = Some(self.most.map_or(*n, |m| m.min(*n))),
            (Compare::More, Scalar::Number(n)) => {
                self.least = Some(self.least.map_or(n + 1, |m| m.max(n + 1)))
            }
            (Compare::AtLeast, Scalar::Number(n)) => self.least = Some(self.least.map_or(*n, |m| m.max(*n))),
            _ => {}
        }
    }

    fn keep(&mut self, values: &[Scalar]) {
        self.only = Some(match self.only.take() {
            None => values.to_vec(),
            Some(only) => only.into_iter().filter(|value| values.contains(value)).collect(),
        });
    }

    fn is_open(&self) -> bool {
        let between = |value: &Scalar| match value {
            Scalar::Number(n) => {
                self.least.is_none_or(|least| *n >= least) && self.most.is_none_or(|most| *n <= most)
            }
            Scalar::Word(_) => true,
        };
        match &self.only {
            Some(only) => only.iter().any(|value| between(value) && !self.never.contains(value)),
            None => match (self.least, self.most) {
                (Some(least), Some(most)) if least > most => false,
                (Some(least), Some(most)) if least == most => !self.never.contains(&Scalar::Number(least)),
                _ => true,
            },
        }
    }
}
