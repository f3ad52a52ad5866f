//! Gathers findings while a text is read.

use crate::{Finding, Severity, Words};
use serde::Serialize;

/// A place in the text (from 1) and the path that leads to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Spot {
    pub line: u32,
    pub column: u32,
    pub at: String,
}

impl Spot {
    /// The same line, `columns` further right: inside a condition.
    pub fn right(&self, columns: usize) -> Self {
        Self { column: self.column + u32::try_from(columns).unwrap_or(0), ..self.clone() }
    }
}

/// A sentence in both languages, shorter to write than `Words::new`.
pub fn both(en: impl Into<String>, ru: impl Into<String>) -> Words {
    Words::new(en, ru)
}

#[derive(Debug, Default)]
pub struct Report {
    pub findings: Vec<Finding>,
}

impl Report {
    pub fn blocks(&mut self, code: &'static str, spot: &Spot, says: Words, hint: Words) {
        self.add(code, Severity::Blocks, spot, says, hint);
    }

    pub fn warns(&mut self, code: &'static str, spot: &Spot, says: Words, hint: Words) {
        self.add(code, Severity::Warns, spot, says, hint);
    }

    /// A name that is not known, with the nearest known one as hint.
    pub fn unknown(
        &mut self,
        code: &'static str,
        spot: &Spot,
        what: Words,
        name: &str,
        nearest: Option<&str>,
    ) {
        let says =
            both(format!("Unknown {}: {name}.", what.en), format!("Неизвестно ({}): {name}.", what.ru));
        let hint = match nearest {
            Some(nearest) => both(format!("Did you mean {nearest}?"), format!("Может быть, {nearest}?")),
            None => both("Use a name that exists.", "Возьмите существующее имя."),
        };
        self.blocks(code, spot, says, hint);
    }

    /// A value that has not the form its key wants.
    pub fn shape(&mut self, spot: &Spot, wanted: Words) {
        let says = both("This is not of the form wanted here.", "Здесь ожидается другая форма записи.");
        self.blocks("DW107", spot, says, wanted);
    }

    fn add(&mut self, code: &'static str, severity: Severity, spot: &Spot, says: Words, hint: Words) {
        let Spot { line, column, at } = spot.clone();
        self.findings.push(Finding { code, severity, line, column, at, id: None, says, hint, mend: None });
    }
}

/// The known name most like the given one, if any is like it at all.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let likeness = |candidate: &str| strsim::normalized_damerau_levenshtein(name, candidate);
    known
        .into_iter()
        .map(|candidate| (likeness(candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.5)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate.to_owned())
}
