//! What a column can be mapped to: every field that an import can fill.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::near::nearest;

/// The kind of record that a file's rows become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Record {
    Deal,
    Company,
    Person,
    Member,
    Product,
}

impl Record {
    /// The word before the dot of a target, as in `deal.name`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Deal => "deal",
            Self::Company => "company",
            Self::Person => "person",
            Self::Member => "member",
            Self::Product => "product",
        }
    }

    /// The fields of this record that an import can fill.
    pub fn targets(self) -> impl Iterator<Item = &'static Target> {
        TARGETS.iter().filter(move |target| target.record == self)
    }
}

/// How the text of a column becomes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    SourceId,
    Money,
    Int,
    Percent,
    Date,
    Mail,
    Phone,
    Currency,
    Stage,
    /// Another record, by its name.
    Link(Record),
}

/// One field of one record.
#[derive(Debug, PartialEq, Eq)]
pub struct Target {
    pub record: Record,
    pub name: &'static str,
    pub kind: Kind,
}

impl Target {
    /// Finds a target by its full name, such as `deal.amount`.
    pub fn find(path: &str) -> Option<&'static Self> {
        let (record, name) = path.split_once('.')?;
        TARGETS.iter().find(|target| target.name == name && target.record.name() == record)
    }

    /// Is this the other record that a row hangs on: company, owner, product...?
    pub fn link(&self) -> Option<Record> {
        match self.kind {
            Kind::Link(record) => Some(record),
            _ => None,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.record.name(), self.name)
    }
}

/// A target as the mapping file writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct To(pub &'static Target);

impl std::hash::Hash for To {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.0.record, self.0.name).hash(state);
    }
}

impl std::ops::Deref for To {
    type Target = Target;
    fn deref(&self) -> &Target {
        self.0
    }
}

impl Serialize for To {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self.0)
    }
}

impl<'de> Deserialize<'de> for To {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let path = String::deserialize(deserializer)?;
        Target::find(&path).map(Self).ok_or_else(|| serde::de::Error::custom(unknown(&path)))
    }
}

fn unknown(path: &str) -> String {
    let names: Vec<String> = TARGETS.iter().map(ToString::to_string).collect();
    match nearest(path, &names).first() {
        Some(near) => format!("there is no field `{path}`; did you mean `{}`?", near.name),
        None => format!("there is no field `{path}`; a field is written like `deal.name`"),
    }
}

const fn field(record: Record, name: &'static str, kind: Kind) -> Target {
    Target { record, name, kind }
}

use Kind::{Currency, Date, Int, Link, Mail, Money, Percent, Phone, SourceId, Stage, Text};
use Record::{Company, Deal, Member, Person, Product};

/// Every field that an import can fill, record by record.
pub static TARGETS: &[Target] = &[
    field(Deal, "source_id", SourceId),
    field(Deal, "name", Text),
    field(Deal, "company", Link(Company)),
    field(Deal, "person", Link(Person)),
    field(Deal, "person_phone", Phone),
    field(Deal, "person_mail", Mail),
    field(Deal, "owner", Link(Member)),
    field(Deal, "stage", Stage),
    field(Deal, "amount", Money),
    field(Deal, "recurring", Money),
    field(Deal, "currency", Currency),
    field(Deal, "expected_close_on", Date),
    field(Deal, "created_on", Date),
    field(Deal, "entered_on", Date),
    field(Deal, "closed_on", Date),
    field(Deal, "probability", Percent),
    field(Deal, "type", Text),
    field(Deal, "product", Link(Product)),
    field(Deal, "source", Text),
    field(Deal, "campaign", Text),
    field(Deal, "description", Text),
    field(Deal, "lost_reason", Text),
    field(Company, "source_id", SourceId),
    field(Company, "name", Text),
    field(Company, "parent", Link(Company)),
    field(Company, "industry", Text),
    field(Company, "type", Text),
    field(Company, "competitor", Text),
    field(Company, "employees", Int),
    field(Company, "founded", Int),
    field(Company, "annual_revenue", Money),
    field(Company, "currency", Currency),
    field(Company, "address", Text),
    field(Company, "phone", Phone),
    field(Company, "web", Text),
    field(Company, "owner", Link(Member)),
    field(Person, "source_id", SourceId),
    field(Person, "name", Text),
    field(Person, "given", Text),
    field(Person, "family", Text),
    field(Person, "company", Link(Company)),
    field(Person, "role", Text),
    field(Person, "mail", Mail),
    field(Person, "phone", Phone),
    field(Person, "language", Text),
    field(Person, "owner", Link(Member)),
    field(Member, "source_id", SourceId),
    field(Member, "name", Text),
    field(Member, "email", Mail),
    field(Member, "team", Text),
    field(Member, "team_head", Link(Member)),
    field(Member, "region", Text),
    field(Member, "role", Text),
    field(Product, "source_id", SourceId),
    field(Product, "name", Text),
    field(Product, "series", Text),
    field(Product, "list_price", Money),
    field(Product, "currency", Currency),
];
