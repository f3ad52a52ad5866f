//! The names an installation gives to a process: its fields, activity types, queues.

use crate::{Type, Words};
use serde::{Deserialize, Serialize};

/// A field that a process may read, ask or set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldSpec {
    /// Record and field: `deal.amount`.
    pub name: String,
    pub kind: Type,
    /// False for formulas and fields that only the product itself sets.
    pub writable: bool,
    pub title: Words,
}

/// A code with the title people see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub key: String,
    pub title: Words,
}

impl Term {
    pub fn new(key: &str, en: &str, ru: &str) -> Self {
        Self { key: key.into(), title: Words::new(en, ru) }
    }
}

/// A list of codes, or `None` where the installation does not say: then every code is taken.
pub type Terms = Option<Vec<Term>>;

/// What the installation knows. `Vocabulary::open()` is a file checked alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vocabulary {
    /// `None`: any field name of the records deal, company, person is taken.
    pub fields: Option<Vec<FieldSpec>>,
    pub activity_types: Terms,
    pub outcomes: Terms,
    pub task_kinds: Terms,
    pub document_kinds: Terms,
    pub queues: Terms,
    /// Currency codes in use; money literals must name one of them. `None`: any.
    pub currencies: Option<Vec<String>>,
}

impl Vocabulary {
    /// Everything is taken by its name: for a file checked without an installation.
    pub fn open() -> Self {
        Self::default()
    }

    pub fn field(&self, name: &str) -> Option<&FieldSpec> {
        self.fields.as_ref()?.iter().find(|field| field.name == name)
    }

    /// The title of a field, or its name.
    pub fn field_title(&self, name: &str) -> Words {
        self.field(name).map_or_else(|| Words::same(name), |field| field.title.clone())
    }

    /// The title of a code, or the code.
    pub fn title_in(terms: &Terms, key: &str) -> Words {
        let found = terms.as_ref().and_then(|terms| terms.iter().find(|term| term.key == key));
        found.map_or_else(|| Words::same(key), |term| term.title.clone())
    }
}
