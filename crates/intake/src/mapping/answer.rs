//! Answers are kept in the mapping, so that nobody is asked twice.

use super::{Column, DecimalMark, Mapping, MappingError, OneOrMany};
use crate::{
    question::{Answer, Question},
    read::key,
    value::DateForm,
};

impl Mapping {
    /// Writes what was answered into the column that was asked about.
    ///
    /// # Errors
    /// Where the question is about a column that the mapping no longer has, or the choice is none of its
    /// options.
    pub fn answer(&mut self, answer: &Answer) -> Result<(), MappingError> {
        let choice = answer.choice.as_str();
        match &answer.question {
            Question::DateForm { file, column, options, .. } => {
                let form = DateForm::named(choice).ok_or_else(|| no_option(choice, options))?;
                let forms = self.column(*file, column)?.date.get_or_insert_with(|| OneOrMany(Vec::new()));
                forms.0.retain(|other| other.separator != form.separator);
                forms.0.push(form);
            }
            Question::NumberForm { file, column, options, .. } => {
                let mark = match choice {
                    "comma" => DecimalMark::Comma,
                    "point" => DecimalMark::Point,
                    _ => return Err(no_option(choice, options)),
                };
                self.column(*file, column)?.decimal = Some(mark);
            }
            Question::NearMatch { file, column, value, .. } | Question::Stage { file, column, value, .. } => {
                self.column(*file, column)?.values.insert(value.clone(), choice.to_owned());
            }
        }
        self.check()
    }

    fn column(&mut self, file: usize, header: &str) -> Result<&mut Column, MappingError> {
        let columns = self.files.get_mut(file).map(|file| &mut file.columns);
        let found = columns.and_then(|columns| columns.iter_mut().find(|(name, _)| key(name) == key(header)));
        found
            .map(|(_, column)| column)
            .ok_or_else(|| MappingError::new(format!("the mapping has no column {header:?} any more")))
    }
}

fn no_option(choice: &str, options: &[String]) -> MappingError {
    MappingError::new(format!("`{choice}` is no answer; answers are {}", options.join(", ")))
}
