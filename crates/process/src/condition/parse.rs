//! From tokens to a tree: `||` under `&&` under comparisons under `+ -` under `*` under `! -`.

use super::token::{Token, Unreadable, Word, tokens};
use super::tree::{Arith, Compare, Expr, Node};
use super::{MAX_BYTES, MAX_DEPTH, MAX_NODES};
use crate::Value;

/// Why a text is no condition.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// Longer or deeper than the budgets (DW207).
    TooBig,
    /// Known to CEL and left out on purpose (DW208), with its name.
    LeftOut { at: usize, what: String },
    /// Not readable at all (DW207).
    Unreadable { at: usize, what: String },
}

impl From<Unreadable> for Refusal {
    fn from(fault: Unreadable) -> Self {
        let Unreadable { at, what, left_out } = fault;
        if left_out { Refusal::LeftOut { at, what } } else { Refusal::Unreadable { at, what } }
    }
}

/// Parses a condition, within its budgets.
pub fn parse(text: &str) -> Result<Expr, Refusal> {
    if text.len() > MAX_BYTES {
        return Err(Refusal::TooBig);
    }
    let tokens = tokens(text)?;
    let mut parser = Parser { tokens, next: 0, depth: 0, nodes: 0, end: text.chars().count() };
    let tree = parser.either()?;
    match parser.tokens.get(parser.next) {
        None => Ok(tree),
        Some(Token { at, .. }) => Err(parser.unreadable(*at)),
    }
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
    nodes: usize,
    end: usize,
}

type Parsed = Result<Expr, Refusal>;
/// A sign and the node it makes of its two sides.
type Operator = (&'static str, fn(Expr, Expr) -> Node);

impl Parser {
    fn either(&mut self) -> Parsed {
        self.deeper(|parser| {
            parser.chain(Self::both, &[("||", |left, right| Node::Or(left.into(), right.into()))])
        })
    }

    fn both(&mut self) -> Parsed {
        self.chain(Self::comparison, &[("&&", |left, right| Node::And(left.into(), right.into()))])
    }

    fn comparison(&mut self) -> Parsed {
        let left = self.sum()?;
        let at = left.at;
        if self.take_name("in") {
            let list = self.list()?;
            return self.node(at, Node::In(left.into(), list));
        }
        let signs = [
            ("==", Compare::Equal),
            ("!=", Compare::NotEqual),
            ("<=", Compare::AtMost),
            (">=", Compare::AtLeast),
            ("<", Compare::Less),
            (">", Compare::More),
        ];
        for (sign, compare) in signs {
            if self.take(sign) {
                let right = self.sum()?;
                return self.node(at, Node::Compare(compare, left.into(), right.into()));
            }
        }
        Ok(left)
    }

    fn sum(&mut self) -> Parsed {
        self.chain(
            Self::product,
            &[
                ("+", |left, right| Node::Arith(Arith::Plus, left.into(), right.into())),
                ("-", |left, right| Node::Arith(Arith::Minus, left.into(), right.into())),
            ],
        )
    }

    fn product(&mut self) -> Parsed {
        self.chain(Self::unary, &[("*", |left, right| Node::Arith(Arith::Times, left.into(), right.into()))])
    }

    fn unary(&mut self) -> Parsed {
        let at = self.place();
        if self.take("!") {
            let inner = self.deeper(Self::unary)?;
            return self.node(at, Node::Not(inner.into()));
        }
        if self.take("-") {
            return match self.deeper(Self::unary)?.node {
                Node::Literal(Value::Int(number)) => self.node(at, Node::Literal(Value::Int(-number))),
                _ => Err(self.unreadable(at)),
            };
        }
        self.atom()
    }

    fn atom(&mut self) -> Parsed {
        let at = self.place();
        let Some(token) = self.tokens.get(self.next).cloned() else { return Err(self.unreadable(at)) };
        self.next += 1;
        match token.word {
            Word::Number(number) => self.node(at, Node::Literal(Value::Int(number))),
            Word::Text(text) => self.node(at, Node::Literal(Value::Text(text))),
            Word::Sign("(") => {
                let inner = self.either()?;
                self.expect(")")?;
                Ok(inner)
            }
            Word::Name(name) if self.take("(") => self.call(at, &name),
            Word::Name(name) if name == "true" || name == "false" => {
                self.node(at, Node::Literal(Value::Bool(name == "true")))
            }
            Word::Name(name) if name == "null" || name == "in" => Err(Refusal::LeftOut { at, what: name }),
            Word::Name(name) => self.node(at, Node::Name(name)),
            Word::Sign("[") => Err(Refusal::LeftOut { at, what: "a list outside `in`".into() }),
            Word::Sign(_) => Err(self.unreadable(at)),
        }
    }

    fn call(&mut self, at: usize, name: &str) -> Parsed {
        let mut given = Vec::new();
        if !self.take(")") {
            given = self.items()?;
            self.expect(")")?;
        }
        let node = match (name, given.as_slice()) {
            ("filled", [inner]) => Node::Filled(inner.clone().into()),
            ("visited", [Expr { node: Node::Literal(Value::Text(stage)), .. }]) => {
                Node::Visited(stage.clone())
            }
            ("date", [Expr { node: Node::Literal(Value::Text(text)), .. }]) => {
                let date = text.parse().map_err(|_| Refusal::Unreadable { at, what: text.clone() })?;
                Node::Literal(Value::Date(date))
            }
            (
                "money",
                [
                    Expr { node: Node::Literal(Value::Int(units)), .. },
                    Expr { node: Node::Literal(Value::Text(currency)), .. },
                ],
            ) => {
                let minor = minor_units(*units, currency);
                let minor = minor.ok_or_else(|| Refusal::Unreadable { at, what: currency.clone() })?;
                Node::Literal(Value::Money { minor, currency: currency.clone() })
            }
            ("filled" | "visited" | "date" | "money", _) => return Err(self.unreadable(at)),
            _ => return Err(Refusal::LeftOut { at, what: format!("{name}(..)") }),
        };
        self.node(at, node)
    }

    fn list(&mut self) -> Result<Vec<Expr>, Refusal> {
        self.expect("[")?;
        let items = self.items()?;
        self.expect("]")?;
        Ok(items)
    }

    fn items(&mut self) -> Result<Vec<Expr>, Refusal> {
        let mut items = vec![self.either()?];
        while self.take(",") {
            items.push(self.either()?);
        }
        Ok(items)
    }

    /// A left-associative chain of operators of one rank.
    fn chain(&mut self, operand: fn(&mut Self) -> Parsed, signs: &[Operator]) -> Parsed {
        let mut left = operand(self)?;
        'more: loop {
            for (sign, build) in signs {
                if self.take(sign) {
                    let right = operand(self)?;
                    left = self.node(left.at, build(left, right))?;
                    continue 'more;
                }
            }
            return Ok(left);
        }
    }

    fn deeper(&mut self, inner: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        self.depth += 1;
        let parsed = if self.depth > MAX_DEPTH { Err(Refusal::TooBig) } else { inner(self) };
        self.depth -= 1;
        parsed
    }

    fn node(&mut self, at: usize, node: Node) -> Parsed {
        self.nodes += 1;
        if self.nodes > MAX_NODES { Err(Refusal::TooBig) } else { Ok(Expr::new(at, node)) }
    }

    fn take(&mut self, sign: &str) -> bool {
        let here =
            matches!(self.tokens.get(self.next), Some(Token { word: Word::Sign(s), .. }) if *s == sign);
        self.next += usize::from(here);
        here
    }

    fn take_name(&mut self, name: &str) -> bool {
        let here = matches!(self.tokens.get(self.next), Some(Token { word: Word::Name(n), .. }) if n == name);
        self.next += usize::from(here);
        here
    }

    fn expect(&mut self, sign: &str) -> Result<(), Refusal> {
        if self.take(sign) { Ok(()) } else { Err(self.unreadable(self.place())) }
    }

    fn place(&self) -> usize {
        self.tokens.get(self.next).map_or(self.end, |token| token.at)
    }

    fn unreadable(&self, at: usize) -> Refusal {
        let what = match self.tokens.iter().find(|token| token.at == at).map(|token| &token.word) {
            Some(Word::Name(name)) => name.clone(),
            Some(Word::Text(text)) => format!("\"{text}\""),
            Some(Word::Number(number)) => number.to_string(),
            Some(Word::Sign(".")) => return Refusal::LeftOut { at, what: "a method".into() },
            Some(Word::Sign(sign)) => (*sign).into(),
            None => String::new(),
        };
        Refusal::Unreadable { at, what }
    }
}

/// Currencies whose minor unit is not a hundredth (ISO 4217).
pub(crate) fn minor_units(units: i64, currency: &str) -> Option<i64> {
    let is_code = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
    let factor = match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
        | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 1,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 1000,
        _ => 100,
    };
    if is_code { units.checked_mul(factor) } else { None }
}
