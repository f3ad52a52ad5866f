//! What a condition may hold in hand: scalars, and a list of codes.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// A value of a field, fact or answer. An unset field is `Absent`, never null.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum Value {
    #[default]
    Absent,
    Bool(bool),
    Int(i64),
    /// Minor units and an ISO 4217 code.
    Money {
        minor: i64,
        currency: String,
    },
    Text(String),
    /// A code out of a closed list.
    Choice(String),
    Date(Date),
    Instant(Timestamp),
    Many(Vec<String>),
}

impl Value {
    /// Whether `filled(x)` holds: blank text and an empty list count as not filled.
    pub fn is_filled(&self) -> bool {
        match self {
            Value::Absent => false,
            Value::Text(text) | Value::Choice(text) => !text.trim().is_empty(),
            Value::Many(items) => !items.is_empty(),
            _ => true,
        }
    }

    /// Whether the value may stand in a field of this type. `Absent` fits everywhere.
    pub fn fits(&self, kind: &Type) -> bool {
        match (self, kind) {
            (Value::Absent, _)
            | (_, Type::Any)
            | (Value::Bool(_), Type::Bool)
            | (Value::Int(_), Type::Int)
            | (Value::Money { .. }, Type::Money)
            | (Value::Text(_), Type::Text)
            | (Value::Date(_), Type::Date)
            | (Value::Instant(_), Type::Instant) => true,
            (Value::Choice(code) | Value::Text(code), Type::Choice(codes)) => admits(codes, code),
            (Value::Choice(_), Type::Text) => true,
            (Value::Many(items), Type::Many(codes)) => items.iter().all(|item| admits(codes, item)),
            _ => false,
        }
    }
}

fn admits(codes: &[String], code: &str) -> bool {
    codes.is_empty() || codes.iter().any(|known| known == code)
}

/// The type of a field, fact or expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "codes", rename_all = "snake_case")]
pub enum Type {
    Bool,
    Int,
    Money,
    Text,
    /// The codes that may stand here; an empty list admits any code.
    Choice(Vec<String>),
    Date,
    Instant,
    Many(Vec<String>),
    /// A field known only by name (a file checked without an installation): every use fits.
    Any,
}
