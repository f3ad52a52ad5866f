//! Words of maintained lists: a deal's type, source and reason. A word that its list lacks is added to it.

use std::collections::HashMap;

use process::Words;
use sales::fold::fold;
use store::Tx;
use store::rows::choices::{self, ChoiceRow};

use super::Hand;
use crate::Result;

/// The lists read so far.
#[derive(Default)]
pub(super) struct Choices(HashMap<&'static str, Vec<(String, String)>>);

impl Hand<'_> {
    /// The key of the word that is spelt or titled so.
    pub(super) fn choice(&mut self, tx: &mut Tx, list: &'static str, text: &str) -> Result<String> {
        let wanted = fold(text);
        if !self.choices.0.contains_key(list) {
            let known = choices::list_of(tx, list)?.iter().flat_map(spellings).collect();
            self.choices.0.insert(list, known);
        }
        let known = self.choices.0.entry(list).or_default();
        if let Some((_, key)) = known.iter().find(|(spelling, _)| *spelling == wanted) {
            return Ok(key.clone());
        }
        let key = slug(&wanted);
        if !self.dry && !known.iter().any(|(_, other)| *other == key) {
            choices::insert(tx, list, &key, &Words::new(text, text), Some(self.job.id))?;
        }
        known.push((wanted, key.clone()));
        Ok(key)
    }
}

fn spellings(row: &ChoiceRow) -> Vec<(String, String)> {
    [&row.key, &row.title_en, &row.title_ru].map(|text| (fold(text), row.key.clone())).to_vec()
}

/// Letters and digits with hyphens between: `trade fair 2017` -> `trade-fair-2017`.
fn slug(folded: &str) -> String {
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_key_is_made_of_the_words_letters() {
        assert_eq!(slug("выставка 2017 / весна"), "выставка-2017-весна");
    }
}
