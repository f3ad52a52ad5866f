//! The tree of a condition.

use crate::{Value, Words};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Compare {
    /// The comparison that holds exactly where this one does not.
    pub fn opposite(self) -> Self {
        match self {
            Compare::Equal => Compare::NotEqual,
            Compare::NotEqual => Compare::Equal,
            Compare::Less => Compare::AtLeast,
            Compare::AtMost => Compare::More,
            Compare::More => Compare::AtMost,
            Compare::AtLeast => Compare::Less,
        }
    }

    /// The same comparison with its sides exchanged.
    pub fn mirrored(self) -> Self {
        match self {
            Compare::Less => Compare::More,
            Compare::AtMost => Compare::AtLeast,
            Compare::More => Compare::Less,
            Compare::AtLeast => Compare::AtMost,
            same => same,
        }
    }

    pub fn sign(self) -> &'static str {
        match self {
            Compare::Equal => "==",
            Compare::NotEqual => "!=",
            Compare::Less => "<",
            Compare::AtMost => "<=",
            Compare::More => ">",
            Compare::AtLeast => ">=",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arith {
    Plus,
    Minus,
    Times,
}

/// An expression with its offset (in characters) in the condition's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr {
    pub at: usize,
    pub node: Node,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Literal(Value),
    /// A name not yet resolved; the type check turns it into a field, a fact or `now`.
    Name(String),
    Field {
        name: String,
        title: Words,
    },
    Fact {
        key: String,
        title: Words,
    },
    /// The state of a strand; absent where the strand is.
    Strand {
        key: String,
        title: Words,
    },
    /// A field as it was when the strand was granted.
    Approved {
        name: String,
        title: Words,
    },
    /// None of these strands is open or failed; without names, none that takes moves in the case's stage.
    Joined(Vec<String>),
    Now,
    /// The day it is in the case's calendar.
    Today,
    Visited(String),
    Filled(Box<Expr>),
    Not(Box<Expr>),
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    Compare(Compare, Box<Expr>, Box<Expr>),
    In(Box<Expr>, Vec<Expr>),
    Arith(Arith, Box<Expr>, Box<Expr>),
}

impl Expr {
    pub fn new(at: usize, node: Node) -> Self {
        Self { at, node }
    }

    pub fn truth(holds: bool) -> Self {
        Self::new(0, Node::Literal(Value::Bool(holds)))
    }

    pub fn fact(key: &str, title: Words) -> Self {
        Self::new(0, Node::Fact { key: key.into(), title })
    }

    /// All of these hold; true of none.
    pub fn all(parts: impl IntoIterator<Item = Expr>) -> Self {
        let both = |left: Expr, right: Expr| Expr::new(left.at, Node::And(left.into(), right.into()));
        parts.into_iter().reduce(both).unwrap_or_else(|| Expr::truth(true))
    }

    /// The direct parts of this expression.
    pub fn parts(&self) -> Vec<&Expr> {
        match &self.node {
            Node::Filled(inner) | Node::Not(inner) => vec![inner],
            Node::And(left, right)
            | Node::Or(left, right)
            | Node::Compare(_, left, right)
            | Node::Arith(_, left, right) => vec![left, right],
            Node::In(item, list) => std::iter::once(item.as_ref()).chain(list).collect(),
            _ => Vec::new(),
        }
    }

    /// Visits this expression and all below it.
    pub fn walk(&self, see: &mut impl FnMut(&Expr)) {
        see(self);
        for part in self.parts() {
            part.walk(see);
        }
    }
}
