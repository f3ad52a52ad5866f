//! A row that can be written.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::target::Record;

/// One record as its row describes it; ids, owners and teams are found by who writes it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Draft {
    pub record: Record,
    /// The line of the file on which the row begins, from 1.
    pub line: u64,
    pub source_id: Option<String>,
    /// By the name after the dot of a target: `amount`, not `deal.amount`. Absent means empty.
    pub fields: BTreeMap<&'static str, Typed>,
    /// Other records that this one hangs on.
    pub links: Vec<Link>,
    /// Where a deal is placed. History is placed, not moved.
    pub placing: Option<Placing>,
}

impl Draft {
    /// The field's text, where it is one.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.fields.get(name)? {
            Typed::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The link of a field: `company`, `owner`, `product`, `parent`...
    pub fn link(&self, field: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.field == field)
    }
}

/// A value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Typed {
    Text(String),
    Int(i64),
    /// Minor units of an ISO 4217 currency.
    Money {
        minor: i64,
        currency: String,
    },
    Date(Date),
    /// A phone as it is written, and its digits after a plus where the number is clear.
    Phone {
        written: String,
        dial: Option<String>,
    },
    /// The list price of the deal's product, to be marked as estimated.
    ListPrice,
}

/// Another record, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The field that holds it.
    pub field: &'static str,
    pub record: Record,
    pub name: String,
    /// Make the record if there is none of this name; otherwise the row goes to mend.
    pub create: bool,
}

/// The stage in which a deal is placed, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Placing {
    pub process: Option<String>,
    /// Key of the stage; the process's start where none is given.
    pub stage: Option<String>,
    pub entered_on: Option<Date>,
    pub closed_on: Option<Date>,
    /// The day on which it was placed in its stage: closed, else entered, else created, else the day of
    /// import.
    pub placed_on: Date,
}
