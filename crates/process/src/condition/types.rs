//! The type check: names become fields and facts, and every operator gets what it can compare.

use super::tree::{Arith, Compare, Expr, Node};
use crate::{Type, Value, Words};

/// What a condition may see.
pub trait Scope {
    /// The type and title of a field; `Err` holds the nearest known name.
    fn field(&self, name: &str) -> Result<(Type, Words), Option<String>>;
    fn fact(&self, key: &str) -> Result<(Type, Words), Option<String>>;
    /// Whether the stage exists; `Err` holds the nearest.
    fn stage(&self, key: &str) -> Result<(), Option<String>>;
    /// The states and title of a strand under the word that stands before its key: `strand`, `approval`, `hand_off`.
    fn strand(&self, word: &str, key: &str) -> Result<(Type, Words), Option<String>>;
    /// A field that the strand at hand keeps as it was granted, by the name after `approved.`.
    fn approved(&self, name: &str) -> Result<(String, Type, Words), Option<String>>;
    fn currency(&self, code: &str) -> bool;
}

/// Words that stand before the key of a strand.
const STRAND_WORDS: [&str; 3] = ["strand", "approval", "hand_off"];

/// A fault of the type check, with the offset in the condition.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    UnknownField {
        at: usize,
        name: String,
        nearest: Option<String>,
    },
    UnknownFact {
        at: usize,
        name: String,
        nearest: Option<String>,
    },
    UnknownStage {
        at: usize,
        name: String,
        nearest: Option<String>,
    },
    UnknownStrand {
        at: usize,
        name: String,
        nearest: Option<String>,
    },
    /// DW204
    Types {
        at: usize,
        left: Type,
        right: Type,
    },
    /// DW205
    Currency {
        at: usize,
    },
    /// DW206
    NotAChoice {
        at: usize,
        code: String,
        nearest: Option<String>,
    },
    /// DW207
    NotYesNo {
        at: usize,
    },
}

/// Resolves the names of a condition and proves that it answers yes or no.
pub fn check(tree: &mut Expr, scope: &dyn Scope) -> Result<(), Fault> {
    let kind = type_of(tree, scope)?;
    yes_or_no(tree, &kind)
}

fn type_of(expr: &mut Expr, scope: &dyn Scope) -> Result<Type, Fault> {
    let at = expr.at;
    match &mut expr.node {
        Node::Name(name) => {
            let name = std::mem::take(name);
            let (node, kind) = resolve(at, name, scope)?;
            expr.node = node;
            Ok(kind)
        }
        Node::Literal(value) => literal(at, value, scope),
        Node::Field { name, .. } => Ok(scope.field(name).map_or(Type::Any, |(kind, _)| kind)),
        Node::Fact { key, .. } => Ok(scope.fact(key).map_or(Type::Any, |(kind, _)| kind)),
        // Resolved already: a tree is checked once.
        Node::Strand { .. } | Node::Approved { .. } => Ok(Type::Any),
        Node::Joined(_) => Ok(Type::Bool),
        Node::Now => Ok(Type::Instant),
        Node::Today => Ok(Type::Date),
        Node::Visited(stage) => {
            let stage = stage.clone();
            scope.stage(&stage).map_err(|nearest| Fault::UnknownStage { at, name: stage, nearest })?;
            Ok(Type::Bool)
        }
        Node::Filled(inner) => type_of(inner, scope).map(|_| Type::Bool),
        Node::Not(inner) => operand(inner, scope).map(|()| Type::Bool),
        Node::And(left, right) | Node::Or(left, right) => {
            operand(left, scope)?;
            operand(right, scope)?;
            Ok(Type::Bool)
        }
        Node::Compare(compare, left, right) => comparison(at, *compare, left, right, scope),
        Node::In(item, list) => {
            let kind = type_of(item, scope)?;
            for other in list {
                let right = type_of(other, scope)?;
                comparable(at, &Compare::Equal, (item, &kind), (other, &right))?;
            }
            Ok(Type::Bool)
        }
        Node::Arith(arith, left, right) => arithmetic(at, *arith, left, right, scope),
    }
}

fn resolve(at: usize, name: String, scope: &dyn Scope) -> Result<(Node, Type), Fault> {
    if name == "now" {
        return Ok((Node::Now, Type::Instant));
    }
    if name == "today" {
        return Ok((Node::Today, Type::Date));
    }
    if let Some((word, key)) = name.split_once('.') {
        if STRAND_WORDS.contains(&word) {
            return match scope.strand(word, key) {
                Ok((kind, title)) => Ok((Node::Strand { key: key.to_owned(), title }, kind)),
                Err(nearest) => Err(Fault::UnknownStrand { at, name: key.to_owned(), nearest }),
            };
        }
        if word == "approved" {
            return match scope.approved(key) {
                Ok((name, kind, title)) => Ok((Node::Approved { name, title }, kind)),
                Err(nearest) => Err(Fault::UnknownField { at, name, nearest }),
            };
        }
        return match scope.field(&name) {
            Ok((kind, title)) => Ok((Node::Field { name, title }, kind)),
            Err(nearest) => Err(Fault::UnknownField { at, name, nearest }),
        };
    }
    match scope.fact(&name) {
        Ok((kind, title)) => Ok((Node::Fact { key: name, title }, kind)),
        Err(nearest) => Err(Fault::UnknownFact { at, name, nearest }),
    }
}

fn literal(at: usize, value: &Value, scope: &dyn Scope) -> Result<Type, Fault> {
    Ok(match value {
        Value::Bool(_) => Type::Bool,
        Value::Int(_) => Type::Int,
        Value::Money { currency, .. } if scope.currency(currency) => Type::Money,
        Value::Money { .. } => return Err(Fault::Currency { at }),
        Value::Date(_) => Type::Date,
        Value::Instant(_) => Type::Instant,
        _ => Type::Text,
    })
}

fn operand(expr: &mut Expr, scope: &dyn Scope) -> Result<(), Fault> {
    let kind = type_of(expr, scope)?;
    yes_or_no(expr, &kind)
}

fn yes_or_no(expr: &Expr, kind: &Type) -> Result<(), Fault> {
    match kind {
        Type::Bool | Type::Any => Ok(()),
        _ => Err(Fault::NotYesNo { at: expr.at }),
    }
}

fn comparison(
    at: usize,
    compare: Compare,
    left: &mut Expr,
    right: &mut Expr,
    scope: &dyn Scope,
) -> Result<Type, Fault> {
    let left_kind = type_of(left, scope)?;
    let right_kind = type_of(right, scope)?;
    comparable(at, &compare, (left, &left_kind), (right, &right_kind))?;
    Ok(Type::Bool)
}

fn comparable(
    at: usize,
    compare: &Compare,
    (left, left_kind): (&Expr, &Type),
    (right, right_kind): (&Expr, &Type),
) -> Result<(), Fault> {
    let ordered = !matches!(compare, Compare::Equal | Compare::NotEqual);
    let fits = match (left_kind, right_kind) {
        (Type::Any, _) | (_, Type::Any) => true,
        (Type::Money, Type::Int) | (Type::Int, Type::Money) => return Err(Fault::Currency { at }),
        (Type::Money, Type::Money) => match (currency(left), currency(right)) {
            (Some(one), Some(other)) if one != other => return Err(Fault::Currency { at }),
            _ => true,
        },
        (Type::Choice(codes) | Type::Many(codes), Type::Text) => {
            known_code(codes, right)?;
            !ordered && !matches!(left_kind, Type::Many(_))
        }
        (Type::Text, Type::Choice(codes)) => {
            known_code(codes, left)?;
            !ordered
        }
        (Type::Choice(_), Type::Choice(_)) | (Type::Bool, Type::Bool) => !ordered,
        (Type::Text, Type::Text) => !ordered,
        (Type::Int, Type::Int) | (Type::Date, Type::Date) | (Type::Instant, Type::Instant) => true,
        _ => false,
    };
    if fits { Ok(()) } else { Err(Fault::Types { at, left: left_kind.clone(), right: right_kind.clone() }) }
}

fn currency(expr: &Expr) -> Option<&str> {
    match &expr.node {
        Node::Literal(Value::Money { currency, .. }) => Some(currency),
        Node::Arith(_, left, right) => currency(left).or_else(|| currency(right)),
        _ => None,
    }
}

fn known_code(codes: &[String], expr: &Expr) -> Result<(), Fault> {
    let Node::Literal(Value::Text(code)) = &expr.node else { return Ok(()) };
    if codes.is_empty() || codes.contains(code) {
        return Ok(());
    }
    let nearest = crate::text::nearest(code, codes.iter().map(String::as_str));
    Err(Fault::NotAChoice { at: expr.at, code: code.clone(), nearest })
}

/// `+ -` over like kinds, `*` only by a constant whole number.
fn arithmetic(
    at: usize,
    arith: Arith,
    left: &mut Expr,
    right: &mut Expr,
    scope: &dyn Scope,
) -> Result<Type, Fault> {
    let left_kind = type_of(left, scope)?;
    let right_kind = type_of(right, scope)?;
    let constant = |expr: &Expr| matches!(expr.node, Node::Literal(Value::Int(_)));
    match (arith, &left_kind, &right_kind) {
        (Arith::Times, Type::Int | Type::Money, Type::Int) if constant(right) => Ok(left_kind),
        (Arith::Times, Type::Int, Type::Int | Type::Money) if constant(left) => Ok(right_kind),
        (Arith::Plus | Arith::Minus, Type::Int, Type::Int) => Ok(Type::Int),
        (Arith::Plus | Arith::Minus, Type::Money, Type::Money) => match (currency(left), currency(right)) {
            (Some(one), Some(other)) if one != other => Err(Fault::Currency { at }),
            _ => Ok(Type::Money),
        },
        (Arith::Plus | Arith::Minus, Type::Money, Type::Int)
        | (Arith::Plus | Arith::Minus, Type::Int, Type::Money) => Err(Fault::Currency { at }),
        (Arith::Times, Type::Any, Type::Int) if constant(right) => Ok(Type::Any),
        (Arith::Plus | Arith::Minus, Type::Any, Type::Int | Type::Money | Type::Any)
        | (Arith::Plus | Arith::Minus, Type::Int | Type::Money, Type::Any) => Ok(Type::Any),
        _ => Err(Fault::Types { at, left: left_kind, right: right_kind }),
    }
}
