//! The names an installation gives to a process: its fields, activity types, queues.

use crate::definition::{AskSpec, Definition};
use crate::{Type, Words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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

/// A process as others may name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcessSpec {
    pub key: String,
    pub title: Words,
    pub runs_on: String,
    pub stages: Vec<String>,
    pub moves: Vec<MoveSpec>,
    /// What some stage of it permits.
    pub permits: Vec<String>,
    /// Moves of others that it takes: process and move.
    pub takes: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveSpec {
    pub key: String,
    /// It cannot be taken without an answer.
    pub asks: bool,
}

impl ProcessSpec {
    pub fn of(definition: &Definition) -> ProcessSpec {
        let moves = definition.moves().iter();
        let permits: BTreeSet<&String> =
            definition.stages().iter().flat_map(|stage| &stage.permits).collect();
        ProcessSpec {
            key: definition.key.clone(),
            title: definition.title.clone(),
            runs_on: definition.runs_on.clone(),
            stages: definition.stages().iter().map(|stage| stage.key.clone()).collect(),
            moves: moves
                .map(|one| MoveSpec { key: one.key.clone(), asks: one.asks.iter().any(AskSpec::is_owed) })
                .collect(),
            permits: permits.into_iter().cloned().collect(),
            takes: definition.takes(),
        }
    }

    pub(crate) fn permits(&self) -> Vec<&str> {
        self.permits.iter().map(String::as_str).collect()
    }
}

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
    /// Processes that `uses` may name. `None`: any.
    pub processes: Option<Vec<ProcessSpec>>,
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
