//! From the cells of a row to the text of each field.

use std::borrow::Cow;

use super::{
    fill::Missing,
    plan::{RowPlan, Slot},
};
use crate::target::Kind;

/// What a field has to be made of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Input<'r> {
    Empty,
    /// From the file.
    Given(Cow<'r, str>),
    /// From the mapping, because the file has nothing.
    Default(Cow<'r, str>),
    /// A word for a stage that the mapping does not know.
    Unmapped(&'r str),
    DayOfImport,
    ListPrice,
    /// The same as another slot's value.
    Copy(usize),
}

impl Input<'_> {
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Given(text) | Self::Default(text) => Some(text),
            Self::Unmapped(text) => Some(text),
            _ => None,
        }
    }
}

impl<'m> RowPlan<'m> {
    /// The inputs of all slots; `cell` gives a column's text.
    pub(crate) fn inputs<'r>(&'r self, cell: impl Fn(usize) -> Option<&'r str>) -> Vec<Input<'r>> {
        let mut inputs: Vec<Input<'r>> = self.slots.iter().map(|slot| self.plain(slot, &cell)).collect();
        for at in 0..inputs.len() {
            if inputs[at] == Input::Empty {
                inputs[at] = self.made(&self.slots[at], &inputs);
            }
        }
        inputs
    }

    /// From the column, or a constant.
    fn plain<'r>(&'r self, slot: &'r Slot<'m>, cell: &impl Fn(usize) -> Option<&'r str>) -> Input<'r> {
        let given = slot.source.as_ref().and_then(|source| Some((source, self.filled(cell(source.cell)?)?)));
        if let Some((source, text)) = given {
            let means = source.meaning(text);
            if slot.target.kind == Kind::Stage && means.is_none() && stranger(source.column, text) {
                return Input::Unmapped(text);
            }
            return match means {
                Some("") => Input::Empty,
                Some(means) => Input::Given(Cow::Borrowed(means)),
                None => Input::Given(Cow::Borrowed(text)),
            };
        }
        match (slot.fill.value, slot.fill.missing.first()) {
            (Some(value), _) => Input::Default(Cow::Borrowed(value)),
            (None, Some(Missing::Value(value))) => Input::Default(Cow::Borrowed(value)),
            _ => Input::Empty,
        }
    }

    /// From other fields, or what the mapping says for a missing one.
    fn made<'r>(&'r self, slot: &'r Slot<'m>, inputs: &[Input<'r>]) -> Input<'r> {
        let text_of = |slot: usize| inputs[slot].text();
        if let Some(text) = slot.fill.template.as_ref().and_then(|template| template.fill(text_of)) {
            return Input::Given(Cow::Owned(text));
        }
        for missing in &slot.fill.missing {
            return match missing {
                Missing::DayOfImport => Input::DayOfImport,
                Missing::ListPrice => Input::ListPrice,
                Missing::Value(value) => Input::Default(Cow::Borrowed(value)),
                Missing::Copy(other) if inputs[*other] != Input::Empty => Input::Copy(*other),
                Missing::Copy(_) => continue,
                Missing::Template(template) => match template.fill(text_of) {
                    Some(text) => Input::Default(Cow::Owned(text)),
                    None => continue,
                },
            };
        }
        Input::Empty
    }

    /// The cell's text without spaces around it, if it is not a word for nothing.
    pub(crate) fn filled<'r>(&self, cell: &'r str) -> Option<&'r str> {
        let text = cell.trim();
        let empty = text.is_empty()
            || self.empty_words.iter().any(|word| {
                word == text || (text.chars().count() == word.chars().count() && *word == text.to_lowercase())
            });
        (!empty).then_some(text)
    }
}

/// Where a mapping names stages, another word is one of its stages or reads like a stage's key.
fn stranger(column: &crate::mapping::Column, text: &str) -> bool {
    let like_a_key = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    !column.values.is_empty() && !like_a_key
}
