//! Names that a file may refer to: of the house, of files before it and of itself.

use std::collections::{HashMap, HashSet};

use super::Known;
use crate::{
    near::{Candidate, fold, nearest},
    row::Draft,
    says::Says,
    target::Record,
};

/// So many names are compared letter by letter at most; beyond that only equal spellings are offered.
const COMPARED: usize = 5_000;

/// Names by kind of record.
#[derive(Default)]
pub(super) struct Names {
    of: HashMap<Record, OneKind>,
}

#[derive(Default)]
struct OneKind {
    exact: HashSet<String>,
    /// Folded spelling to the first name with it.
    folded: HashMap<String, String>,
}

impl Names {
    pub(super) fn of(known: &Known) -> Self {
        let mut names = Self::default();
        for (record, list) in &known.names {
            for name in list {
                names.add(*record, name);
            }
        }
        names
    }

    fn add(&mut self, record: Record, name: &str) {
        let kind = self.of.entry(record).or_default();
        if !kind.exact.contains(name) {
            kind.folded.entry(fold(name)).or_insert_with(|| name.to_owned());
            kind.exact.insert(name.to_owned());
        }
    }

    /// The record itself.
    pub(super) fn learn(&mut self, draft: &Draft) {
        if draft.record != Record::Deal
            && let Some(name) = draft.text("name")
        {
            self.add(draft.record, name);
        }
    }

    pub(super) fn has(&self, record: Record, name: &str) -> bool {
        self.of.get(&record).is_some_and(|kind| kind.exact.contains(name))
    }

    /// The name that differs only in case, spaces and punctuation.
    pub(super) fn same_but_spelling(&self, record: Record, name: &str) -> Option<Candidate> {
        let twin = self.of.get(&record)?.folded.get(&fold(name))?;
        let why = Says::new(
            "differs only in case, spaces or punctuation",
            "отличается лишь регистром, пробелами или знаками",
        );
        Some(Candidate { name: twin.clone(), score: 1.0, why })
    }

    /// All names that may be meant.
    pub(super) fn near(&self, record: Record, name: &str) -> Vec<Candidate> {
        let Some(kind) = self.of.get(&record) else { return Vec::new() };
        if kind.exact.len() > COMPARED {
            return self.same_but_spelling(record, name).into_iter().collect();
        }
        let list: Vec<&String> = kind.exact.iter().collect();
        nearest(name, &list)
    }
}
