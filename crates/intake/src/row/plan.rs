//! A file's mapping laid onto the columns that the file really has.

use std::collections::HashMap;

use super::fill::{FillPlan, Template};
use crate::{
    basis::Basis,
    error::ReadError,
    mapping::{Column, FileMapping, Mapping},
    near::nearest,
    read::key,
    target::{Record, TARGETS, Target},
};

/// What to do with each cell of a row; made once a file.
pub(crate) struct RowPlan<'m> {
    pub(crate) file: &'m FileMapping,
    pub(crate) basis: &'m Basis,
    /// Currency of money whose row names none.
    pub(super) currency: &'m str,
    pub(crate) slots: Vec<Slot<'m>>,
    pub(crate) width: usize,
    /// Lower case.
    pub(super) empty_words: Vec<String>,
}

/// One field to fill.
pub(crate) struct Slot<'m> {
    pub(crate) target: &'static Target,
    pub(crate) source: Option<Source<'m>>,
    pub(super) fill: FillPlan<'m>,
}

/// The column that a field comes from.
pub(crate) struct Source<'m> {
    pub(crate) cell: usize,
    pub(crate) header: &'m str,
    pub(crate) column: &'m Column,
    words: HashMap<String, &'m str>,
}

impl<'m> Source<'m> {
    fn new(cell: usize, header: &'m str, column: &'m Column) -> Self {
        let words = column.values.iter().map(|(word, means)| (key(word), means.as_str())).collect();
        Self { cell, header, column, words }
    }

    /// What the mapping says that a word of the file means.
    pub(super) fn meaning(&self, word: &str) -> Option<&'m str> {
        if self.words.is_empty() {
            return None;
        }
        match self.column.values.get(word) {
            Some(means) => Some(means),
            None => self.words.get(&key(word)).copied(),
        }
    }
}

impl<'m> RowPlan<'m> {
    /// Lays the mapping's file onto the headers.
    ///
    /// # Errors
    /// [`ReadError::ColumnsMissing`] where a column that is not optional is not there.
    pub(crate) fn new(
        mapping: &'m Mapping,
        file: usize,
        headers: &[String],
        basis: &'m Basis,
    ) -> Result<Self, ReadError> {
        let (plan, missing) = Self::partial(mapping, &mapping.files[file], headers, basis);
        if missing.is_empty() {
            return Ok(plan);
        }
        let near = missing
            .iter()
            .filter_map(|name| nearest(name, headers).into_iter().next().map(|c| c.name))
            .collect();
        Err(ReadError::ColumnsMissing { missing: missing.into_iter().map(ToOwned::to_owned).collect(), near })
    }

    /// As far as the headers go, with the columns that are not there.
    pub(super) fn partial(
        mapping: &'m Mapping,
        file: &'m FileMapping,
        headers: &[String],
        basis: &'m Basis,
    ) -> (Self, Vec<&'m str>) {
        let at: HashMap<String, usize> = headers.iter().enumerate().map(|(i, h)| (key(h), i)).collect();
        let mut missing = Vec::new();
        let mut sources: Vec<Source<'m>> = Vec::new();
        for (header, column) in &file.columns {
            match at.get(&key(header)) {
                Some(cell) => sources.push(Source::new(*cell, header, column)),
                None if column.optional => {}
                None => missing.push(header.as_str()),
            }
        }
        let mut plan = Self {
            file,
            basis,
            currency: mapping.currency.as_deref().unwrap_or(&basis.currency),
            slots: slots(file, sources),
            width: headers.len(),
            empty_words: file.empty_words.iter().map(|word| word.to_lowercase()).collect(),
        };
        plan.bind_templates();
        (plan, missing)
    }

    /// Templates name fields; a row has slots.
    fn bind_templates(&mut self) {
        let names: Vec<&'static str> = self.slots.iter().map(|slot| slot.target.name).collect();
        for slot in &mut self.slots {
            let kind = slot.target.kind;
            let fill = self.file.fields.get(&crate::target::To(slot.target));
            slot.fill = fill.map(|fill| FillPlan::bind(fill, kind, &names)).unwrap_or_default();
        }
    }

    /// The slot of a field.
    pub(crate) fn slot(&self, name: &str) -> Option<usize> {
        self.slots.iter().position(|slot| slot.target.name == name)
    }

    pub(crate) fn record(&self) -> Record {
        self.file.record
    }
}

fn slots<'m>(file: &'m FileMapping, sources: Vec<Source<'m>>) -> Vec<Slot<'m>> {
    let mut sources: HashMap<&'static str, Source<'m>> =
        sources.into_iter().rev().map(|source| (source.column.to.0.name, source)).collect();
    let wanted = |target: &&Target| {
        sources.contains_key(target.name) || file.fields.keys().any(|to| to.0.name == target.name)
    };
    let targets: Vec<&'static Target> =
        TARGETS.iter().filter(|target| target.record == file.record).filter(wanted).collect();
    targets
        .into_iter()
        .map(|target| Slot { target, source: sources.remove(target.name), fill: FillPlan::default() })
        .collect()
}

/// The names of fields in braces.
pub(crate) fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    Template::pieces(template).filter_map(|piece| piece.err())
}
